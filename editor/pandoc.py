"""Conversions by pandoc, which comes in a wheel: bytes in, bytes out.

With ``--sandbox`` it reads no other file and uses no network
(https://pandoc.org/MANUAL.html#a-note-on-security); its heap and its time are limited as well.
"""

import shutil
import subprocess
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from editor.errors import ConversionError
from editor.helper_processes import NO_WINDOW, helper_process
from editor.installation import current_installation

_HEAP = ("+RTS", "-M1G", "-RTS")
_VERSION_SECONDS = 60.0
"""Deadline for the answer of a pandoc that has nothing to do."""


def run(
    data: bytes, source: str, target: str, *, seconds: float, more: Sequence[str] = ()
) -> bytes:
    """Return ``data`` converted from ``source`` to ``target``, which are pandoc's format names.

    ``more`` are further arguments of the command; pandoc may read the files that they name.
    Raises ConversionError if pandoc is missing, cannot read the data, or takes longer than
    ``seconds``.
    """
    formats = (f"--from={source}", f"--to={target}")
    command = [_program(), *_HEAP, "--sandbox", *formats, "--wrap=none", "--eol=lf", *more]
    try:
        return _output(command, data, seconds)
    except subprocess.TimeoutExpired as error:
        raise ConversionError(
            f"Das Umwandeln hat länger als {seconds:.0f} Sekunden gedauert; bitte importieren Sie "
            "den Text in kleineren Teilen oder als reinen Text.",
            f"Converting took more than {seconds:.0f} seconds; please import the text in "
            "smaller parts or as plain text.",
        ) from error
    except (OSError, subprocess.CalledProcessError) as error:
        raise ConversionError(
            "Der Inhalt lässt sich nicht umwandeln, die Datei ist beschädigt oder hat ein anderes "
            "Format; bitte sichern Sie sie in ihrem Programm neu oder als reinen Text.",
            "The content cannot be converted, the file is damaged or has another format; please "
            "save it anew in its program or as plain text.",
        ) from error


def version() -> str:
    """Return the first line of what pandoc says of itself: “pandoc 3.9”.

    Raises ConversionError if it is missing or does not start.
    """
    try:
        return _output([_program(), "--version"], b"", _VERSION_SECONDS).decode().splitlines()[0]
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError, IndexError) as error:
        raise _missing_error() from error


def _output(command: Sequence[str], data: bytes, seconds: float) -> bytes:
    """Return the output of ``command``. Raises OSError and subprocess.SubprocessError."""
    with (
        subprocess.Popen(  # noqa: S603 - our own program, arguments without user input
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=NO_WINDOW,
        ) as process,
        helper_process(process.kill),
    ):
        try:
            output, _ = process.communicate(data, timeout=seconds)
        finally:
            process.kill()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return output


def _program() -> str:
    try:
        # The package has no types, and only the path of its program is needed.
        package = import_module("pypandoc")
        shipped = shutil.which("pandoc", path=str(Path(str(package.__file__)).parent / "files"))
        # A pypandoc without binary looks for pandoc on the search path.
        return shipped or str(package.get_pandoc_path())
    except (ImportError, OSError) as error:
        raise _missing_error() from error


def _missing_error() -> ConversionError:
    repair = current_installation().repair
    return ConversionError(
        f"Zum Umwandeln fehlt pandoc; {repair.german}.",
        f"Converting needs pandoc, which is missing; {repair.english}.",
    )
