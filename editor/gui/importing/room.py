"""Import room: finished texts that are added to a review."""

from collections.abc import Callable, Mapping

from editor.gui.context import SessionContext
from editor.gui.importing.controller import ImportController
from editor.gui.interfaces import FileOpener
from editor.gui.room import Room


class ImportingRoom(Room):
    """Imports texts from files, from the clipboard and from a drop on the window."""

    def __init__(self, context: SessionContext, files: FileOpener) -> None:
        self.controller = ImportController(
            context.document,
            files,
            context.window,
            forms=context.program.forms,
        )
        self.controller.failed.connect(context.show_warning)
        self.controller.folder_used.connect(context.remember_folder)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return self.controller.slots()

    def stop(self) -> None:
        """Stop reading."""
        self.controller.stop()
