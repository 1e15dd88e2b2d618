"""Versions room: earlier versions of the open review."""

from collections.abc import Callable, Mapping

from editor.gui.backup_service import Keeping
from editor.gui.context import SessionContext
from editor.gui.interfaces import FileCloser
from editor.gui.room import Room
from editor.gui.versions.on_request import VersionsOnRequest


class VersionsRoom(Room):
    """Shows earlier versions and restores them."""

    def __init__(self, context: SessionContext, files: FileCloser, backup_service: Keeping) -> None:
        self.controller = VersionsOnRequest(
            context.program.backups,
            backup_service,
            context.document,
            files,
            context.window,
            forms=context.program.forms,
        )
        self.controller.said.connect(context.window.message_bar.say_of_review)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return self.controller.slots()

    def stop(self) -> None:
        """Wait for what is being read."""
        self.controller.stop()
