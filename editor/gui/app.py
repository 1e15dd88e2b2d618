"""Entry of the window: makes the application and the program, and runs them."""

import atexit
import os
import sys
import threading
from contextlib import ExitStack, suppress
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from editor.gui.application import make_application
from editor.gui.crash.crash_log import CrashLog
from editor.gui.crash.handler import CrashHandler
from editor.gui.platform_plugin import platform_problem
from editor.gui.program import Program
from editor.gui.termination.termination_signals import TerminationSignals
from editor.gui.worker import wait_for_left_behind
from editor.helper_processes import end_helpers
from editor.settings import Folders
from editor.storage.processes import ProcessIdentity, ScratchFolder

_LAST_MS = 300
"""Time for jobs that ``Program.stop`` has not waited for; after it the process ends with them."""
_LONGEST = 10.0
"""Seconds in which the end must have come. Only something unforeseen takes so long, such as a disk
that does not answer where the GUI thread needs it. A program without a window is hard to end."""
_SIGNALLED = 128
"""Added to the number of a signal, the exit status of a process that it has ended:
https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html, 2.8.2."""


def run(path: Path | None = None, *, sample: bool = False, fresh: bool = False) -> int:
    """Open the window and return its exit status. ``path`` or the sample is shown at first.

    With neither, the review of the last session is opened, or the empty form if it is to be
    ``fresh``. Raises RezensentError if the system lacks what Qt needs for a window.
    """
    problem = platform_problem()
    if problem is not None:
        raise problem
    app = make_application(sys.argv[:1])
    folders = Folders.default()
    crash_log = CrashLog(ScratchFolder(folders.state / "crashes", ProcessIdentity.current()))
    crash_log.open()
    with ExitStack() as ends:
        ends.callback(crash_log.close)
        signals = TerminationSignals(app)
        ends.callback(signals.release)
        program = Program(folders)
        crash_handler = CrashHandler(program.open_reviews, crash_log, program)
        ends.callback(crash_handler.stop)
        ends.callback(program.stop)
        program.session.window.painted.connect(crash_handler.start)
        signals.received.connect(partial(_end_for, program))
        app.commitDataRequest.connect(lambda _: program.keep_drafts())
        program.start(path, sample=sample, fresh=fresh)
        status = app.exec()
        guard = threading.Timer(_LONGEST, partial(_end_process, status))
        guard.daemon = True
        guard.start()
    if not wait_for_left_behind(_LAST_MS):
        _end_process(status)
    guard.cancel()
    atexit.register(_end_without_collection, app, status)
    return status


def _end_without_collection(app: QApplication, status: int) -> None:
    """End this process before the interpreter collects what is left of the windows.

    Icons and painters that are collected after the application has gone crash in Qt now and then.
    """
    # Hands the clipboard on to the system.
    app.shutdown()
    for stream in (sys.stdout, sys.stderr):
        # A program without a console has none, and a pipe may be closed.
        if stream is not None:
            with suppress(OSError):
                stream.flush()
    _end_process(status)


def _end_process(status: int) -> None:
    """End this process with its threads, which cannot be ended alone, and its helpers."""
    end_helpers()
    os._exit(status)


def _end_for(program: Program, signal: int) -> None:
    """End ``program`` for a signal of the system, with the exit status that shells expect."""
    program.leave()
    program.context.app.exit(_SIGNALLED + signal)
