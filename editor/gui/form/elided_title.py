"""Title of a card, which ends in an ellipsis where it has no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget


class ElidedTitle(QLabel):
    """Plain text in one line, of which the tool tip shows what has no room."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(text)
        self.setMinimumWidth(1)
        self._whole = text

    def sizeHint(self) -> QSize:
        """Return the size with the whole text."""
        margins = self.contentsMargins()
        width = margins.left() + self.fontMetrics().horizontalAdvance(self._whole) + margins.right()
        return QSize(width, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the text as there is room for, and nothing where that is not a letter."""
        super().resizeEvent(event)
        text = self._whole
        if self.width() < self.sizeHint().width():
            text = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.width())
        if len(text) == 1 and len(self._whole) > 1:
            text = ""
        if text != self.text():
            self.setText(text)
            self.setToolTip("" if text == self._whole else self._whole)
