"""What the interpreter writes down when it is torn out of its work, in a library's own code.

``faulthandler`` writes the lines of code that every thread was at, and no values. What a process
that is gone has left is told at the next start, once.
"""

import faulthandler
from typing import IO

from editor.crash_report import without_folders
from editor.storage.processes import ScratchFolder

_NAME = "crash.txt"
_LONGEST = 20_000
"""Bytes of a report that are told."""


class CrashLog:
    """Has a place for the last words of this process ready, and finds those of others."""

    def __init__(self, scratch: ScratchFolder) -> None:
        self._scratch = scratch
        self._file: IO[bytes] | None = None

    def prepare(self) -> None:
        """Open the file that a crash is written to; where there can be none, none is written."""
        try:
            self._file = self._scratch.path(_NAME).open("wb")
        except OSError:
            return
        faulthandler.enable(self._file)

    def withdraw(self) -> None:
        """End well: there is nothing to tell."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
            self._scratch.clear()

    def take_abandoned(self) -> str:
        """Return what processes that are gone have written, and remove it; empty for nothing."""
        words = []
        for folder in self._scratch.abandoned():
            try:
                words.append((folder / _NAME).read_bytes()[:_LONGEST].decode("utf-8", "replace"))
            except OSError:
                continue
        self._scratch.clear_abandoned()
        return without_folders("\n".join(filter(None, words)))
