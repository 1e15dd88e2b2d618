"""Messages of the commands on standard error, a terminal or not."""

import os
import sys

import pytest

from editor.cli import console

pty = pytest.importorskip("pty")


def test_progress_is_written_over_in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = pty.openpty()
    with os.fdopen(writer, "w") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        console.show_progress("Prüfung lädt Wörterbücher, 40 %")
        console.show_progress("Prüfung lädt Wörterbücher, 60 %")
        console.show_progress("")
        console.say("rezension.md: keine Hinweise")
        terminal.flush()
        told = b""
        while b"Hinweise" not in told:
            told += os.read(reader, 4_096)
    os.close(reader)
    lines = told.decode().split("\r")
    assert lines[1:3] == [
        "Prüfung lädt Wörterbücher, 40 %\x1b[K",
        "Prüfung lädt Wörterbücher, 60 %\x1b[K",
    ]
    assert lines[3].startswith("\x1b[Krezension.md: keine Hinweise")


def test_progress_is_not_written_to_a_log(capfd: pytest.CaptureFixture[str]) -> None:
    console.show_progress("Prüfung lädt Wörterbücher, 40 %")
    console.show_progress("")
    assert capfd.readouterr().err == ""
