"""Reviews with judgements: which of their places are errors, and what is right there.

A folder has ``<name>.md`` and, for each, ``<name>.toml``:

``variant``
    Variant of German, de-DE if missing.
``facts``
    Facts as lines of YAML, for a review without front matter; they are only used “with facts”.
``[stated]``
    Facts that the text itself says: by their key a list of values as the form shows them, people
    of the cast as “name (role)”.
``[[planted]]``
    An error: ``kind``, ``text`` with ⟦…⟧ around what is wrong and enough around it to be unique in
    the review, and ``right``, which replaces what is in the brackets.
``[[defensible]]``
    A ``text`` like that, where a finding is neither an error nor a false alarm.

Instead of TOML files a folder may have one ``findings.tsv`` with the columns ``review``, ``way``,
``rule``, ``words`` and ``judgement`` (“true error”, “defensible”; anything else is a false alarm).
"""

import csv
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

OWN = Path(__file__).parents[1] / "data" / "corpus"
JUDGED = "judged"
"""Kind of the errors from a ``findings.tsv``, which does not name one."""
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n+", re.DOTALL)
_WORD = re.compile(r"\w[\w’'-]*")


class Place(NamedTuple):
    """A place in a review's text without front matter, in code points."""

    start: int
    end: int


class Planted(NamedTuple):
    """An error, and the text that is right in its place."""

    place: Place
    kind: str
    right: str


@dataclass(frozen=True, slots=True)
class CorpusReview:
    """A review with its judgements."""

    name: str
    variant: str
    facts: str
    """Front matter, empty if nothing is known."""
    text: str
    planted: tuple[Planted, ...]
    defensible: tuple[Place, ...]
    stated: Mapping[str, tuple[str, ...]]
    """Facts that the text says, by their key."""

    @property
    def words(self) -> int:
        return len(_WORD.findall(self.text))


def load(folder: Path) -> Iterator[CorpusReview]:
    """Yield the reviews of ``folder`` by name. Raises ValueError for a judgement with no place."""
    table = folder / "findings.tsv"
    rows = [*_rows(table)] if table.exists() else []
    for path in sorted(folder.glob("*.md")):
        content = path.read_text("utf-8")
        front = _FRONT_MATTER.match(content)
        facts, text = (front[0], content[front.end() :]) if front else ("", content)
        toml = path.with_suffix(".toml")
        about = tomllib.loads(toml.read_text("utf-8")) if toml.exists() else {}
        if "facts" in about:
            facts = f"---\nrezensent: 1\n{about['facts']}---\n\n"
        planted = [
            Planted(_place(text, item["text"], path), item["kind"], item["right"])
            for item in about.get("planted", ())
        ]
        defensible = [_place(text, item["text"], path) for item in about.get("defensible", ())]
        own = [row for row in rows if row["review"] == path.stem]
        planted += [Planted(place, JUDGED, "") for place in _judged(text, own, "true error")]
        defensible += _judged(text, own, "defensible")
        variant = about.get("variant", _variant(own))
        stated = {key: tuple(values) for key, values in about.get("stated", {}).items()}
        yield CorpusReview(path.stem, variant, facts, text, (*planted,), (*defensible,), stated)


def _place(text: str, marked: str, path: Path) -> Place:
    before, wrong, after = re.split("[⟦⟧]", marked)
    context = before + wrong + after
    if text.count(context) != 1:
        raise ValueError(f"{path.name}: not once in the text: {context}")
    start = text.index(context) + len(before)
    return Place(start, start + len(wrong))


def _rows(table: Path) -> Iterator[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _judged(text: str, rows: list[dict[str, str]], judgement: str) -> Iterator[Place]:
    """Yield as many places of the same words as one way of checking has findings there."""
    ways = Counter((row["way"], row["words"]) for row in rows if row["judgement"] == judgement)
    counts: dict[str, int] = {}
    for (_, words), count in ways.items():
        counts[words] = max(count, counts.get(words, 0))
    for words, count in counts.items():
        matches = [*re.finditer(re.escape(words.strip()).replace(r"\ ", r"\s+"), text)]
        yield from (Place(match.start(), match.end()) for match in matches[:count])


def _variant(rows: list[dict[str, str]]) -> str:
    is_swiss = any(row["rule"].startswith("SWISS") for row in rows)
    return "de-CH" if is_swiss else "de-DE"
