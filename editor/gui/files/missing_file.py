"""Missing file: offers the earlier versions of a review whose file is gone."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.gui import dialogs
from editor.gui.worker import Worker
from editor.storage.backups import Backups, BackupVersion


class MissingFile(QObject):
    """Says that a file is gone, and offers its earlier versions where there are any."""

    versions_requested = Signal(object)
    """Emitted with the Path of a file whose versions the writer wants to see."""

    def __init__(self, backups: Backups, worker: Worker, window: QWidget) -> None:
        super().__init__(window)
        self._backups, self._worker, self._window = backups, worker, window

    def report(self, path: Path, sentence: str) -> None:
        """Show ``sentence`` about the missing file ``path``; its versions are looked for first."""
        find = partial(self._backups.versions, path.absolute())
        self._worker.submit(find, partial(self._show, path.absolute(), sentence))

    def _show(self, path: Path, sentence: str, versions: tuple[BackupVersion, ...]) -> None:
        show: Callable[[], None] | None = None
        if versions:
            show = partial(self.versions_requested.emit, path)
        dialogs.show_missing_file(self._window, sentence, show)
