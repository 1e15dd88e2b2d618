"""The actions that show and hide outline, preview and findings."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject

from editor.gui.actions import Actions
from editor.gui.editor import typing_assist
from editor.gui.main_window import Window
from editor.gui.settings_store import Preferences
from editor.settings import Settings

_TEXT_VERBS = (
    *("find", "replace", "paste_plain", "explain", "apply_first"),
    *("to_findings", "to_style", "ready", "statistics"),
    *("paragraph_up", "paragraph_down", "section_up", "section_down"),
    *typing_assist.VERBS,
)
"""What is done to the text or shown beside it, and has to be seen."""


class PaneActions(QObject):
    """Keeps what the actions say and what is to be seen the same.

    Where text and preview are tabs, the action of the preview changes the tab.
    """

    def __init__(
        self,
        window: Window,
        actions: Actions,
        preferences: Preferences,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._columns = columns = window.columns
        self._actions = actions
        self._preferences = preferences
        columns.arranged.connect(self._show)
        show_text = partial(columns.bring, "text")
        window.form.place_asked.connect(show_text)
        window.tabs.opened.connect(lambda _: show_text())
        # Before the action does its work, as this is connected first.
        for verb in _TEXT_VERBS:
            actions[verb].triggered.connect(lambda _: show_text())
        preferences.changed.connect(self._changed)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        return {
            "outline": lambda: self._preferences.change(outline_visible=self._wanted("outline")),
            "preview": self._switch_preview,
            "findings": self._switch_findings,
        }

    def _wanted(self, verb: str) -> bool:
        return self._actions[verb].isChecked()

    def _switch_preview(self) -> None:
        if self._wanted("preview"):
            self._preferences.change(preview_visible=True)
            self._columns.bring("preview")
        elif self._columns.tabbed:
            self._columns.bring("text")
        else:
            self._preferences.change(preview_visible=False)
        self._show()

    def _switch_findings(self) -> None:
        self._preferences.change(findings_visible=self._wanted("findings"))
        self._columns.bring("text")
        self._show()

    def _changed(self, before: Settings, now: Settings) -> None:
        if now.findings_visible and not before.findings_visible:
            self._columns.bring("text")

    def _show(self) -> None:
        """Check the actions of what is to be seen."""
        settings, tabbed = self._preferences.settings, self._columns.tabbed
        page = self._columns.front == "preview"
        self._actions["outline"].setChecked(settings.outline_visible)
        self._actions["preview"].setChecked(page if tabbed else settings.preview_visible)
        self._actions["findings"].setChecked(settings.findings_visible and not (tabbed and page))
