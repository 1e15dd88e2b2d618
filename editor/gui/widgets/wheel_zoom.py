"""Zooming with Ctrl and the mouse wheel."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent

_NOTCH = 120
"""One click of a wheel, in eighths of a degree; a touchpad sends many small parts of it."""


class WheelZoom(QObject):
    """Watches a widget, which also gets the wheel events that its children ignore."""

    zoomed = Signal(int)
    """Emitted with the number of steps: above 0 larger, below 0 smaller."""

    def __init__(self, watched: QObject, parent: QObject) -> None:
        super().__init__(parent)
        self._turned = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Consume wheel events while Ctrl is held."""
        if event.type() != QEvent.Type.Wheel or not isinstance(event, QWheelEvent):
            return super().eventFilter(watched, event)
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned = 0
            return super().eventFilter(watched, event)
        self._turned += event.angleDelta().y()
        steps = int(self._turned / _NOTCH)
        if steps:
            self._turned -= steps * _NOTCH
            self.zoomed.emit(steps)
        return True
