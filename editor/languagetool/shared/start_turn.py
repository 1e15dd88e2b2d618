"""Turn of one program to look for a running LanguageTool and start one."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import Self

from editor.storage import atomic_write

_WAIT = 2.0
"""Seconds to wait for the turn: another program only needs it until its process exists."""


class StartTurn:
    """Lets programs that start at the same time look for a LanguageTool one after the other.

    A lock in the file ``lock`` of ``folder``. Where there is none to be had, the program goes on
    without: two may then start a LanguageTool each. Only for one thread. The lock of an SQLite file
    works on every system and ends with its process.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._lock: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        if self._folder is not None:
            with suppress(OSError, sqlite3.Error):
                atomic_write.make_private_folder(self._folder)
                path = self._folder / "lock"
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
                self._lock = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
                self._lock.execute("BEGIN EXCLUSIVE")
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """Let the next program have its turn."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None
