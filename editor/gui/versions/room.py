"""Versions room: earlier versions of the open review."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from editor.gui.backup_service import BackupService
from editor.gui.context import SessionContext
from editor.gui.deferred import Deferred
from editor.gui.interfaces import FileCloser
from editor.gui.room import Room

if TYPE_CHECKING:
    from editor.gui.versions.controller import VersionsController


class VersionsRoom(Room):
    """Shows earlier versions and restores them."""

    def __init__(
        self, context: SessionContext, files: FileCloser, backup_service: BackupService
    ) -> None:
        self._context, self._files, self._backup_service = context, files, backup_service
        self._controller = Deferred(self._build_controller)

    def show_file(self, path: Path) -> None:
        """Show the versions of the review in ``path``, which need not exist."""
        self._controller.get().open(path)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {"versions": lambda: self._controller.get().open()}

    def stop(self) -> None:
        """Wait for the versions that are being read."""
        if self._controller.built is not None:
            self._controller.built.stop()

    def _build_controller(self) -> "VersionsController":
        from editor.gui.versions.controller import VersionsController  # noqa: PLC0415

        context = self._context
        controller = VersionsController(
            context.program.backups,
            self._backup_service,
            context.document,
            self._files,
            context.window,
            forms=context.program.forms,
        )
        controller.message.connect(context.window.message_bar.say_of_review)
        return controller
