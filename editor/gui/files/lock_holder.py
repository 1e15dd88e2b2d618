"""One writer per file: holds the open one, and keeps it from being edited where another does."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QObject, QTimer, Signal

from editor.gui.document import Document
from editor.gui.worker import Worker
from editor.storage import atomic_write
from editor.storage.locks import LockOwner, Locks

_AGAIN_MS = 3_000
"""Distance of attempts to get a file that another program holds."""


class LockHolder(QObject):
    """Takes the lock of whatever file is open, and lets go of the one before."""

    refused = Signal(str, bool)
    """A sentence that says who has the file open, and whether it may be taken by force: when it
    is opened, and with every edit that is not taken."""
    freed = Signal(str)
    """A sentence: nobody else has the file open any more."""

    def __init__(self, locks: Locks, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._locks = locks
        self._document = document
        self._path: Path | None = None
        self._worker = Worker(self, newest_only=False)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._try)
        document.opened.connect(self._changed)
        document.saved_changed.connect(self._changed)
        document.refused.connect(self._remind)

    def take_by_force(self) -> None:
        """Edit the file although somebody seems to have it open on another machine."""
        self._try(by_force=True)

    def stop(self) -> None:
        """Let go of the file."""
        self._again.stop()
        self._worker.stop()
        if self._path is not None:
            self._locks.release(self._path)
            self._path = None

    # -- inside -----------------------------------------------------------------------------------

    def _changed(self) -> None:
        path = self._document.path.absolute() if self._document.path else None
        if path == self._path:
            return
        before, self._path = self._path, path
        self._again.stop()
        self._document.holder = None
        if before is not None:
            self._worker.submit(partial(self._locks.release, before), lambda _: None)
        self._try()

    def _try(self, *, by_force: bool = False) -> None:
        path = self._path
        if path is not None:
            job = partial(_take, self._locks, path, by_force=by_force)
            self._worker.submit(job, partial(self._answered, path))

    def _answered(self, path: Path, holder: LockOwner | None) -> None:
        if path != self._path:
            return
        before, self._document.holder = self._document.holder, holder
        if holder is not None:
            self._again.start()
            if before is None:
                self._remind()
        elif before is not None:
            free = self.tr("{name} ist wieder frei und lässt sich bearbeiten.")
            self.freed.emit(free.format(name=path.name))

    def _remind(self) -> None:
        path, holder = self._path, self._document.holder
        if path is not None and holder is not None:
            self.refused.emit(self._sentence(path, holder), holder.process.is_remote)

    def _sentence(self, path: Path, holder: LockOwner) -> str:
        since = QDateTime.fromSecsSinceEpoch(round(holder.since))
        return self.tr(
            "{name} ist schon geöffnet: auf {host} von Prozess {pid} seit {since}. Hier lässt sich "
            "die Rezension lesen und mit „Sichern unter“ kopieren."
        ).format(
            name=path.name,
            host=holder.process.host,
            pid=holder.process.pid,
            since=QLocale().toString(since, "d. MMMM, HH:mm"),
        )


def _take(locks: Locks, path: Path, *, by_force: bool) -> LockOwner | None:
    holder = locks.acquire(path, force=by_force)
    if holder is None:
        atomic_write.remove_leftovers(Path(os.path.realpath(path)))
    return holder
