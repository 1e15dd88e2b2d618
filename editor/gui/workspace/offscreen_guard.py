"""Moves windows back into sight when their screen is gone."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QWidget

from editor.gui.screen_fit import PLACED, bring_inside

_SETTLED_MS = 300
"""Time that a desktop needs to move windows itself."""


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
        for window in self._app.topLevelWidgets():
            if not window.isVisible():
                continue
            if window.windowState() & PLACED:
                window.installEventFilter(self)
            else:
                bring_inside(window, self._app.screens())
