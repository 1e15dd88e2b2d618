"""A Python that is too old is told so, in a language that it understands."""

import ast
import io
import sys
from pathlib import Path

import pytest

from tools.setup import __main__ as start
from tools.setup import layout, steps


def test_old_python_is_told_which_one_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 13))
    monkeypatch.setattr(sys, "version", "3.10.13 (main)")
    assert start.main() == 1
    message = capsys.readouterr().err
    assert "braucht Python 3.11 oder neuer, hier ist 3.10.13" in message
    assert "make PYTHON=" in message


def test_messages_can_be_printed_in_every_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    monkeypatch.setattr(steps, "set_up", lambda **_: layout.say("Los …"))
    start.main()
    assert written.getvalue() == b"Los \\u2026\n"


def test_old_python_can_read_the_module() -> None:
    file = Path(start.__file__)
    for path in (file, file.with_name("__init__.py")):
        ast.parse(path.read_text("utf-8"), feature_version=(3, 6))
