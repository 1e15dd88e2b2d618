"""Steps of the set-up that are scripts: their messages and their end."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tools.project import ROOT


def run(tmp_path: Path, text: str) -> "subprocess.CompletedProcess[bytes]":
    script = tmp_path / "step.py"
    script.write_text(text, "utf-8")
    return subprocess.run(
        [sys.executable, "-m", "tools.setup.script", script],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )


def test_step_says_why_it_failed_in_every_encoding(tmp_path: Path) -> None:
    done = run(tmp_path, "import sys\nprint('Los …')\nsys.exit('Kein Netz.')")
    assert (done.returncode, done.stdout) == (1, b"Los \\u2026\n")
    assert done.stderr == b"Kein Netz.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_interrupted_step_ends_without_a_traceback(tmp_path: Path) -> None:
    done = run(tmp_path, "import signal\nsignal.raise_signal(signal.SIGINT)")
    assert (done.returncode, done.stderr) == (-signal.SIGINT, b"")
