"""From pane to pane by key: to each of the panels and back to the text, and around the window."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from editor.gui.actions import Actions
from editor.gui.editor import typing_assist
from editor.gui.form.form_page import FACTS
from editor.gui.main_window import MainWindow
from editor.gui.settings_store import Preferences
from editor.gui.widgets.side_panel import SidePanel
from editor.settings import Settings

_FOCUS = Qt.FocusReason.OtherFocusReason


class PaneNavigation(QObject):
    """Gives the keyboard to a pane; it comes back to the text where it was.

    ``panels`` are what the actions go to. The action that has led to a panel leads back, too, and
    puts the panels away.
    """

    def __init__(
        self,
        window: MainWindow,
        preferences: Preferences,
        panels: Mapping[str, SidePanel],
        app: QApplication,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._panels = panels
        self._last: QWidget | None = None
        app.focusChanged.connect(self._follow)
        # Before the panels go: what is hidden with the keyboard hands it on to whatever is next.
        preferences.changed.connect(self._changed)
        window.notice.left.connect(self.back)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), window.tabs)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.back)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return what the actions do."""
        return {
            **{verb: partial(self._go, panel) for verb, panel in self._panels.items()},
            "next_pane": lambda: self._walk(1),
            "previous_pane": lambda: self._walk(-1),
        }

    def back(self) -> None:
        """Give the keyboard back to the text, or to the fact that had it."""
        form = self._window.form
        last = self._last if self._last is not None and isValid(self._last) else None
        if last is not None and last.isVisible() and form.isAncestorOf(last):
            last.setFocus(_FOCUS)
        elif form.at_work is not None:
            form.at_work.setFocus(_FOCUS)
        else:
            form.jump(FACTS)

    def _go(self, panel: SidePanel) -> None:
        tabs = self._window.tabs
        if _holds(tabs) and panel.isVisible():
            self._preferences.change(findings_visible=False)
            return
        self._preferences.change(findings_visible=True)
        tabs.open(panel)
        tabs.take_keyboard()

    def _walk(self, by: int) -> None:
        """Go to the next pane that is shown, around the window."""
        window = self._window
        panes: tuple[tuple[QWidget, Callable[[], object]], ...] = (
            (window.outline, window.outline.take_keyboard),
            (window.form, self.back),
            (window.preview_place, partial(window.preview_place.setFocus, _FOCUS)),
            (window.tabs, window.tabs.take_keyboard),
        )
        shown = [(pane, give) for pane, give in panes if pane.isVisible()]
        here = next((n for n, (pane, _) in enumerate(shown) if _holds(pane)), -1 if by > 0 else 0)
        if shown:
            shown[(here + by) % len(shown)][1]()

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        form = self._window.form
        # A window that goes hands the keyboard on, too.
        if now is not None and isValid(form) and form.isAncestorOf(now):
            self._last = now

    def _changed(self, before: Settings, now: Settings) -> None:
        if before.findings_visible and not now.findings_visible and _holds(self._window.tabs):
            self.back()


def _holds(pane: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is pane or pane.isAncestorOf(focused))


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
        window: MainWindow,
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
