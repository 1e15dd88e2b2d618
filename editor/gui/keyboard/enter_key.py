"""The Enter key on buttons: it presses the one with the keyboard focus."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from shiboken6 import isValid

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ALONE = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class EnterKey(QObject):
    """Lets Enter press the button that has the keyboard focus, as Space does.

    Qt does so in dialogs alone, and there not for a button without ``autoDefault``, where Enter
    presses the default button although the focus frame is around another one.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._button: QWidget | None = None
        app.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press ``watched`` at Enter."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QPushButton | QToolButton) or not _is_enter(event):
            return False
        # A key that is held down presses once.
        if not event.isAutoRepeat():
            watched.click()
        return True

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if self._button is not None and isValid(self._button):
            self._button.removeEventFilter(self)
        self._button = now if isinstance(now, QPushButton | QToolButton) else None
        if self._button is not None:
            self._button.installEventFilter(self)


def _is_enter(event: QKeyEvent) -> bool:
    return event.key() in _ENTER and event.modifiers() in _ALONE
