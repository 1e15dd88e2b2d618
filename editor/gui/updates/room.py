"""Updates room: a look for a newer version, and news of one that is installed meanwhile."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog

from editor.gui.context import SessionContext
from editor.gui.room import Room
from editor.gui.updates.program_watcher import ProgramWatcher
from editor.installation import bundle_program
from editor.updates.source import UpdateSource, update_source

_DIALOG = "dialog.updates"


class UpdatesRoom(Room):
    """Opens the dialog that looks for a newer version. Nothing is asked for without it.

    When the program on the disk is replaced while it runs, the window says so.
    """

    def __init__(self, context: SessionContext) -> None:
        self._window = context.window

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slot of the action, which is there only where a release has set a source."""
        source = update_source()
        return {} if source is None else {"updates": lambda: self._open(source)}

    def start(self) -> None:
        """Watch the program of a bundle, parts of which are read when they are first used."""
        program = bundle_program()
        if program is not None:
            watcher = ProgramWatcher(program, self._window)
            watcher.replaced.connect(self._tell_replaced)

    def stop(self) -> None:
        """End a look that is under way."""
        dialog = self._window.findChild(QDialog, _DIALOG)
        if dialog is not None and dialog.isVisible():
            dialog.reject()

    def _tell_replaced(self) -> None:
        text = QCoreApplication.translate(
            "UpdatesRoom",
            "Rezensent ist inzwischen aktualisiert oder entfernt worden. Bitte schließen Sie alle "
            "Fenster und öffnen Sie es wieder; bis dahin fehlt manches.",
        )
        self._window.message_bar.insist(text)

    def _open(self, source: UpdateSource) -> None:
        # The dialog is opened rarely.
        from editor.gui.updates.dialog import UpdatesDialog  # noqa: PLC0415

        if self._window.findChild(QDialog, _DIALOG) is None:
            dialog = UpdatesDialog(source, self._window.theme, self._window)
            dialog.setObjectName(_DIALOG)
            dialog.open()
