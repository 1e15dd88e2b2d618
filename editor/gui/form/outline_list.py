"""List of the outline, whose rows are dragged to another place with the mouse."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from editor.gui.theme import Theme
from editor.gui.widgets.row_list import RowList


class OutlineList(RowList):
    """Shows the facts in the first row and the sections below it, which can be dragged.

    While a row is dragged, a line shows where it would go; Escape ends the drag.
    """

    row_moved = Signal(int, int)
    """A row was dropped: its number, and its new number among the rows without it."""
    row_browsed = Signal(int)
    """Number of the row that the keyboard has moved to."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._pressed = -1
        """Number of the row under the button that is held, -1 for none."""
        self._press_point = QPoint()
        self._gap = -1
        """Number of the row before which the dragged row would go, -1 without a drag."""

    @property
    def dragging(self) -> bool:
        """Whether a row is being dragged."""
        return self._gap >= 0

    def set_theme(self, theme: Theme) -> None:
        """Paint the list in ``theme``."""
        self._theme = theme
        super().set_theme(theme)

    # -- keys -------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep Escape from other shortcuts while a row is dragged."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and self.dragging:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End a drag with Escape; report the row that another key has moved to."""
        if self.dragging:
            if event.key() == Qt.Key.Key_Escape:
                self._end_drag()
            return
        before = self.current_row
        super().keyPressEvent(event)
        if self.current_row not in (before, -1):
            self.row_browsed.emit(self.current_row)

    # -- mouse ------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take note of the row; it becomes current when the button is released."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._press_point = event.position().toPoint()
        self._pressed = self.indexAt(self._press_point).row()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a section once the pointer has left the place of the press."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        point = event.position().toPoint()
        far = (point - self._press_point).manhattanLength() >= QApplication.startDragDistance()
        if self._pressed > 0 and (far or self.dragging):
            self._drag_to(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the row that is dragged, or choose the row of a click."""
        if event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        pressed, gap = self._pressed, self._gap
        self._end_drag()
        if gap >= 0:
            place = gap - 1 if gap > pressed else gap
            if place != pressed:
                self.row_moved.emit(pressed, place)
        elif pressed >= 0 and self.indexAt(event.position().toPoint()).row() == pressed:
            self.row_chosen.emit(pressed)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Treat the second click like the first one."""
        self.mousePressEvent(event)

    # -- the drag ---------------------------------------------------------------------------------

    def _drag_to(self, point: QPoint) -> None:
        if not self.dragging:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._gap = self._gap_at(point.y())
        # A list that is longer than its pane scrolls to the row beside the gap.
        for row in (self._gap, self._gap - 1):
            if 0 < row < len(self.rows):
                self.scrollTo(self.model().index(row, 0))
        self.viewport().update()

    def _end_drag(self) -> None:
        self._pressed = self._gap = -1
        self.viewport().unsetCursor()
        self.viewport().update()

    def _gap_at(self, y: int) -> int:
        """Return the number of the row before which a row goes that is dropped at ``y``."""
        middles = (self._area(row).center().y() for row in range(1, len(self.rows)))
        return 1 + sum(middle < y for middle in middles)

    def _area(self, row: int) -> QRect:
        return self.visualRect(self.model().index(row, 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and the line where the dragged row would go."""
        super().paintEvent(event)
        if not self.dragging:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_dragged(painter)
        if self._gap not in (self._pressed, self._pressed + 1):
            self._paint_line(painter)
        painter.end()

    def _paint_dragged(self, painter: QPainter) -> None:
        """Let the dragged row step back."""
        veil = QColor(self._theme.color("background"))
        veil.setAlphaF(0.6)
        painter.fillRect(self._area(self._pressed), veil)

    def _paint_line(self, painter: QPainter) -> None:
        px, last = self._theme.px, len(self.rows) - 1
        y = self._area(self._gap).top() if self._gap <= last else self._area(last).bottom()
        start = QPointF(px(8) + px(3), max(y, px(3)))
        painter.setPen(QPen(self._theme.color("accent"), px(2)))
        painter.setBrush(self._theme.color("background"))
        painter.drawLine(start, QPointF(self.viewport().width() - px(8), start.y()))
        painter.drawEllipse(start, px(3), px(3))
