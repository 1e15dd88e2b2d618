"""``make run`` without a display says what came out."""

import io
import json
import sys
from pathlib import Path

import pytest

from editor.errors import RezensentError
from tools import run

FINDING = {
    "line": 7,
    "text": "Sazt",
    "replacements": ["Satz", "Saat"],
    "message": "Möglicher Tippfehler gefunden.",
    "kind": "spelling",
}


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, int]:
    """The statuses of the commands, which write what they would."""
    statuses = {"check": 0, "export": 0}

    def main(arguments: list[str]) -> int:
        command, path, *rest = arguments
        if command == "check":
            files = [{"path": path, "findings": [FINDING, FINDING]}]
            sys.stdout.write(json.dumps({"files": files}))
        elif statuses[command] == 0:
            suffix = {"html": ".html", "md": ".md"}[rest[1]]
            (Path(rest[3]) / f"{Path(path).stem}{suffix}").write_bytes(bytes(4_000))
        return statuses[command]

    problem = RezensentError("Hier ist keine Anzeige.", "There is no display here.")
    monkeypatch.setattr(run, "display_problem", lambda: problem)
    monkeypatch.setattr(run, "main", main)
    monkeypatch.chdir(tmp_path)
    return statuses


def test_findings_and_files_are_told(
    commands: dict[str, int], capsys: pytest.CaptureFixture[str]
) -> None:
    commands["check"] = 1
    assert run.run() == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Geprüft: 2 Hinweise (2-mal Rechtschreibung)",
        *["  Zeile 7: „Sazt“ → Satz · Möglicher Tippfehler gefunden."] * 2,
        "Geschrieben: export/das-salzarchiv-staffel-2.html (4 kB)",
        "Geschrieben: export/das-salzarchiv-staffel-2.md (4 kB)",
        "Alles ist gelungen.",
    ]


def test_result_can_be_printed_in_every_encoding(
    commands: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    assert run.run() == 0
    assert b"\\u201eSazt" in written.getvalue()


def test_failure_is_told(commands: dict[str, int], capsys: pytest.CaptureFixture[str]) -> None:
    commands["export"] = 2
    assert run.run() == 2
    out = capsys.readouterr().out
    assert out.endswith("Nicht alles ist gelungen.\n")
    assert "Geschrieben" not in out


def test_folder_that_cannot_be_made_is_told(
    commands: dict[str, int], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("export").touch()
    assert run.run() == 2
    out = capsys.readouterr().out
    assert "/export lässt sich nicht anlegen (diesen Namen gibt es schon)." in out
    assert out.endswith("Nicht alles ist gelungen.\n")
