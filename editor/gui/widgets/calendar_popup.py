"""Popup to choose a day from."""

import datetime

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor.gui.theme import Theme

_GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)
_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class CalendarPopup(QFrame):
    """Popup of a month. Enter or a click chooses a day; Escape closes the popup."""

    chosen = Signal(object)
    """The day, a datetime.date."""

    def __init__(self, day: QDate, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("calendar")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._month = QCalendarWidget(self)
        # Otherwise a letter begins an input of Qt's own, which keeps Escape from the popup.
        self._month.setDateEditEnabled(False)
        self._month.setSelectedDate(day if day.isValid() else QDate.currentDate())
        # Enter emits both signals; the first one closes the popup.
        self._month.clicked.connect(self._choose)
        self._month.activated.connect(self._choose)
        self._style_month(theme)
        today = QPushButton(self.tr("Heute"), self)
        today.setObjectName("calendar.today")
        today.setProperty("role", "link")
        today.setAutoDefault(False)
        today.clicked.connect(lambda: self._choose(QDate.currentDate()))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(*[theme.px(6)] * 4)
        lines.addWidget(self._month)
        lines.addWidget(today, 0, Qt.AlignmentFlag.AlignHCenter)

    def _style_month(self, theme: Theme) -> None:
        self._month.setLocale(_GERMAN)
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._month.setAccessibleName(self.tr("Kalender"))
        header, weekend = QTextCharFormat(), QTextCharFormat()
        header.setForeground(theme.color("soft_ink"))
        self._month.setHeaderTextFormat(header)
        # Not in red, as Qt shows them, nor in soft ink, which is for days of adjacent months.
        weekend.setForeground(theme.color("ink"))
        for weekday in _WEEKEND:
            self._month.setWeekdayTextFormat(weekday, weekend)
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
