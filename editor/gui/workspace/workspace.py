"""What makes a desk one's own: views, keys, commands, recent reviews, help, printing, reading."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.gui.actions import Actions
from editor.gui.application import the_application
from editor.gui.document import Document
from editor.gui.files.controller import Files
from editor.gui.form.form_page import FACTS
from editor.gui.main_window import MainWindow
from editor.gui.preview.controller import Previewing
from editor.gui.preview.zoom import Zooming
from editor.gui.settings_store import Preferences
from editor.gui.speech.read_aloud import Reading
from editor.gui.workspace.about_dialog import AboutController
from editor.gui.workspace.commands import Command, action_commands, jumps
from editor.gui.workspace.help_window import HelpController
from editor.gui.workspace.last_session import LastSession
from editor.gui.workspace.offscreen_guard import OffscreenGuard
from editor.gui.workspace.pane_navigation import PaneActions
from editor.gui.workspace.recent_files import RecentFiles
from editor.gui.workspace.screen_layouts import ScreenLayouts
from editor.gui.workspace.shortcuts import Shortcuts
from editor.gui.workspace.view_modes import ViewModes
from editor.settings import RANGES, Folders
from editor.storage.attachments import slug
from editor.storage.processes import ScratchFolder

if TYPE_CHECKING:
    from editor.gui.preview.printing import Printing
    from editor.gui.workspace.command_palette import CommandPalette

_REMEMBERED = 12
"""Commands that come first in the list because they were used lately."""
_ZOOM_STEP = 10


class Workspace(QObject):
    """Builds these services and puts them into the window."""

    def __init__(
        self,
        document: Document,
        window: MainWindow,
        actions: Actions,
        preferences: Preferences,
        *,
        files: Files,
        previewing: Previewing,
        scratch: ScratchFolder,
        folders: Folders,
    ) -> None:
        super().__init__(window)
        self._document = document
        self._window = window
        self._actions = actions
        self._preferences = preferences
        self._previewing = previewing
        self._scratch = scratch
        self.views = ViewModes(window, actions, preferences, self)
        self._panes = PaneActions(window, actions, preferences, self)
        self.layouts = ScreenLayouts(window, preferences, lambda: self.views.sizes, self)
        OffscreenGuard(the_application(), self)
        self.session = LastSession(document, window.form, files, preferences)
        self.recent = RecentFiles(document, preferences, files.open_recent, window)
        self.recent.put_behind(actions["open"])
        self.shortcuts = Shortcuts(actions, preferences, window, self)
        self.reading = Reading(document, window.form, actions, self)
        self._help = HelpController(actions, folders, lambda: window.theme, window)
        self._about = AboutController(window)
        self._printing: Printing | None = None
        self._palette: CommandPalette | None = None
        self._wire()

    def start(self) -> None:
        """Bring the layout back; has to happen before the window is shown."""
        self.layouts.start()
        self.views.refresh()

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        return {
            **self.views.slots(),
            **self._panes.slots(),
            "palette": self._open_palette,
            "shortcuts": self._show_shortcuts,
            "help": self._help.open,
            "about": lambda: self._about.open(self._window.theme),
            "print": self._print,
            "read_aloud": self.reading.toggle,
        }

    def remember(self) -> None:
        """Keep layout and place for the next start."""
        self.layouts.remember()
        self.session.remember()

    def stop(self) -> None:
        """End what runs in the background."""
        for part in (self.recent, self._help, self._about, self.reading, self._printing):
            if part is not None:
                part.stop()

    # -- wiring -----------------------------------------------------------------------------------

    def _wire(self) -> None:
        self._actions["print"].setEnabled(False)
        self._previewing.ready.connect(lambda: self._actions["print"].setEnabled(True))
        self.reading.said.connect(self._window.notice.say)
        self._previewing.zoom_asked.connect(self._zoom)
        zooming = Zooming(self._window.form.viewport(), self)
        zooming.asked.connect(self._resize_text)

    def _zoom(self, steps: int) -> None:
        wanted = self._preferences.settings.preview_zoom + steps * _ZOOM_STEP
        least, most = RANGES["preview_zoom"]
        self._preferences.change(preview_zoom=min(max(wanted, least), most))

    def _resize_text(self, steps: int) -> None:
        for _ in range(abs(steps)):
            self._actions["text_larger" if steps > 0 else "text_smaller"].trigger()

    # -- commands ---------------------------------------------------------------------------------

    def _open_palette(self) -> None:
        if self._palette is None:
            self._palette = self._make_palette()
        self._palette.open(self._window.theme)

    def _make_palette(self) -> "CommandPalette":
        # The window is on the screen before anybody asks for the list of commands.
        from editor.gui.workspace.command_palette import CommandPalette  # noqa: PLC0415

        settings = self._preferences
        palette = CommandPalette(
            self._commands, lambda: settings.settings.commands, self._window.theme, self._window
        )
        palette.chosen.connect(self._run)
        return palette

    def _commands(self) -> list[Command]:
        return [*self._jumps(), *action_commands(self._actions)]

    def _jumps(self) -> Iterator[Command]:
        form = self._document.form
        sections = {
            key: self.tr("Abschnitt: {section}").format(section=field.label.text())
            for key in self._window.form.shown
            if (field := form.section(key)) is not None
        }
        facts = {
            f"{FACTS}.{item.key}": self.tr("Angabe: {fact}").format(fact=item.label.text())
            for item in form.facts
        }
        yield from jumps({FACTS: self.tr("Angaben"), **sections}, self._window.form.jump)
        yield from jumps(facts, self._go_to_fact)

    def _go_to_fact(self, place: str) -> None:
        self._window.form.go_to_fact(place.removeprefix(f"{FACTS}."))

    def _run(self, command: Command) -> None:
        others = [name for name in self._preferences.settings.commands if name != command.id]
        self._preferences.change(commands=(command.id, *others)[:_REMEMBERED])
        command.run()

    def _show_shortcuts(self) -> None:
        from editor.gui.workspace.shortcuts_dialog import ShortcutsDialog  # noqa: PLC0415  (rare)

        ShortcutsDialog(self.shortcuts, self._window.theme, self._window).open()

    def _print(self) -> None:
        # The preview is Chromium, which is not imported before the form is on the screen.
        from editor.gui.preview.printing import Printing  # noqa: PLC0415

        preview, path = self._previewing.preview, self._document.path
        if preview is None:
            return
        if self._printing is None:
            self._printing = Printing(preview, self._scratch, self._window)
            self._printing.said.connect(self._window.notice.say)
        name = path.stem if path else slug(self._document.review.title)
        self._printing.start(name or self.tr("rezension"))
