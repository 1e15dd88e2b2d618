"""Page cover: hides the page of a web view until Chromium has drawn it in its new size."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

_FRAMES_MS = 50
"""Time from Chromium's answer until what it has drawn is on the screen, in milliseconds."""


class PageCover(QWidget):
    """Covers the page while it is resized: Chromium would show it distorted until it is redrawn."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preview.curtain")
        self._page = parent
        self.setAutoFillBackground(True)
        self.hide()
        self._timer = QTimer(self, singleShot=True, interval=_FRAMES_MS)
        self._timer.timeout.connect(self.hide)

    def set_background(self, color: QColor) -> None:
        """Use ``color``, the background of the page."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, color)
        self.setPalette(palette)

    def cover(self) -> None:
        """Cover the page."""
        self.setGeometry(self._page.rect())
        self._timer.stop()
        self.raise_()
        self.show()

    def uncover(self) -> None:
        """Show the page again in a moment, when its new size is drawn."""
        # Chromium answers late, perhaps when the window has closed.
        if isValid(self) and self.isVisible():
            self._timer.start()
