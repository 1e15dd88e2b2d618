"""Line edit for a date, with a calendar."""

import datetime

from PySide6.QtCore import QDate, QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QToolButton,
    QWidget,
)

from editor.gui.keyboard.key_text import with_keys
from editor.gui.theme import Theme
from editor.gui.widgets.calendar_popup import CalendarPopup
from editor.gui.widgets.shortcut_priority import opens_list
from editor.review.facts import format_value
from editor.review.german_notation import parse_date


class DateEdit(QLineEdit):
    """Accepts any text. The calendar, opened by its button or Alt+Down, enters „22.11.2026“."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.button = _CalendarButton(self)
        self.button.clicked.connect(self.open_calendar)
        self._side = theme.px(20)
        self.button.setFixedSize(self._side, self._side)
        self.setTextMargins(0, 0, self._side, 0)

    def set_name(self, name: str) -> None:
        """Name the button of the calendar after the field."""
        self.button.setObjectName(f"{self.objectName()}.calendar")
        self.button.setAccessibleName(self.tr("Kalender: {field}").format(field=name))
        self.button.setToolTip(with_keys(self.tr("Kalender öffnen"), "Alt+Down"))

    def open_calendar(self) -> None:
        """Open the calendar at the date of the line, or else at today."""
        typed = parse_date(self.text().strip())
        calendar = CalendarPopup(
            QDate.fromString(typed or "", Qt.DateFormat.ISODate), self._theme, self
        )
        calendar.chosen.connect(self._choose)
        calendar.open_below(self)

    def claims(self, event: QKeyEvent) -> bool:
        """Return whether the key opens the calendar: Alt+Down or F4."""
        return opens_list(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar with the keys that open a list."""
        if opens_list(event):
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button on the right."""
        super().resizeEvent(event)
        gap = (self.height() - self._side) // 2
        self.button.move(self.width() - self._side - gap, gap)

    def _choose(self, day: datetime.date) -> None:
        self.setText(format_value(day.isoformat()))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.textEdited.emit(self.text())
        self.editingFinished.emit()


class _CalendarButton(QToolButton):
    """Paints a calendar sheet in soft ink; in the accent colour under the pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # The Tab key goes to the next fact; Alt+Down opens the calendar from the line.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _: QPaintEvent) -> None:
        palette, roles = self.palette(), QPalette.ColorRole
        role = roles.Accent if self.underMouse() else roles.PlaceholderText
        side = self.width() / 20
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setColor(palette.color(role))
        pen.setWidthF(1.5 * side)
        painter.setPen(pen)
        sheet = QRectF(4 * side, 5 * side, 12 * side, 11 * side)
        painter.drawRoundedRect(sheet, 2 * side, 2 * side)
        for x1, y1, x2, y2 in ((4, 9, 16, 9), (7.5, 3.5, 7.5, 6), (12.5, 3.5, 12.5, 6)):
            painter.drawLine(
                QPoint(round(x1 * side), round(y1 * side)),
                QPoint(round(x2 * side), round(y2 * side)),
            )
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Repaint when the pointer enters or leaves."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Accept the key without effect: the line that the button lies on would type it."""
        event.accept()
