"""Missing file: offers the earlier versions of a review whose file is gone."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.errors import RezensentError
from editor.gui import dialogs
from editor.gui.host_window import HostWindow
from editor.gui.worker import Worker
from editor.storage.backups import Backups, BackupVersion


class MissingFile(QObject):
    """Says that a file is gone, and offers its earlier versions where there are any."""

    versions_requested = Signal(object)
    """Emitted with the Path of a file whose versions the writer wants to see."""

    def __init__(self, backups: Backups, worker: Worker, window: HostWindow) -> None:
        super().__init__(window)
        self._backups, self._worker, self._window = backups, worker, window

    def report(self, path: Path, error: RezensentError, asked: bool) -> None:  # noqa: FBT001
        """Show ``error`` about the missing file ``path``; its versions are looked for first.

        It is a dialog where the writer has ``asked`` for the file, else a message over the form.
        """
        path = path.absolute()
        show = self._ask if asked else self._say
        self._worker.submit(partial(self._backups.versions, path), partial(show, path, error))

    def _ask(self, path: Path, error: RezensentError, found: tuple[BackupVersion, ...]) -> None:
        show = partial(self.versions_requested.emit, path) if found else None
        dialogs.show_missing_file(self._window, error.text(), show)

    def _say(self, path: Path, error: RezensentError, found: tuple[BackupVersion, ...]) -> None:
        action = self.tr("Frühere Fassungen …") if found else ""
        show = partial(self.versions_requested.emit, path)
        self._window.message_bar.say_of_review(error, action, show)
