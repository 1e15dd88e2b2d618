"""Facts in the form: chips, completion, dates and hints, by keys and clicks."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.gui.form.fact_grid import FactGrid
from editor.gui.program import Program
from editor.gui.theme import theme_of
from editor.gui.widgets.calendar_popup import CalendarPopup
from editor.gui.widgets.chip import Chip
from editor.gui.widgets.chip_edit import ChipEdit
from editor.gui.widgets.completing_line_edit import CompletingLineEdit
from editor.gui.widgets.date_edit import DateEdit
from editor.localized import Localized
from editor.paths import sample_path
from editor.review.fact_kinds import TextKind
from editor.review.form import FactField, Form, load_form
from editor.settings import Settings
from editor.storage.fact_index import EarlierFacts
from editor.storage.review_file import new_review
from tests.gui.actions import find, press, type_into
from tests.gui.form_bench import FormBench, FormHost

EARLIER = EarlierFacts(
    {"label": ("Polarkreis Home Video", "Ärger & Söhne"), "medium": ("Laserdisc", "DVD")},
    ("Solveig Brenn", "Björn Lykke", "Maja Kvist"),
)


@pytest.fixture
def remembering(unchecked: Program, qtbot: QtBot) -> Program:
    """A window that knows earlier reviews, once it has looked for some itself."""
    unchecked.session.window.activateWindow()
    qtbot.waitUntil(unchecked.session.window.isActiveWindow)
    qtbot.waitUntil(lambda: not unchecked.session.form.fact_suggestions.busy)
    unchecked.session.window.form.offer(EARLIER)
    return unchecked


def director(editor: FormHost, *names: str) -> ChipEdit:
    chips = find(editor, ChipEdit, "fact.director")
    type_into(chips.line, "".join(f"{name}\n" for name in names))
    return chips


def chip(chips: ChipEdit, text: str) -> Chip:
    return next(c for c in chips.findChildren(Chip) if c.text_value == text and c.isVisible())


def hint(editor: FormHost, key: str) -> str:
    label = editor.session.window.findChild(QLabel, f"fact.{key}.hint")
    return label.text() if label is not None and not label.isHidden() else ""


# -- completion -----------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["bjorn", "BJÖRN", "lykke", "rn Ly"])
def test_completion_knows_neither_case_nor_accents_nor_beginnings(
    remembering: Program, typed: str
) -> None:
    line = find(remembering, ChipEdit, "fact.writers").line
    type_into(line, typed)
    assert line.text() == typed
    assert line.offered == ["Björn Lykke"]


def test_chosen_name_becomes_a_chip(remembering: Program, qtbot: QtBot) -> None:
    chips = find(remembering, ChipEdit, "fact.cast")
    type_into(chips.line, "maj")
    popup = next(w for w in chips.line.findChildren(QListView) or [_list()] if w.isVisible())
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert chips.texts() == ["Maja Kvist"]
    assert chips.line.accessibleDescription() == "Maja Kvist"
    assert chips.line.text() == ""
    assert remembering.session.document.review.fact("cast") == [{"name": "Maja Kvist"}]


def _list() -> QListView:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QListView)
    return popup


def test_enter_takes_what_was_typed_and_nothing_else(remembering: Program) -> None:
    chips = find(remembering, ChipEdit, "fact.director")
    type_into(chips.line, "Maja")
    assert chips.line.offered
    QTest.keyClick(_list(), Qt.Key.Key_Return)
    assert remembering.session.document.review.fact("director") == ["Maja"]


def test_line_offers_everything_with_arrow_down_and_closes_with_escape(
    remembering: Program,
) -> None:
    line = find(remembering, CompletingLineEdit, "fact.label")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert line.offered == list(EARLIER.by_key["label"])
    QTest.keyClick(_list(), Qt.Key.Key_Escape)
    assert line.offered == []
    type_into(line, "arger")
    QTest.keyClick(_list(), Qt.Key.Key_Down)
    QTest.keyClick(_list(), Qt.Key.Key_Return)
    assert remembering.session.document.review.fact("label") == "Ärger & Söhne"
    press(remembering, "undo")
    assert remembering.session.document.review.fact("label") == "arger"


def test_comma_ends_a_name_while_the_list_is_open(remembering: Program) -> None:
    chips = find(remembering, ChipEdit, "fact.director")
    type_into(chips.line, "Maja")
    QTest.keyClicks(_list(), ",")
    assert (chips.texts(), chips.line.text()) == (["Maja"], "")


def test_role_is_typed_without_being_disturbed(remembering: Program) -> None:
    line = find(remembering, ChipEdit, "fact.cast").line
    type_into(line, "Maja Kvist (Bjö")
    assert line.offered == []


def test_choices_come_before_what_was_used_earlier(remembering: Program) -> None:
    box = find(remembering, QComboBox, "fact.medium")
    texts = [box.itemText(index) for index in range(box.count())]
    assert texts == ["Blu-ray", "UHD-Blu-ray", "DVD", "Stream", "TV", "Laserdisc"]
    assert box.currentText() == ""


def test_offer_survives_another_review(remembering: Program) -> None:
    remembering.session.document.open(new_review(load_form("film")), None)
    line = find(remembering, CompletingLineEdit, "fact.label")
    type_into(line, "polar")
    assert line.offered == ["Polarkreis Home Video"]


def test_reviews_in_the_folder_are_remembered(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("alt.md", "neu.md"):
        shutil.copy(sample_path(), tmp_path / name)
    with qtbot.waitSignal(
        unchecked.session.form.fact_suggestions.changed, check_params_cb=lambda e: bool(e.people)
    ):
        unchecked.session.files.controller.load(tmp_path / "neu.md")
    line = find(unchecked, ChipEdit, "fact.director").line
    type_into(line, "solv")
    assert line.offered == ["Solveig Brenn"]


# -- chips ----------------------------------------------------------------------------------------


def test_chips_move_with_alt_and_arrows(form_bench: FormBench) -> None:
    form_bench.session.window.activateWindow()
    chips = director(form_bench, "A", "B", "C")
    QTest.keyClick(chip(chips, "C"), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert form_bench.session.document.review.fact("director") == ["A", "C", "B"]
    assert chip(chips, "C").hasFocus()
    QTest.keyClick(chip(chips, "C"), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(chip(chips, "C"), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert form_bench.session.document.review.fact("director") == ["C", "A", "B"]
    QTest.keyClick(chip(chips, "A"), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert form_bench.session.document.review.fact("director") == ["C", "B", "A"]
    for expected in (["C", "A", "B"], ["A", "C", "B"], ["A", "B", "C"]):
        press(form_bench, "undo")
        assert form_bench.session.document.review.fact("director") == expected
    assert chips.texts() == ["A", "B", "C"]


def test_chip_is_dragged_to_another_place(form_bench: FormBench, qtbot: QtBot) -> None:
    chips = director(form_bench, "Anna", "Berta", "Cara")
    qtbot.waitUntil(lambda: chip(chips, "Anna").geometry() != chip(chips, "Cara").geometry())
    source, target = chip(chips, "Cara"), chip(chips, "Anna")
    start, end = QPoint(5, 5), source.mapFrom(chips, target.geometry().center())
    QTest.mousePress(source, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(source, end)
    QTest.mouseRelease(source, Qt.MouseButton.LeftButton, pos=end)
    assert form_bench.session.document.review.fact("director") == ["Cara", "Anna", "Berta"]


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_chip_is_edited_at_its_place(form_bench: FormBench, key: Qt.Key) -> None:
    chips = find(form_bench, ChipEdit, "fact.cast")
    type_into(chips.line, "A (Eins)\nB (Zwei)\nC\n")
    QTest.keyClick(chip(chips, "B (Zwei)"), key)
    assert chips.line.text() == "B (Zwei)"
    chips.line.setText("")
    type_into(chips.line, "B (Drei)\n")
    assert form_bench.session.document.review.fact("cast") == [
        {"name": "A", "role": "Eins"},
        {"name": "B", "role": "Drei"},
        {"name": "C"},
    ]


def test_name_with_a_comma_is_edited_as_one(form_bench: FormBench) -> None:
    chips = find(form_bench, ChipEdit, "fact.director")
    form_bench.session.document.edit_fact("director", ["Sammy Davis, Jr.", "Anna"])
    QTest.keyClick(chip(chips, "Sammy Davis, Jr."), Qt.Key.Key_F2)
    type_into(chips.line, "x")
    assert form_bench.session.document.review.fact("director") == ["Sammy Davis, Jr.x", "Anna"]
    QTest.keyClick(chips.line, Qt.Key.Key_Backspace)
    QTest.keyClick(chips.line, Qt.Key.Key_Return)
    assert form_bench.session.document.review.fact("director") == ["Sammy Davis, Jr.", "Anna"]
    assert chip(chips, "Sammy Davis, Jr.").isVisible()


def test_list_that_is_pasted_becomes_chips(form_bench: FormBench) -> None:
    chips = director(form_bench, "Anna")
    QApplication.clipboard().setText("Berta, Cara")
    QTest.keySequence(chips.line, QKeySequence.StandardKey.Paste)
    assert form_bench.session.document.review.fact("director") == ["Anna", "Berta", "Cara"]
    assert chip(chips, "Cara").isVisible()


def test_number_of_the_file_leaves_the_cursor_in_a_choice(form_bench: FormBench) -> None:
    form_bench.session.document.edit_fact("age_rating", 16)
    box = find(form_bench, QComboBox, "fact.age_rating")
    line = box.lineEdit()
    assert line is not None
    line.setCursorPosition(0)
    form_bench.session.document.edit_fact("year", 1984)
    assert (line.text(), line.cursorPosition()) == ("16", 0)
    form_bench.session.document.edit_fact("age_rating", 12)
    assert line.text() == "12"


def test_sign_in_a_label_is_no_mnemonic(qtbot: QtBot) -> None:
    item = FactField("sound", TextKind(), Localized("Bild & Ton <b>", "Sound"))
    form = Form("own", Localized("Eigene"), (item,), ())
    page = QWidget()
    qtbot.addWidget(page)
    grid = FactGrid(form, theme_of(Settings()), page)
    label = next(label for label in grid.findChildren(QLabel) if label.buddy() is not None)
    assert label.text() == "Bild && Ton <b>"
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert grid.stops[0].accessibleName() == "Bild & Ton <b>"


def test_double_click_edits_a_chip(form_bench: FormBench, qtbot: QtBot) -> None:
    chips = director(form_bench, "Anna", "Berta")
    qtbot.waitUntil(lambda: chip(chips, "Anna").geometry() != chip(chips, "Berta").geometry())
    window = form_bench.session.window
    place = chip(chips, "Anna").mapTo(window, QPoint(8, 8))
    handle = window.windowHandle()
    QTest.mouseDClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert chips.texts() == ["Anna", "Berta"]
    assert chips.line.text() == "Anna"
    assert form_bench.session.document.review.fact("director") == ["Anna", "Berta"]


def test_removed_chip_comes_back_with_undo(form_bench: FormBench) -> None:
    chips = director(form_bench, "A", "B", "C")
    QTest.keyClick(chip(chips, "B"), Qt.Key.Key_Backspace)
    QTest.keyClick(chip(chips, "C"), Qt.Key.Key_Delete)
    assert form_bench.session.document.review.fact("director") == ["A"]
    press(form_bench, "undo")
    assert chips.texts() == ["A", "C"]
    press(form_bench, "undo")
    assert chips.texts() == ["A", "B", "C"]


def test_arrows_go_from_the_line_through_the_chips(form_bench: FormBench) -> None:
    form_bench.session.window.activateWindow()
    chips = director(form_bench, "A", "B")
    QTest.keyClick(chips.line, Qt.Key.Key_Left)
    assert chip(chips, "B").hasFocus()
    QTest.keyClick(chip(chips, "B"), Qt.Key.Key_Left)
    assert chip(chips, "A").hasFocus()
    QTest.keyClick(chip(chips, "A"), Qt.Key.Key_Left)
    assert chip(chips, "A").hasFocus()
    QTest.keyClick(chip(chips, "A"), Qt.Key.Key_Right)
    QTest.keyClick(chip(chips, "B"), Qt.Key.Key_Right)
    assert chips.line.hasFocus()


# -- dates, numbers, hints ------------------------------------------------------------------------


def test_date_is_stored_as_iso_and_shown_in_german(form_bench: FormBench) -> None:
    line = find(form_bench, QLineEdit, "fact.date")
    type_into(line, "22. November 2026\n")
    assert form_bench.session.document.review.fact("date") == "2026-11-22"
    assert line.text() == "22.11.2026"
    assert hint(form_bench, "date") == ""


@pytest.mark.parametrize("text", ["Nov 2026", "2026"])
def test_vague_date_stays_as_typed(form_bench: FormBench, text: str) -> None:
    line = find(form_bench, QLineEdit, "fact.date")
    type_into(line, f"{text}\n")
    assert (form_bench.session.document.review.fact("date"), line.text()) == (text, text)
    assert hint(form_bench, "date") == ""


def test_hint_about_a_slip_comes_when_it_is_finished_and_goes_with_it(
    form_bench: FormBench,
) -> None:
    line = find(form_bench, QLineEdit, "fact.date")
    type_into(line, "31.02.2026")
    assert hint(form_bench, "date") == ""
    type_into(line, "\n")
    assert "Diesen Tag gibt es im Kalender nicht" in hint(form_bench, "date")
    assert "Kalender nicht" in line.accessibleDescription()
    assert form_bench.session.document.review.fact("date") == "31.02.2026"
    line.selectAll()
    type_into(line, "01.03.2026")
    assert hint(form_bench, "date") == ""
    assert line.accessibleDescription() == ""


def test_hint_is_there_for_a_review_that_is_opened(form_bench: FormBench) -> None:
    form_bench.session.document.open(new_review(load_form("film"), [("year", 2205)]), None)
    assert "2205" in hint(form_bench, "year")


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


def test_running_time_is_understood(form_bench: FormBench) -> None:
    line = find(form_bench, QLineEdit, "fact.runtime")
    type_into(line, "1 Std. 45 Min.")
    assert line.text() == "1 Std. 45 Min."
    type_into(line, "\n")
    assert (line.text(), form_bench.session.document.review.fact("runtime")) == (
        "105 Min.",
        "105 Min.",
    )


def test_german_number_stays_as_typed(form_bench: FormBench) -> None:
    line = find(form_bench, QLineEdit, "fact.episodes")
    type_into(line, "1.234,5\n")
    assert (line.text(), form_bench.session.document.review.fact("episodes")) == ("1.234,5", 1234.5)
