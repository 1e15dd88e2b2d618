"""Watcher that notices when another program changes the file of the open review."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from editor.gui.document import Document

_INTERVAL_MS = 2_000
"""Time between two comparisons while the window is active. Reading works on every file system, and
on a slow one the worker waits."""
_GONE = 2
"""Number of comparisons after which a file that is not found is gone."""


class FileWatcher(QObject):
    """Compares the file with its digest at the last load or save, while the window is active."""

    changed_outside = Signal(object)
    """Emitted with the Path of the file when it has changed and the review has unsaved edits; once
    for each content of the file."""
    vanished = Signal(object)
    """Emitted with the Path of the file when it is not there any more, at two comparisons in a
    row: some programs write a file by removing it first."""
    settled = Signal()
    """Emitted at each comparison that finds what the review was read from or saved to."""
    reload_requested = Signal(object)
    """Emitted with the Path of the file when it has changed and the review has no unsaved edits."""

    def __init__(
        self,
        document: Document,
        window: QWidget,
        read_digest: Callable[[Path, Callable[[str], None]], None],
    ) -> None:
        """``read_digest`` hands the digest of a file to a function, after the saves before."""
        super().__init__(window)
        self._document = document
        self._read_digest = read_digest
        self._window = window
        self._checking = False
        self._reported_digest = ""
        self._absences = 0
        """Number of comparisons in a row that found no file."""
        self._clock = QTimer(self, interval=_INTERVAL_MS)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Compare when the writer comes back from another program."""
        if event.type() == QEvent.Type.WindowActivate:
            self.check()
        return super().eventFilter(watched, event)

    def check(self) -> None:
        """Compare now, unless a comparison is under way."""
        path = self._document.path
        if path is not None and self._document.digest and not self._checking:
            self._checking = True
            self._read_digest(path, partial(self._compare, path))

    def stop(self) -> None:
        """Stop watching."""
        self._clock.stop()
        self._window.removeEventFilter(self)

    def _tick(self) -> None:
        if self._window.isActiveWindow():
            self.check()

    def _compare(self, path: Path, digest: str) -> None:
        self._checking = False
        if path != self._document.path:
            return
        self._absences = 0 if digest else self._absences + 1
        gone = self._absences >= _GONE and not self._document.read_only
        self._document.note_missing(missing=gone)
        if digest == self._document.digest:
            self._reported_digest = ""
            self.settled.emit()
        elif not digest:
            self._reported_digest = ""
            if self._absences == _GONE:
                self.vanished.emit(path)
        elif digest != self._reported_digest:
            self._report(path, digest)

    def _report(self, path: Path, digest: str) -> None:
        self._reported_digest = digest
        dirty = self._document.dirty
        (self.changed_outside if dirty else self.reload_requested).emit(path)
