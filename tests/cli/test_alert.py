"""What keeps the window from opening is shown to those who see no terminal."""

import io
import sys
from pathlib import Path

import pytest

from editor.cli.alert import alert


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """File with what the dialog program of a desktop was asked to show."""
    told = tmp_path / "shown.txt"
    dialog = tmp_path / "zenity"
    dialog.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$@\" > {told}\n", "utf-8")
    dialog.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    return told


def test_a_dialog_of_the_desktop_shows_the_sentence(shown: Path) -> None:
    alert("Es fehlt <b>libGL</b>.")
    assert shown.read_text("utf-8").splitlines()[-1] == "Es fehlt <b>libGL</b>."
    assert "--no-markup" in shown.read_text("utf-8")


def test_a_terminal_has_it_already(shown: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    alert("Es fehlt etwas.")
    assert not shown.exists()


def test_without_a_desktop_nothing_is_shown(shown: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    alert("Es fehlt etwas.")
    assert not shown.exists()
