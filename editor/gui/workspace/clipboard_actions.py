"""Actions of the edit menu that act on the field with the keyboard focus."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QMenuBar, QWidget
from shiboken6 import isValid

from editor.gui.actions import Actions
from editor.gui.widgets.edit_target import EditTarget, edit_target

VERBS = ("cut", "copy", "paste", "select_all")


class ClipboardActions(QObject):
    """Cuts, copies, pastes and selects in the field that had the keyboard focus last.

    The field does what its own keys do. What it does not have, or cannot do now, is disabled.
    """

    def __init__(self, actions: Actions, window: QMainWindow, app: QApplication) -> None:
        super().__init__(window)
        self._actions = actions
        self._window = window
        self._field: QWidget | None = None
        self._watched: EditTarget | None = None
        app.focusChanged.connect(self._follow)
        for entry in window.menuBar().actions():
            menu = entry.menu()
            if isinstance(menu, QMenu):
                menu.aboutToShow.connect(self.refresh)
        self.refresh()

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """Return the slots of the actions."""
        return {verb: partial(self._run, verb) for verb in VERBS}

    def refresh(self) -> None:
        """Enable what the field can do now, and say about the rest why it cannot."""
        target = self._target()
        reasons = {verb: self._reason(verb, target) for verb in VERBS}
        self._actions.withhold("clipboard", {verb: text for verb, text in reasons.items() if text})

    def _target(self) -> EditTarget | None:
        return edit_target(self._field) if self._field and isValid(self._field) else None

    def _reason(self, verb: str, target: EditTarget | None) -> str:
        if target is None or all(getattr(target, name) is None for name in VERBS):
            return self.tr("Der Cursor steht in keinem Text.")
        if getattr(target, verb) is None:
            return self.tr("Das ist hier nicht möglich.")
        if verb in ("cut", "paste") and not target.writable:
            return self.tr("Hier lässt sich nichts ändern.")
        if verb in ("cut", "copy") and not target.selected:
            return self.tr("Nichts ist ausgewählt.")
        return ""

    def _run(self, verb: str) -> None:
        command = getattr(self._target(), verb, None)
        if command is not None:
            command()

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        """Follow the focus within the window; menus and other windows act on the last field."""
        if now is None or now.window() is not self._window or isinstance(now, QMenuBar):
            return
        self._watch(now)
        self.refresh()

    def _watch(self, field: QWidget) -> None:
        before, changed = self._field, self._watched.changed if self._watched else None
        if changed is not None and before is not None and isValid(before):
            changed.disconnect(self.refresh)
        self._field = field
        self._watched = edit_target(field)
        if self._watched is not None and self._watched.changed is not None:
            self._watched.changed.connect(self.refresh)
