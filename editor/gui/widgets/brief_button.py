"""Button whose text gives up what is in brackets."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget


class BriefButton(QPushButton):
    """Shows its text without what is in brackets where there is no room for all of it."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._whole = text
        # Qt lets no button become narrower than its size hint.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_whole(self, text: str) -> None:
        """Show ``text``, or its beginning where it has no room."""
        # Without asking for a size: Qt would polish the button before it has its role.
        self._whole = text
        self.setText(text)
        if self.isVisible():
            self._fit_text()

    def sizeHint(self) -> QSize:
        """Return the size with the whole text."""
        return super().sizeHint() + QSize(self._wider_by(self._whole, self.text()), 0)

    def minimumSizeHint(self) -> QSize:
        """Return the size with the brief text."""
        return self.sizeHint() + QSize(self._wider_by(self._brief, self._whole), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the text as there is room for."""
        super().resizeEvent(event)
        self._fit_text()

    def showEvent(self, event: QShowEvent) -> None:
        """Show as much of the text as there is room for in the place from before."""
        super().showEvent(event)
        self._fit_text()

    @property
    def _brief(self) -> str:
        return self._whole.partition(" (")[0]

    def _wider_by(self, text: str, other: str) -> int:
        """Return how much wider ``text`` is than ``other``."""
        advance = self.fontMetrics().horizontalAdvance
        return advance(text.replace("&", "")) - advance(other.replace("&", ""))

    def _fit_text(self) -> None:
        whole = self.width() >= self.sizeHint().width()
        text = self._whole if whole else self._brief
        if text != self.text():
            self.setText(text)
