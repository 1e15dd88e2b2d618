"""What is before the page while it is drawn in another size."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

_FRAMES_MS = 50
"""Chromium answers before it has drawn: by then, what it has drawn is on the screen."""


class Curtain(QWidget):
    """Covers the page, which would be seen in its old size and smeared over the new one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preview.curtain")
        self._page = parent
        self.setAutoFillBackground(True)
        self.hide()
        self._opening = QTimer(self, singleShot=True, interval=_FRAMES_MS)
        self._opening.timeout.connect(self.hide)

    def set_ground(self, color: QColor) -> None:
        """Look like the page where nothing is written."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, color)
        self.setPalette(palette)

    def draw(self) -> None:
        """Cover the page."""
        self.setGeometry(self._page.rect())
        self._opening.stop()
        self.raise_()
        self.show()

    def open(self) -> None:
        """Show the page, now that it knows its size."""
        if self.isVisible():
            self._opening.start()
