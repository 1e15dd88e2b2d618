"""Moves windows back into sight when their screen is gone."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QRegion, QScreen
from PySide6.QtWidgets import QApplication, QWidget

_SETTLED_MS = 300
"""Time that a desktop needs to move windows itself."""
_FITTED = (
    Qt.WindowState.WindowMinimized
    | Qt.WindowState.WindowMaximized
    | Qt.WindowState.WindowFullScreen
)
"""States in which the desktop places a window, which keeps its own place for later."""


def brought_inside(frame: QRect, area: QRect) -> QRect:
    """Return ``frame`` moved into ``area`` by the shortest way, and shrunk to it if needed."""
    size = frame.size().boundedTo(area.size())
    x = min(max(frame.x(), area.x()), area.x() + area.width() - size.width())
    y = min(max(frame.y(), area.y()), area.y() + area.height() - size.height())
    return QRect(x, y, size.width(), size.height())


class OffscreenGuard(QObject):
    """Checks every window of the program when a screen is removed or becomes smaller.

    Qt assigns such a window to another screen but does not move it, nor does every desktop.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._settled = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._settled.timeout.connect(self._look)
        app.screenRemoved.connect(self._changed)
        app.screenAdded.connect(self._watch)
        for screen in app.screens():
            self._watch(screen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Check again when a window leaves a state in which the desktop placed it."""
        if event.type() == QEvent.Type.WindowStateChange and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            self._settled.start()
        return super().eventFilter(watched, event)

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._changed)

    def _changed(self) -> None:
        # A popup would stay behind and keep the keyboard.
        while (popup := self._app.activePopupWidget()) is not None and popup.close():
            pass
        self._settled.start()

    def _look(self) -> None:
        screens = [screen.availableGeometry() for screen in self._app.screens()]
        for window in self._app.topLevelWidgets():
            if not window.isVisible():
                continue
            if window.windowState() & _FITTED:
                window.installEventFilter(self)
            else:
                _bring(window, screens)


def _bring(window: QWidget, screens: list[QRect]) -> None:
    frame = window.frameGeometry()
    seen = QRegion()
    for area in screens:
        seen += area
    if QRegion(frame).subtracted(seen).isEmpty():
        return
    inner = window.geometry()
    left, top = inner.x() - frame.x(), inner.y() - frame.y()
    right, bottom = frame.right() - inner.right(), frame.bottom() - inner.bottom()
    target = brought_inside(frame, window.screen().availableGeometry())
    window.setGeometry(target.adjusted(left, top, -right, -bottom))
