"""Crash log: the stacks that ``faulthandler`` writes when native code ends the process.

It writes the lines of code that every thread was at, and no values. The log of a process that has
ended is shown once, at the next start.
"""

import faulthandler
from typing import IO

from editor.crash_report import without_folders
from editor.storage.processes import ScratchFolder

_NAME = "crash.txt"
_MAX_BYTES = 20_000
"""Bytes of a log that are read."""


class CrashLog:
    """Log of this process, and access to the logs of processes that have ended."""

    def __init__(self, scratch: ScratchFolder) -> None:
        self._scratch = scratch
        self._file: IO[bytes] | None = None

    def open(self) -> None:
        """Open the file that a crash is written to; without one if it cannot be created."""
        try:
            self._file = self._scratch.path(_NAME).open("wb")
        except OSError:
            return
        faulthandler.enable(self._file)

    def close(self) -> None:
        """Remove the log: the program ends in order."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
            self._scratch.clear()

    def take_abandoned(self) -> str:
        """Return the logs of processes that have ended and remove them; empty if there are none."""
        logs = []
        for folder in self._scratch.abandoned():
            try:
                logs.append((folder / _NAME).read_bytes()[:_MAX_BYTES].decode("utf-8", "replace"))
            except OSError:
                continue
        self._scratch.clear_abandoned()
        return without_folders("\n".join(filter(None, logs)))
