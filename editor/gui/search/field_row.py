"""Row with a field and tools, which stand below the field where it would be too short."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QWidget


class FieldRow(QWidget):
    """Gives the field what the tools leave, and a line of its own if that is less than it needs.

    What the field needs is its minimum width.
    """

    def __init__(self, field: QLineEdit, tools: QWidget, spacing: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._field, self._tools = field, tools
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)
        self._row.addWidget(field, 1)
        self._row.addWidget(tools)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the wider part, as one can stand below the other."""
        width = max(self._field.minimumWidth(), self._tools.minimumSizeHint().width())
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tools below the field, or beside it."""
        super().resizeEvent(event)
        together = self._field.minimumWidth() + self._row.spacing() + self._tools.sizeHint().width()
        directions = QBoxLayout.Direction
        narrow = together > self.width()
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
