"""The glossary holds: English terms are names in the code, German ones are texts of the window."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GLOSSARY = ROOT / "docs" / "glossary.md"
NO_LABEL = "–"


def rows() -> list[tuple[str, str]]:
    """Return the English and the German cell of every row."""
    lines = GLOSSARY.read_text(encoding="utf-8").splitlines()
    cells = [line.strip("|").split("|") for line in lines if line.startswith("|")]
    return [(row[0].strip(), row[1].strip()) for row in cells[2:]]


def names() -> str:
    """Return the source as lower-case words: ``FactKind`` and ``fact_kind`` are “fact kind”."""
    code = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "editor").rglob("*.py")))
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", code).replace("_", " ").lower()


def german_texts() -> str:
    files = [
        *(ROOT / "editor").rglob("*.py"),
        *(ROOT / "resources" / "forms").glob("*.toml"),
        ROOT / "resources" / "help" / "de.md",
    ]
    return "\n".join(path.read_text("utf-8") for path in sorted(files)).replace("&", "").lower()


NAMES = names()
GERMAN = german_texts()


@pytest.mark.parametrize("english", [term for cell, _ in rows() for term in cell.split(", ")])
def test_every_english_term_is_a_name_in_the_code(english: str) -> None:
    assert re.search(rf"\b{re.escape(english.lower())}s?\b", NAMES)


@pytest.mark.parametrize("german", [t for _, cell in rows() for t in cell.split(", ")])
def test_every_german_term_is_said_by_the_window_or_the_help(german: str) -> None:
    assert german == NO_LABEL or re.sub(r"[„“…]", "", german).strip(" ?").lower() in GERMAN
