"""Actions that show and hide panes."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from editor.gui.actions import Actions
from editor.gui.settings_store import SettingsStore
from editor.gui.workspace.window_panes import WindowPanes
from editor.settings import Settings


class PaneActions(QObject):
    """Keeps the check marks of these actions in step with what is visible.

    Where text and preview are tabs, the action of the preview changes the tab.
    """

    def __init__(self, panes: WindowPanes, actions: Actions, settings_store: SettingsStore) -> None:
        super().__init__(panes.window)
        self._splitters = panes.splitters
        self._actions = actions
        self._settings_store = settings_store
        panes.splitters.arranged.connect(self._show)
        panes.form.place_requested.connect(lambda *_: self.show_text())
        panes.side_tabs.opened.connect(lambda _: self.show_text())

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {
            "outline": lambda: self._settings_store.change(
                outline_visible=self._checked("outline")
            ),
            "preview": self._switch_preview,
            "findings": self._switch_findings,
        }

    def show_text(self) -> None:
        """Bring the text to the front where it and the preview are tabs."""
        self._splitters.bring("text")

    def apply_settings(self, old: Settings, new: Settings) -> None:
        """Bring the side panels into sight when they are switched on."""
        if new.findings_visible and not old.findings_visible:
            self.show_text()

    def _checked(self, verb: str) -> bool:
        return self._actions[verb].isChecked()

    def _switch_preview(self) -> None:
        if self._checked("preview"):
            self._settings_store.change(preview_visible=True)
            self._splitters.bring("preview")
        elif self._splitters.tabbed:
            self.show_text()
        else:
            self._settings_store.change(preview_visible=False)
        self._show()

    def _switch_findings(self) -> None:
        self._settings_store.change(findings_visible=self._checked("findings"))
        self.show_text()
        self._show()

    def _show(self) -> None:
        settings, tabbed = self._settings_store.settings, self._splitters.tabbed
        page = self._splitters.front == "preview"
        self._actions["outline"].setChecked(settings.outline_visible)
        self._actions["preview"].setChecked(page if tabbed else settings.preview_visible)
        self._actions["findings"].setChecked(settings.findings_visible and not (tabbed and page))
