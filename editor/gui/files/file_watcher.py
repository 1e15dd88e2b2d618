"""Notices that the file of the open review was changed by somebody else."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from editor.gui.document import Document

_LOOK_MS = 2_000
"""Distance of looks at the file while the window is in use. Asking works on every file system,
and on a slow one it is the worker that waits."""


class FileWatcher(QObject):
    """Compares the file with what was loaded or saved, also when the window comes to the front."""

    changed_outside = Signal(object)
    """The file at this Path holds something else, and so does the window; told once for each."""
    reload_wanted = Signal(object)
    """The file at this Path holds something else, and nothing was changed here."""

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
        self._looking = False
        self._told = ""
        self._clock = QTimer(self, interval=_LOOK_MS)
        self._clock.timeout.connect(self._tick)
        self._clock.start()
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look when the writer comes back from another program."""
        if event.type() == QEvent.Type.WindowActivate:
            self.look()
        return super().eventFilter(watched, event)

    def look(self) -> None:
        """Compare now."""
        path = self._document.path
        if path is not None and self._document.digest and not self._looking:
            self._looking = True
            self._read_digest(path, partial(self._compare, path))

    def stop(self) -> None:
        """Look no more."""
        self._clock.stop()
        self._window.removeEventFilter(self)

    def _tick(self) -> None:
        if self._window.isActiveWindow():
            self.look()

    def _compare(self, path: Path, digest: str) -> None:
        self._looking = False
        if path != self._document.path or digest == self._told:
            return
        if digest in ("", self._document.digest):
            self._told = ""
            return
        self._told = digest
        dirty = self._document.dirty
        (self.changed_outside if dirty else self.reload_wanted).emit(path)
