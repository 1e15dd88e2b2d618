"""Input and output of the commands: standard streams, files and JSON."""

import codecs
import json
import os
import sys
from pathlib import Path

from editor.cli.translation import _
from editor.errors import (
    DamagedInstallError,
    NotInstalledError,
    ReviewFileError,
    RezensentError,
    ServerFailureError,
)
from editor.installation import current_installation
from editor.storage import load_save

STREAM = "-"
"""Name of a file that stands for standard input or output."""
_CLEAR_LINE = "\x1b[K"
"""Clears a terminal's line from the cursor to its end (ECMA-48, 8.3.41)."""


def say(text: str) -> None:
    """Print a message that is not a result of the command."""
    print(text, file=sys.stderr)


def report(error: RezensentError) -> None:
    """Print the sentence of ``error``, and the command that helps where there is one."""
    say(error.text())
    if isinstance(error, NotInstalledError | DamagedInstallError):
        say(_("“{command} doctor --install” sets LanguageTool up.").format(command=_command()))
    elif isinstance(error, ServerFailureError):
        say(_("“{command} doctor” shows what is missing.").format(command=_command()))


def _command() -> str:
    return current_installation().command


def show_progress(text: str) -> None:
    """Show ``text`` in a line of standard error that the next call writes over; empty clears it.

    Does nothing unless standard error is a terminal: a log would keep every line.
    """
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{text}{_CLEAR_LINE}" if text else f"\r{_CLEAR_LINE}")
        sys.stderr.flush()


def print_json(value: object) -> None:
    """Print ``value`` as one line of JSON."""
    # Other encodings lack characters, and what Python escapes them with is not JSON.
    is_unicode = codecs.lookup(sys.stdout.encoding).name.startswith("utf")
    print(json.dumps(value, ensure_ascii=not is_unicode))


def read_text(name: str) -> str:
    """Return the text of the file ``name`` or of standard input. Raises ReviewFileError."""
    if name != STREAM:
        return load_save.read_text(Path(name))
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReviewFileError(
            "Die Standardeingabe ist kein Text in UTF-8; bitte wandeln Sie sie vorher um.",
            "Standard input is not text in UTF-8; please convert it first.",
        ) from error


def write_bytes(data: bytes, target: str) -> None:
    """Write ``data`` to the file ``target`` or to standard output. Raises ReviewFileError."""
    if target == STREAM:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        load_save.write_bytes(data, Path(target))


def require_free(path: Path) -> None:
    """Raise ReviewFileError if there is something of this name."""
    # Path.exists raises for a name that no disk takes; saving has a sentence for it.
    if os.path.lexists(path):
        raise ReviewFileError(
            f"{path} gibt es schon; bitte wählen Sie einen anderen Namen.",
            f"{path} exists already; please choose another name.",
        )
