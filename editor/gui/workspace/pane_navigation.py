"""Moving the keyboard from pane to pane: to a panel and back to the text, and around the window."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from editor.gui.settings_store import SettingsStore
from editor.gui.widgets.side_tabs import SidePanel
from editor.gui.workspace.window_panes import WindowPanes
from editor.settings import Settings

_FOCUS = Qt.FocusReason.OtherFocusReason


class PaneNavigation(QObject):
    """Gives the keyboard to a pane, and back to the text at the place where it was.

    ``panels`` are the targets of actions by verb. The action that has led to a panel also leads
    back, and hides the panels.
    """

    def __init__(
        self,
        panes: WindowPanes,
        settings_store: SettingsStore,
        panels: Mapping[str, SidePanel],
        app: QApplication,
    ) -> None:
        super().__init__(panes.window)
        self._panes = panes
        self._settings_store = settings_store
        self._panels = panels
        self._last: QWidget | None = None
        app.focusChanged.connect(self._follow)
        panes.window.overlays.left.connect(self.back)
        for pane in (panes.side_tabs, panes.outline):
            escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), pane)
            escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            escape.activated.connect(self.back)

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {
            **{verb: partial(self._go, panel) for verb, panel in self._panels.items()},
            "next_pane": lambda: self._step(1),
            "previous_pane": lambda: self._step(-1),
        }

    def before_hiding(self, old: Settings, new: Settings) -> None:
        """Take the keyboard out of panels that ``new`` hides.

        Has to be called before they are hidden: Qt hands the keyboard of a hidden widget to
        whichever is next.
        """
        hidden = old.findings_visible and not new.findings_visible
        if hidden and _has_focus(self._panes.side_tabs):
            self.back()

    def back(self) -> None:
        """Give the keyboard back to the text, or to the fact that had it."""
        form = self._panes.form
        last = self._last if self._last is not None and isValid(self._last) else None
        if last is not None and last.isVisible() and form.isAncestorOf(last):
            last.setFocus(_FOCUS)
        elif form.current_editor is not None:
            form.current_editor.setFocus(_FOCUS)
        else:
            form.focus_start()

    def _go(self, panel: SidePanel) -> None:
        tabs = self._panes.side_tabs
        if _has_focus(tabs) and panel.isVisible():
            self._settings_store.change(findings_visible=False)
            return
        self._settings_store.change(findings_visible=True)
        tabs.open(panel)
        tabs.take_focus()

    def _step(self, by: int) -> None:
        """Go to the next visible pane, around the window."""
        panes = self._panes
        targets: tuple[tuple[QWidget, Callable[[], object]], ...] = (
            *((line, line.take_focus) for line in panes.window.overlays.visible),
            (panes.outline, panes.outline.take_focus),
            (panes.form, self.back),
            (panes.preview, partial(panes.preview.setFocus, _FOCUS)),
            (panes.side_tabs, panes.side_tabs.take_focus),
        )
        visible = [(pane, focus) for pane, focus in targets if pane.isVisible()]
        start = -1 if by > 0 else 0
        here = next((n for n, (pane, _) in enumerate(visible) if _has_focus(pane)), start)
        if visible:
            visible[(here + by) % len(visible)][1]()

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        form = self._panes.form
        # A window that is being closed hands the keyboard on, too.
        if now is not None and isValid(form) and form.isAncestorOf(now):
            self._last = now


def _has_focus(pane: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is pane or pane.isAncestorOf(focused))
