"""Export room: files, clipboard and page theme of one review."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack

from editor.gui.context import SessionContext
from editor.gui.export.clipboard_export import ClipboardExport
from editor.gui.export.controller import ExportController
from editor.gui.export.presets import ExportPresets
from editor.gui.export.readiness import ExportReadiness
from editor.gui.export.running_exports import RunningExports
from editor.gui.export.theme_menu import ThemeMenu
from editor.gui.form.form_page import FormPage
from editor.gui.interfaces import FileNames
from editor.gui.room import Room


class ExportRoom(Room):
    """Exports and copies the review; all of it uses the same preset."""

    def __init__(self, context: SessionContext, form: FormPage, files: FileNames) -> None:
        program, window = context.program, context.window
        self.presets = ExportPresets(
            program.folders.state / "exports.json",
            document=context.document,
            themes=program.themes,
            parent=window,
        )
        self.theme_menu = ThemeMenu(self.presets, actions=context.actions, parent=window)
        self.readiness = ExportReadiness(context.document, context.checklist_service, window)
        self.controller = ExportController(
            document=context.document,
            window=window,
            files=files,
            presets=self.presets,
            theme_menu=self.theme_menu,
            readiness=self.readiness,
            show_checklist=context.actions["ready"].trigger,
            locks=program.locks,
        )
        self.running = RunningExports(self.controller.requests, window.message_bar, window)
        self.clipboard = ClipboardExport(
            document=context.document,
            files=files,
            presets=self.presets,
            readiness=self.readiness,
            current_section=lambda: _section(form),
            parent=window,
        )
        self.presets.failed.connect(context.say_error)
        self.clipboard.message.connect(window.message_bar.say_of_review)
        for source in (self.controller.reporter, self.clipboard):
            source.failed.connect(context.show_warning)
        self.controller.folder_used.connect(context.remember_folder)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {**self.controller.slots(), **self.clipboard.slots(), **self.theme_menu.slots()}

    def start(self) -> None:
        """Look for page themes."""
        self.theme_menu.refresh()

    def stop(self) -> None:
        """End every thread, also where ending one of them fails; presets are saved last."""
        with ExitStack() as ends:
            for part in (
                *(self.presets, self.theme_menu, self.readiness),
                *(self.clipboard, self.controller),
            ):
                ends.callback(part.stop)


def _section(form: FormPage) -> str | None:
    """Return the current section, None at the facts."""
    place = form.current_section.place
    return place if place in form.cards else None
