"""Whatever is printed can be printed."""

import io
import sys

import pytest

from editor.standard_streams import escape_unencodable, provide_streams


def test_characters_that_an_encoding_lacks_are_escaped(monkeypatch: pytest.MonkeyPatch) -> None:
    written = {"stdout": io.BytesIO(), "stderr": io.BytesIO()}
    for name, buffer in written.items():
        monkeypatch.setattr(sys, name, io.TextIOWrapper(buffer, encoding="latin-1"))
    escape_unencodable()
    for stream in (sys.stdout, sys.stderr):
        print("Käse …", file=stream, end="", flush=True)
    assert {buffer.getvalue() for buffer in written.values()} == {b"K\xe4se \\u2026"}


def test_program_without_a_console_can_print_and_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    provide_streams()
    with sys.stdin as stdin, sys.stdout as stdout, sys.stderr as stderr:
        print("…", file=stdout)
        print("…", file=stderr)
        assert stdin.read() == ""
