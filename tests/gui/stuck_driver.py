"""Runs the program with jobs that never end, opens a review, and quits.

Arguments: the review's file, and which jobs: "read" for all that only read, "write" for all others
once the review is open. Writes a line with the monotonic time in ns when it asks to quit.
"""

import sys
import threading
import time
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QTimer

from editor.__main__ import main
from editor.gui.program import Program
from editor.gui.worker import Job, Worker

_POLL_MS = 50


def _compute() -> None:
    """Compute without an end, as on a hostile text: the interpreter's lock changes hands."""
    while True:
        pass


def _wait() -> None:
    """Wait without an end, as for a disk that does not answer."""
    threading.Event().wait()


def _stick(which: str, ready: list[bool]) -> None:
    submit, computing = Worker.submit, list[Worker]()

    def sticking(worker: Worker, job: Job, *callbacks: object, **options: object) -> None:
        if which == "read" and worker._reads_only:
            # One computes: with a dozen that do, the start would take half a minute.
            job = _wait if computing else _compute
            computing.append(worker)
        elif which == "write" and ready and not worker._reads_only:
            job = _wait
        submit(worker, job, *callbacks, **options)  # type: ignore[arg-type]

    patch.object(Worker, "submit", sticking).start()


def run(path: Path, which: str) -> int:
    """Start the program, and quit it when the review is open."""
    begin, ready = Program.start, list[bool]()
    _stick(which, ready)

    def start(program: Program, *args: Any, **options: Any) -> None:
        clock = QTimer(program, interval=_POLL_MS)

        def quit_when_open() -> None:
            session = program.session
            if session.document.path is None or len(session.rooms) <= len(session._first_rooms):
                return
            clock.stop()
            ready.append(True)
            program.settings_store.change(author="Salz")
            sys.stdout.write(f"{time.monotonic_ns()}\n")
            sys.stdout.flush()
            program.close_windows()

        clock.timeout.connect(quit_when_open)
        clock.start()
        begin(program, *args, **options)

    with patch.object(Program, "start", start):
        return main([str(path)])


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1]), sys.argv[2]))
