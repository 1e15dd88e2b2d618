"""Typst runner: compiles a template in a process of its own, with a time limit.

The process sees only the files that it is given, in a private folder that is removed afterwards:
by this process, by itself when this process has ended, and by the next start when both were killed.
Only shipped templates are compiled, because a source that names a package would be able to load it
from the network; a writer's text is passed as data. A bundle has to call
``multiprocessing.freeze_support`` first thing in its main module.
"""

import os
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from editor.errors import ExportError
from editor.helper_processes import helper_process
from editor.installation import current_installation
from editor.settings import Folders
from editor.storage import atomic_write
from editor.storage.processes import ProcessIdentity, ScratchFolder

_START = 20.0
"""Seconds that the process may take to start on a busy machine."""
_READY, _MISSING, _FAILED, _DAMAGED = "ready", "missing", "failed", "damaged"
_STANDARDS = ("ua-1", "1.7")
"""PDF standards in the order of preference. What PDF/UA-1 refuses, such as a character without a
glyph, is written as a tagged PDF 1.7: https://typst.app/docs/reference/pdf/."""

_Compile = Callable[[bytes, str], bytes]


@dataclass(frozen=True, slots=True)
class TypstJob:
    """A template, its data as JSON, and the files that the data names."""

    template: bytes
    data: str
    files: Mapping[str, bytes]
    """Images, named by number and suffix as “1.png”."""


def compile_pdf(job: TypstJob, *, seconds: float) -> bytes:
    """Return the PDF of ``job``; the same job and fonts give the same bytes.

    Raises ExportError when Typst is missing, refuses the job or takes longer than ``seconds``.
    """
    with _scratch_parent() as parent:
        return _answer(job, parent, seconds)


@contextmanager
def _scratch_parent() -> Iterator[Path]:
    """Yield the folder for scratch folders: that of the account or, where it has none, a new one.

    What is left in the former is removed by the next start.
    """
    try:
        folder = Folders.default().scratch
        atomic_write.make_private_folder(folder)
    except OSError:
        with tempfile.TemporaryDirectory(prefix="rezensent-") as temporary:
            yield Path(temporary)
    else:
        yield folder


def _answer(job: TypstJob, parent: Path, seconds: float) -> bytes:
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    watched, held = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(sender, watched, parent, job), daemon=True)
    process.start()
    sender.close()
    watched.close()
    scratch = ScratchFolder(parent, ProcessIdentity.of(process.pid or 0))
    try:
        with helper_process(process.kill):
            _received(receiver, _START)
            content: bytes = _received(receiver, seconds)
            return content
    except EOFError as error:
        raise _refused_error("Typst ended without an answer") from error
    finally:
        process.kill()
        process.join()
        process.close()
        for end in (receiver, held):
            end.close()
        scratch.clear()


def _received(receiver: Connection, seconds: float) -> Any:
    """Return what the process sends next. Raises ExportError for a problem, and EOFError."""
    if not receiver.poll(seconds):
        raise _too_slow_error(seconds)
    kind, content = receiver.recv()
    if kind != _READY:
        raise _PROBLEMS[kind](content)
    return content


def _run(sender: Connection, watched: Connection, parent: Path, job: TypstJob) -> None:
    """Compile in the folder of this process below ``parent``; runs in the process."""
    scratch = ScratchFolder(parent, ProcessIdentity.current())
    threading.Thread(target=_end_with, args=(watched, scratch), daemon=True).start()
    try:
        _send(sender, job, scratch)
    finally:
        scratch.clear()


def _end_with(watched: Connection, scratch: ScratchFolder) -> None:
    """End this process, whatever it does, when the one that waits for it has ended."""
    watched.poll(None)
    scratch.clear()
    os._exit(1)


def _send(sender: Connection, job: TypstJob, scratch: ScratchFolder) -> None:
    """Send that Typst is there, and then what it makes of ``job``."""
    try:
        typst = import_module("typst")
    except ImportError as error:
        sender.send((_MISSING, str(error)))
        return
    sender.send((_READY, b""))
    folder = str(scratch.path("").resolve())
    for name, content in job.files.items():
        Path(folder, name).write_bytes(content)

    def compile_(source: bytes, standard: str) -> bytes:
        inputs = {"review": job.data}
        pdf = typst.compile(
            source, root=folder, format="pdf", sys_inputs=inputs, pdf_standards=[standard]
        )
        return bytes(pdf)

    sender.send(_compile_in_first_standard(compile_, job.template, folder))


def _compile_in_first_standard(
    compile_: _Compile, template: bytes, folder: str
) -> tuple[str, object]:
    """Return the PDF in the first standard that accepts it, or the error of the last one."""
    problem = ""
    for standard in _STANDARDS:
        try:
            return _READY, compile_(template, standard)
        except RuntimeError as error:
            problem = str(error)
    damaged = _damaged(compile_, folder)
    return (_DAMAGED, damaged) if damaged else (_FAILED, problem)


def _damaged(compile_: _Compile, folder: str) -> int:
    """Return the number of the first file that is not an image Typst can read, 0 when all are."""
    for number, path in enumerate(sorted(Path(folder).iterdir(), key=_number), 1):
        try:
            compile_(f'#image("{path.name}")'.encode(), _STANDARDS[-1])
        except RuntimeError:
            return number
    return 0


def _number(path: Path) -> int:
    return int(path.stem)


def _missing_error(_reason: object) -> ExportError:
    repair = current_installation().repair
    return ExportError(
        f"Für PDF fehlt Typst; {repair.german}.",
        f"PDF needs Typst, which is missing; {repair.english}.",
    )


def _too_slow_error(seconds: float) -> ExportError:
    return ExportError(
        f"Das PDF war nach {seconds:.0f} Sekunden noch nicht fertig; bitte versuchen Sie es noch "
        "einmal oder exportieren Sie die Rezension als Word-Datei.",
        f"The PDF was not finished after {seconds:.0f} seconds; please try again or export the "
        "review as a Word file.",
    )


def _unreadable_error(number: object) -> ExportError:
    return ExportError(
        f"Das {number}. Bild der Rezension ist beschädigt; bitte sichern Sie es in einem "
        "Bildprogramm neu.",
        f"Image {number} of the review is damaged; please save it again in an image editor.",
    )


def _refused_error(reason: object) -> ExportError:
    return ExportError(
        f"Das PDF lässt sich nicht setzen ({reason}); bitte exportieren Sie die Rezension als "
        "Word-Datei und melden Sie uns den Fehler.",
        f"The PDF cannot be typeset ({reason}); please export the review as a Word file and report "
        "the error to us.",
    )


_PROBLEMS: dict[str, Callable[[object], ExportError]] = {
    _MISSING: _missing_error,
    _DAMAGED: _unreadable_error,
    _FAILED: _refused_error,
}
