"""Ctrl and the wheel make larger and smaller what is under the pointer."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent

_NOTCH = 120
"""One click of a wheel, in eighths of a degree; a touchpad sends many small parts of it."""


class Zooming(QObject):
    """Watches a widget; wheels that nobody inside it takes reach it, too."""

    asked = Signal(int)
    """By so many steps larger, below 0 smaller."""

    def __init__(self, watched: QObject, parent: QObject) -> None:
        super().__init__(parent)
        self._turned = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the wheel while Ctrl is held."""
        if event.type() != QEvent.Type.Wheel or not isinstance(event, QWheelEvent):
            return super().eventFilter(watched, event)
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned = 0
            return super().eventFilter(watched, event)
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)
        if steps:
            self._turned -= steps * _NOTCH
            self.asked.emit(steps)
        return True
