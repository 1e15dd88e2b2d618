"""Where the parts of a checkout are, and how the set-up speaks."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")


class SetupError(Exception):
    """A step that failed; the text says in German what to do about it."""


def say(text: str) -> None:
    """Print a message about the progress."""
    print(text, flush=True)


def warn(text: str) -> None:
    """Print what went wrong."""
    print(text, file=sys.stderr, flush=True)
