"""Places in a checkout, and the messages of the set-up."""

import sys

from tools.project import ROOT
from tools.virtual_environment import programs_folder, python_program

VENV = ROOT / ".venv"
BIN = programs_folder(VENV)
PYTHON = python_program(VENV)


class SetupError(Exception):
    """A step that failed; the text says in German what to do about it."""


def say(text: str) -> None:
    """Print a message about the progress."""
    print(text, flush=True)


def warn(text: str) -> None:
    """Print what went wrong."""
    print(text, file=sys.stderr, flush=True)
