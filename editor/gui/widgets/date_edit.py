"""Line edit for a date, with a calendar."""

import datetime

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.gui.theme import Theme
from editor.review.facts import format_value
from editor.review.german_notation import parse_date

_GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)
_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


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
        self.button.setToolTip(self.tr("Kalender öffnen (Alt+Pfeil nach unten)"))

    def open_calendar(self) -> None:
        """Open the calendar at the date of the line, or else at today."""
        typed = parse_date(self.text().strip())
        calendar = Calendar(QDate.fromString(typed or "", Qt.DateFormat.ISODate), self._theme, self)
        calendar.chosen.connect(self._choose)
        calendar.open_below(self)

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the calendar, which the window has shortcuts for."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and _opens(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the calendar with the keys that open a list."""
        if _opens(event):
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


def _opens(event: QKeyEvent) -> bool:
    alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
    return event.key() == Qt.Key.Key_F4 or (event.key() == Qt.Key.Key_Down and alt)


class Calendar(QFrame):
    """Popup of a month. Enter or a click chooses a day; Escape closes the popup."""

    chosen = Signal(object)
    """The day, a datetime.date."""

    def __init__(self, day: QDate, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("calendar")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._month = QCalendarWidget(self)
        self._month.setLocale(_GERMAN)
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._month.setAccessibleName(self.tr("Kalender"))
        quiet = QTextCharFormat()
        quiet.setForeground(theme.color("soft_ink"))
        # Qt shows weekends in red. Soft ink is for the days of the adjacent months.
        plain = QTextCharFormat()
        plain.setForeground(theme.color("ink"))
        for weekday in _WEEKEND:
            self._month.setWeekdayTextFormat(weekday, plain)
        self._month.setHeaderTextFormat(quiet)
        self._month.setSelectedDate(day if day.isValid() else QDate.currentDate())
        # Enter emits both signals; the first one closes the popup.
        self._month.clicked.connect(self._choose)
        self._month.activated.connect(self._choose)
        for name, sign, text in (
            ("qt_calendar_prevmonth", "‹", self.tr("Voriger Monat")),
            ("qt_calendar_nextmonth", "›", self.tr("Nächster Monat")),
        ):
            # The arrows of Qt are black in the dark theme, too.
            button = self._month.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(QIcon())
                button.setText(sign)
                button.setAccessibleName(text)
        today = QPushButton(self.tr("Heute"), self)
        today.setObjectName("calendar.today")
        today.setProperty("role", "link")
        today.setAutoDefault(False)
        today.clicked.connect(lambda: self._choose(QDate.currentDate()))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(*[theme.px(6)] * 4)
        lines.addWidget(self._month)
        lines.addWidget(today, 0, Qt.AlignmentFlag.AlignHCenter)

    def open_below(self, field: QWidget) -> None:
        """Show the popup at ``field``, within the screen."""
        self.adjustSize()
        area = field.screen().availableGeometry()
        place = field.mapToGlobal(QPoint(0, field.height()))
        if place.y() + self.height() > area.bottom():
            place = field.mapToGlobal(QPoint(0, -self.height()))
        place.setX(max(area.left(), min(place.x(), area.right() - self.width())))
        self.move(place)
        self.show()
        self._month.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _choose(self, day: QDate) -> None:
        if self.isVisible():
            self.close()
            self.chosen.emit(datetime.date(day.year(), day.month(), day.day()))


class _CalendarButton(QToolButton):
    """Paints a calendar sheet in soft ink; in the accent colour with focus or pointer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def paintEvent(self, _: QPaintEvent) -> None:
        palette = self.palette()
        active = self.hasFocus() or self.underMouse()
        role = QPalette.ColorRole.Accent if active else QPalette.ColorRole.PlaceholderText
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
        """Repaint when focus or pointer enter or leave."""
        changes = (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Enter, QEvent.Type.Leave)
        if event.type() in changes:
            self.update()
        return super().event(event)
