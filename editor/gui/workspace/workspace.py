"""Workspace of the writer: panes, view modes, last session, commands, shortcuts and help."""

from collections.abc import Callable, Mapping
from pathlib import Path

from editor.gui.context import SessionContext
from editor.gui.room import Room
from editor.gui.widgets.side_tabs import SidePanel
from editor.gui.workspace.about_dialog import AboutController
from editor.gui.workspace.clipboard_actions import ClipboardActions
from editor.gui.workspace.help_window import HelpController
from editor.gui.workspace.last_session import LastSession
from editor.gui.workspace.menu_access import MenuAccess
from editor.gui.workspace.palette_controller import PaletteController
from editor.gui.workspace.pane_actions import PaneActions
from editor.gui.workspace.pane_navigation import PaneNavigation
from editor.gui.workspace.recent_files import RecentFiles
from editor.gui.workspace.screen_layouts import ScreenLayouts
from editor.gui.workspace.shortcuts import Shortcuts
from editor.gui.workspace.text_size import TextSize
from editor.gui.workspace.view_modes import ViewModes
from editor.gui.workspace.window_panes import WindowPanes
from editor.settings import Settings


class Workspace(Room):
    """Builds these services for one window."""

    def __init__(
        self,
        context: SessionContext,
        panes: WindowPanes,
        panels: Mapping[str, SidePanel],
        *,
        open_recent: Callable[[Path], object],
        bring_back: Callable[[Path, Callable[[], None]], object],
    ) -> None:
        """``panels`` are the side panels by the verbs of the actions that lead to them.

        ``open_recent`` opens a review, ``bring_back`` opens one in the background and then runs a
        callable.
        """
        program, window, actions = context.program, context.window, context.actions
        settings_store, form = program.settings_store, panes.form
        self._window = window
        self.view_modes = ViewModes(panes, actions, settings_store)
        self.pane_actions = PaneActions(panes, actions, settings_store)
        self.pane_navigation = PaneNavigation(panes, settings_store, panels, program.app)
        self.screen_layouts = ScreenLayouts(panes, settings_store, lambda: self.view_modes.sizes)
        self.last_session = LastSession(context.document, form, settings_store, bring_back)
        self.recent_files = RecentFiles(context.document, settings_store, open_recent, window)
        self.recent_files.put_behind(actions["open"])
        self.shortcuts = Shortcuts(actions, settings_store, window, window)
        self.clipboard_actions = ClipboardActions(actions, window, program.app)
        self.text_size = TextSize(form.viewport(), lambda: window.theme, settings_store)
        self.palette = PaletteController(context.document, form, actions, settings_store, window)
        self.help = HelpController(actions, program.folders, lambda: window.theme, window)
        self.about = AboutController(window)
        self._menu_access = MenuAccess(window)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {
            **self.view_modes.slots(),
            **self.pane_actions.slots(),
            **self.pane_navigation.slots(),
            **self.text_size.slots(),
            **self.clipboard_actions.slots(),
            "menu_bar": self._menu_access.open,
            "palette": self.palette.open,
            "shortcuts": self._show_shortcuts,
            "help": self.help.open,
            "about": lambda: self.about.open(self._window.theme),
        }

    def restore_layout(self) -> None:
        """Restore the layout of the screen; has to be called before the window is shown."""
        self.screen_layouts.start()
        self.view_modes.refresh()

    def remember(self) -> None:
        """Save layout and place for the next start."""
        self.screen_layouts.remember()
        self.last_session.remember()

    def apply_settings(self, old: Settings, new: Settings) -> None:
        """Show and hide panes; the keyboard leaves those that go first."""
        self.pane_navigation.before_hiding(old, new)
        self.pane_actions.apply_settings(old, new)
        self.view_modes.refresh()

    def stop(self) -> None:
        """End all work in the background."""
        for part in (self.recent_files, self.help, self.about):
            part.stop()

    def _show_shortcuts(self) -> None:
        # Imported on request: the dialog is opened rarely.
        from editor.gui.workspace.shortcuts_dialog import ShortcutsDialog  # noqa: PLC0415

        ShortcutsDialog(self.shortcuts, self._window.theme, self._window).open()
