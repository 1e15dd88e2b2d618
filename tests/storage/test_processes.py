"""Folders of running programs: one's own, and what killed ones have left."""

import os
import subprocess
import sys
from pathlib import Path

from editor.storage.processes import Process, Scratch

_KILLED = """
import sys
from pathlib import Path
from editor.storage.processes import Process
from editor.storage.processes import Scratch
Scratch(Path(sys.argv[1]), Process.this()).path("geheim.pdf").write_text("x")
print("da", flush=True)
sys.stdin.read()
"""


def test_own_files_are_private_and_go(tmp_path: Path) -> None:
    scratch = Scratch(tmp_path / "print", Process.this())
    path = scratch.path("salz.pdf")
    path.write_text("x")
    if os.name == "posix":
        assert path.parent.stat().st_mode & 0o077 == 0
    scratch.clear()
    assert not path.parent.exists()
    scratch.clear()


def test_only_what_a_killed_program_left_is_removed(tmp_path: Path) -> None:
    folder = tmp_path / "print"
    own = Scratch(folder, Process.this())
    own.path("salz.pdf").write_text("x")
    with subprocess.Popen(
        [sys.executable, "-c", _KILLED, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "da\n"
        own.clear_left()
        assert len(list(folder.glob("*/*.pdf"))) == 2
        other.kill()
    own.clear_left()
    assert [path.name for path in folder.glob("*/*.pdf")] == ["salz.pdf"]


def test_without_a_folder_nothing_is_left(tmp_path: Path) -> None:
    Scratch(tmp_path / "fehlt", Process.this()).clear_left()
    assert not (tmp_path / "fehlt").exists()
