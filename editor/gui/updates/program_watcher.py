"""Notice that the program on the disk is no longer the one that runs."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from editor.installation import ProgramFile

_SETTLED_MS = 1_000
"""Time without a change after which an installer has finished with the file."""


class ProgramWatcher(QObject):
    """Reports once that the file of a program has been replaced or removed.

    A bundle reads modules from its file when they are first used. After an upgrade these are those
    of another version, at other places in the file.
    """

    replaced = Signal()

    def __init__(self, program: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._program = ProgramFile(program)
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._compare)
        self._watcher = QFileSystemWatcher([str(program)], self)
        self._watcher.fileChanged.connect(self._settled.start)

    def _compare(self) -> None:
        if self._program.is_replaced:
            self._watcher.fileChanged.disconnect()
            self.replaced.emit()
