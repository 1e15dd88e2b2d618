"""No core dump holds what is written: not of the program, nor of what it starts."""

import subprocess
import sys

import pytest

from editor import __main__ as program

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")

_LIMITS = "import resource; print(*resource.getrlimit(resource.RLIMIT_CORE))"
_PROGRAM = f"""
import subprocess, sys
from editor.core_dumps import forbid_core_dumps
forbid_core_dumps()
subprocess.run([sys.executable, "-c", {_LIMITS!r}])
"""


def test_neither_the_program_nor_what_it_starts_leaves_its_memory_on_the_disk() -> None:
    run = subprocess.run(
        [sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True
    )
    # One byte is less than any dump, and the one limit that also holds for a program that the
    # system would hand it by a pipe.
    assert run.stdout.split() == (["1", "1"] if sys.platform == "linux" else ["0", "0"])


def test_the_program_begins_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    called = list[bool]()
    monkeypatch.setattr(program, "forbid_core_dumps", lambda: called.append(True))
    assert program.main(["stats", "missing.md"]) != 0
    assert called == [True]
