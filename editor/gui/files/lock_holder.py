"""Lock of the open file: it is edited in one process at a time."""

import os
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QObject, QTimer, Signal

from editor.gui.document import Document
from editor.gui.worker import Worker
from editor.storage import atomic_write
from editor.storage.locks import LockOwner, Locks

_RETRY_MS = 3_000
"""Time between two attempts to lock a file that another process has locked."""


class LockHolder(QObject):
    """Locks the file of the open review, and unlocks the file of the previous one."""

    refused = Signal(str, bool)
    """Emitted with a sentence about the process that has locked the file, and with whether the lock
    may be taken by force: when the file is opened, and with every edit that is refused."""
    freed = Signal(str)
    """Emitted with a sentence when the file can be edited here."""

    def __init__(self, locks: Locks, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._locks = locks
        self._document = document
        self._path: Path | None = None
        self._worker = Worker(self, newest_only=False)
        self._retry = QTimer(self, singleShot=True, interval=_RETRY_MS)
        self._retry.timeout.connect(self._try)
        document.opened.connect(self._changed)
        document.saved_changed.connect(self._changed)
        document.refused.connect(self._remind)

    def take_by_force(self) -> None:
        """Lock the file although a process on another machine seems to have locked it."""
        self._try(by_force=True)

    def stop(self) -> None:
        """Release the lock."""
        self._retry.stop()
        path, self._path = self._path, None
        self._worker.stop(partial(self._locks.release, path) if path is not None else None)

    # -- inside -----------------------------------------------------------------------------------

    def _changed(self) -> None:
        path = self._document.path.absolute() if self._document.path else None
        if path == self._path:
            return
        before, self._path = self._path, path
        self._retry.stop()
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
            self._retry.start()
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
            "{name} ist seit {since} in einem anderen Fenster geöffnet (Rechner „{host}“). "
            "Hier lässt sich die Rezension lesen und mit „Sichern unter“ kopieren."
        ).format(
            name=path.name,
            host=holder.process.host,
            since=QLocale().toString(since, self.tr("d. MMMM, HH:mm")),
        )


def _take(locks: Locks, path: Path, *, by_force: bool) -> LockOwner | None:
    holder = locks.acquire(path, force=by_force)
    if holder is None:
        atomic_write.remove_leftovers(Path(os.path.realpath(path)))
    return holder
