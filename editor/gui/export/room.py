"""Export room: files, clipboard and page theme of one review."""

from collections.abc import Callable, Mapping

from editor.gui.context import SessionContext
from editor.gui.export.service import Publishing
from editor.gui.form.form_page import FormPage
from editor.gui.interfaces import FileNames
from editor.gui.room import Room


class ExportRoom(Room):
    """Exports and copies the review."""

    def __init__(self, context: SessionContext, form: FormPage, files: FileNames) -> None:
        program = context.program
        self.service = Publishing(
            context.document,
            context.window,
            form,
            files,
            context.actions,
            file=program.folders.state / "exports.json",
            themes=program.themes,
        )
        self.service.failed.connect(context.tell)
        self.service.folder_used.connect(context.remember_folder)
        self.service.said.connect(context.window.message_bar.say_of_review)
        self.service.plans.failed.connect(context.say_error)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return self.service.slots()

    def start(self) -> None:
        """Look for page themes."""
        self.service.looks.refresh()

    def stop(self) -> None:
        """Finish the file that is being written, and save what was chosen."""
        self.service.stop()
