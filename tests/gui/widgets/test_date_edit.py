"""The calendar of a date, by its button and by keys."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QLabel,
    QPushButton,
    QTableView,
)
from pytestqt.qtbot import QtBot

from editor.gui.widgets.calendar_popup import CalendarPopup
from editor.gui.widgets.date_edit import DateEdit
from tests.gui.actions import find, type_into
from tests.gui.form_bench import FormBench, FormHost


def hint(editor: FormHost, key: str) -> str:
    label = editor.session.window.findChild(QLabel, f"fact.{key}.hint")
    return label.text() if label is not None and not label.isHidden() else ""


def test_calendar_is_german_and_writes_the_day(form_bench: FormBench, qtbot: QtBot) -> None:
    line = find(form_bench, DateEdit, "fact.date")
    type_into(line, "20.11.2026")
    QTest.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = line.findChild(CalendarPopup)
    assert calendar is not None
    month = calendar.findChild(QCalendarWidget)
    assert month is not None
    assert month.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert month.locale().monthName(3) == "März"
    assert month.selectedDate() == QDate(2026, 11, 20)
    view = month.focusProxy() or month
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert form_bench.session.document.review.fact("date") == "2026-11-21"
    assert line.text() == "21.11.2026"
    qtbot.waitUntil(lambda: line.findChild(CalendarPopup) is None)


def test_calendar_has_a_button_for_today(form_bench: FormBench, qtbot: QtBot) -> None:
    line = find(form_bench, DateEdit, "fact.date")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_F4)
    today = line.findChild(QPushButton, "calendar.today")
    assert today is not None
    before = QDate.currentDate()
    QTest.mouseClick(today, Qt.MouseButton.LeftButton)
    days = {day.toString("yyyy-MM-dd") for day in (before, QDate.currentDate())}
    assert form_bench.session.document.review.fact("date") in days
    qtbot.waitUntil(lambda: line.findChild(CalendarPopup) is None)


@pytest.mark.parametrize("typed", ["22.11.26", "heute"])
def test_short_date_becomes_a_whole_one(form_bench: FormBench, typed: str) -> None:
    line = find(form_bench, DateEdit, "fact.date")
    type_into(line, typed)
    QTest.keyClick(line, Qt.Key.Key_Tab)
    date = QDate.fromString(str(form_bench.session.document.review.fact("date")), "yyyy-MM-dd")
    assert date.isValid()
    assert line.text() == date.toString("dd.MM.yyyy")
    assert hint(form_bench, "date") == ""


def test_escape_leaves_the_date_alone(form_bench: FormBench, qtbot: QtBot) -> None:
    line = find(form_bench, DateEdit, "fact.date")
    type_into(line, "20.11.2026")
    QTest.keyClick(line, Qt.Key.Key_F4)
    calendar = line.findChild(CalendarPopup)
    assert calendar is not None
    month = calendar.findChild(QCalendarWidget)
    assert month is not None
    QTest.keyClick(month.focusProxy() or month, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: line.findChild(CalendarPopup) is None)
    assert form_bench.session.document.review.fact("date") == "2026-11-20"


def test_letters_in_the_calendar_do_nothing(form_bench: FormBench, qtbot: QtBot) -> None:
    line = find(form_bench, DateEdit, "fact.date")
    type_into(line, "20.11.2026")
    QTest.keyClick(line, Qt.Key.Key_F4)
    calendar = line.findChild(CalendarPopup)
    assert calendar is not None
    days = calendar.findChild(QTableView)
    assert days is not None
    days.setFocus()
    QTest.keyClicks(days, "x3")
    QTest.keyClick(days, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: line.findChild(CalendarPopup) is None)
    assert form_bench.session.document.review.fact("date") == "2026-11-20"


def test_tab_goes_to_the_next_fact(form_bench: FormBench) -> None:
    form_bench.session.window.activateWindow()
    line = find(form_bench, DateEdit, "fact.date")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is not line
    assert not line.isAncestorOf(focused)
    QTest.keyClick(focused, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert line.hasFocus()


def test_keys_at_the_button_of_the_calendar_are_not_typed(
    form_bench: FormBench, qtbot: QtBot
) -> None:
    line = find(form_bench, DateEdit, "fact.date")
    type_into(line, "20.11.2026")
    QTest.mouseClick(line.button, Qt.MouseButton.LeftButton)
    calendar = line.findChild(CalendarPopup)
    assert calendar is not None
    calendar.close()
    qtbot.waitUntil(lambda: line.findChild(CalendarPopup) is None)
    assert not line.button.hasFocus()
    QTest.keyClicks(line.button, "abc7")
    assert line.text() == "20.11.2026"


def test_date_that_cannot_be_read_is_marked_until_it_can(form_bench: FormBench) -> None:
    line = find(form_bench, DateEdit, "fact.date")
    type_into(line, "31.02.2026")
    assert not line.property("misread")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert line.property("misread")
    assert "Diesen Tag gibt es im Kalender nicht" in hint(form_bench, "date")
    assert line.accessibleDescription()
    line.selectAll()
    type_into(line, "28.02.2026")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert not line.property("misread")
    form_bench.session.document.edit_fact("date", "Donnerstag")
    assert line.property("misread")


def test_key_that_moves_a_section_does_not_open_the_calendar(form_bench: FormBench) -> None:
    line = find(form_bench, DateEdit, "fact.date")
    line.setFocus()
    held = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(line, Qt.Key.Key_Down, held)
    assert line.findChild(CalendarPopup) is None
