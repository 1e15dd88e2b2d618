"""The trial of a packaged program: a line for each check, and a failure for what is missing."""

import subprocess
import sys
from pathlib import Path

import pytest

from tools import trial

PROGRAM = """#!/bin/sh
case $1 in
doctor) echo "✓ complete" ;;
new) echo "# New" > "$2" ;;
check) echo "  Line 9: Sazt"; exit 1 ;;
export) mkdir -p "$6"; for kind in $(echo "$4" | tr , ' '); do cp "$2" "$6/review.$kind"; done ;;
import) cp "$2" "$4" ;;
esac
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program that does what the trial looks for, without being one."""
    path = tmp_path / "rezensent"
    path.write_text(PROGRAM, encoding="utf-8")
    path.chmod(0o755)
    return path


def run(program: Path) -> "subprocess.CompletedProcess[str]":
    """Run the trial as packages of Python do: by its path, without this project."""
    command = [sys.executable, "-I", trial.__file__, str(program), "--without-window"]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_a_program_that_does_its_work_passes_every_check(program: Path) -> None:
    done = run(program)
    lines = done.stdout.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        *("✓ state", "✓ new", "✓ finding", "✓ export", "✓ import")
    ]
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("old", "new", "failed"),
    [
        ("exit 1 ;;", "exit 0 ;;", "✗ finding: exit status 0"),
        ("Line 9: Sazt", "nothing", "✗ finding: no Sazt:"),
        ("/review.$kind", "/review", "✗ export: {"),
        ("✓ complete", "incomplete", "✗ state: no ✓: incomplete"),
    ],
)
def test_a_program_that_does_not_is_told(program: Path, old: str, new: str, failed: str) -> None:
    program.write_text(program.read_text("utf-8").replace(old, new), encoding="utf-8")
    done = run(program)
    assert any(line.startswith(failed) for line in done.stdout.splitlines()), done
    assert done.returncode == 1
