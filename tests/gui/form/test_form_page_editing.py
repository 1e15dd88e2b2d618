"""Writing in the form: one truth, undo across all fields, and nothing that a key loses."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QLineEdit,
    QMenu,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from editor.gui.form.rating_edit import RatingEdit
from editor.gui.program import Program
from editor.gui.widgets.chip_edit import ChipEdit
from editor.review.rating import FIVE_STARS
from tests.gui.actions import find, press, section, type_into, waited


def test_typed_text_is_in_the_review(unchecked: Program) -> None:
    type_into(section(unchecked, "story"), "Grüße 😀 „so“\nzweite Zeile")
    assert unchecked.session.document.review.text("story") == "Grüße 😀 „so“\n\nzweite Zeile"


def test_no_break_space_survives_typing(unchecked: Program) -> None:
    type_into(section(unchecked, "story"), "z.\u00a0B. so")
    assert unchecked.session.document.review.text("story") == "z.\u00a0B. so"


def test_undo_goes_back_through_all_fields_in_order(unchecked: Program) -> None:
    type_into(find(unchecked, QLineEdit, "fact.title"), "Titel")
    type_into(section(unchecked, "story"), "eins zwei")
    type_into(section(unchecked, "plot"), "drei")
    press(unchecked, "undo")
    assert section(unchecked, "plot").toPlainText() == ""
    press(unchecked, "undo")
    assert section(unchecked, "story").toPlainText() == "eins "
    press(unchecked, "undo")
    press(unchecked, "undo")
    assert find(unchecked, QLineEdit, "fact.title").text() == ""
    assert not unchecked.session.document.can_undo
    for _ in range(4):
        press(unchecked, "redo")
    assert section(unchecked, "plot").toPlainText() == "drei"
    assert unchecked.session.document.review.title == "Titel"


@pytest.mark.parametrize("name", ["section.story", "fact.title", "fact.year"])
def test_undo_key_works_in_every_field(unchecked: Program, qtbot: QtBot, name: str) -> None:
    widget = next(
        w
        for w in (
            section(unchecked, "story"),
            find(unchecked, QLineEdit, "fact.title"),
            find(unchecked, QLineEdit, "fact.year"),
        )
        if w.objectName() == name
    )
    unchecked.session.window.activateWindow()
    type_into(widget, "7")
    before = unchecked.session.document.review
    QTest.keySequence(widget, QKeySequence(QKeySequence.StandardKey.Undo))
    assert unchecked.session.document.review != before
    assert not unchecked.session.document.can_undo
    QTest.keySequence(widget, QKeySequence(QKeySequence.StandardKey.Redo))
    assert unchecked.session.document.review == before


def test_undo_puts_the_cursor_where_the_change_was(unchecked: Program) -> None:
    story = section(unchecked, "story")
    type_into(story, "ein langer Satz")
    type_into(section(unchecked, "plot"), "x")
    press(unchecked, "undo")
    press(unchecked, "undo")
    assert story.hasFocus()
    assert story.textCursor().position() == len("ein langer ")


def test_paste_is_one_step_of_plain_text(unchecked: Program) -> None:
    QGuiApplication.clipboard().setText("eins\r\nzwei\rdrei 😀")
    story = section(unchecked, "story")
    type_into(story, "vor ")
    story.paste()
    assert unchecked.session.document.review.text("story") == "vor eins\nzwei\ndrei 😀"
    press(unchecked, "undo")
    assert unchecked.session.document.review.text("story") == "vor "


def test_editor_grows_with_its_text(unchecked: Program) -> None:
    story = section(unchecked, "story")
    low = story.height()
    type_into(story, "Zeile\n" * 12)
    assert story.height() > 8 * low / 2
    assert story.verticalScrollBar().maximum() == 0


def test_tab_goes_to_the_next_field(unchecked: Program) -> None:
    type_into(section(unchecked, "introduction"), "x")
    QTest.keyClick(section(unchecked, "introduction"), Qt.Key.Key_Tab)
    assert section(unchecked, "plot").hasFocus()
    assert unchecked.session.document.review.text("introduction") == "x"


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("season", "2", 2),
        ("year", "2025", 2025),
        ("release_date", "8. Oktober 2026", "2026-10-08"),
        ("runtime", "ca. 384 Min.", "ca. 384 Min."),
        ("year", "bald", "bald"),
    ],
)
def test_facts_mean_what_was_typed(unchecked: Program, key: str, typed: str, value: object) -> None:
    type_into(find(unchecked, QLineEdit, f"fact.{key}"), typed)
    assert unchecked.session.document.review.fact(key) == value


def test_choice_takes_a_proposal_or_any_text(unchecked: Program) -> None:
    box = find(unchecked, QComboBox, "fact.medium")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert unchecked.session.document.review.fact("medium") == "Blu-ray"
    line = box.lineEdit()
    assert line is not None
    line.selectAll()
    type_into(line, "VHS")
    assert unchecked.session.document.review.fact("medium") == "VHS"


def test_people_become_chips_with_a_role(unchecked: Program) -> None:
    chips = find(unchecked, ChipEdit, "fact.cast")
    type_into(chips.line, "Solveig Brenn (Runa, die Archivarin),Tor Nesset\n")
    assert unchecked.session.document.review.fact("cast") == [
        {"name": "Solveig Brenn", "role": "Runa, die Archivarin"},
        {"name": "Tor Nesset"},
    ]
    assert sum(chip.isVisible() for chip in chips.findChildren(QPushButton, "chip")) == 2


def test_name_counts_while_it_is_typed(unchecked: Program) -> None:
    type_into(find(unchecked, ChipEdit, "fact.director").line, "Ingvild")
    assert unchecked.session.document.review.fact("director") == ["Ingvild"]


def test_chip_can_be_edited_and_removed(unchecked: Program, qtbot: QtBot) -> None:
    chips = find(unchecked, ChipEdit, "fact.director")
    type_into(chips.line, "A B\nC D\nE F\n")
    chip = next(c for c in chips.findChildren(QPushButton, "chip") if c.isVisible())
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert unchecked.session.document.review.fact("director") == ["C D", "E F"]
    QTest.keyClick(chips.line, Qt.Key.Key_Backspace)
    assert chips.line.text() == "E F"
    type_into(chips.line, "G\n")
    assert unchecked.session.document.review.fact("director") == ["C D", "E FG"]
    press(unchecked, "undo")
    assert unchecked.session.document.review.fact("director") != ["C D", "E FG"]


@pytest.mark.parametrize(
    ("keys", "value"), [("7", 7.0), ("7,5", 7.5), ("10", 10.0), ("3.5", 3.5), ("99", 9.0)]
)
def test_rating_by_digits(unchecked: Program, keys: str, value: float) -> None:
    type_into(find(unchecked, RatingEdit, "rating.story"), keys)
    assert unchecked.session.document.review.fact("ratings") == {"story": value}


def test_rating_by_arrows_and_delete(unchecked: Program) -> None:
    rating = find(unchecked, RatingEdit, "rating.verdict")
    rating.setFocus()
    for _ in range(3):
        QTest.keyClick(rating, Qt.Key.Key_Right)
    QTest.keyClick(rating, Qt.Key.Key_Left)
    assert unchecked.session.document.review.fact("verdict_rating") == 1
    QTest.keyClick(rating, Qt.Key.Key_Delete)
    assert unchecked.session.document.review.fact("verdict_rating") is None


def test_rating_by_mouse_in_halves_and_off_by_key_or_menu(unchecked: Program) -> None:
    unchecked.session.window.form.jump("story")
    rating = find(unchecked, RatingEdit, "rating.story")
    star = rating.fontMetrics().height() * 0.82 * 1.08
    left_half = QPoint(round(star * 2.3), rating.height() // 2)
    QTest.mouseClick(rating, Qt.MouseButton.LeftButton, pos=left_half)
    assert unchecked.session.document.review.fact("ratings") == {"story": 2.5}
    QTest.mouseClick(rating, Qt.MouseButton.LeftButton, pos=left_half)
    assert unchecked.session.document.review.fact("ratings") == {"story": 2.5}, (
        "no click takes it away"
    )
    QTest.keyClick(rating, Qt.Key.Key_Delete)
    assert unchecked.session.document.review.fact("ratings") is None
    QTest.mouseClick(rating, Qt.MouseButton.LeftButton, pos=left_half)
    menu = menu_of(rating)
    (remove,) = menu.actions()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(remove).center())
    assert unchecked.session.document.review.fact("ratings") is None
    menu = menu_of(rating)
    assert not any(action.isEnabled() for action in menu.actions())
    menu.close()


def menu_of(rating: RatingEdit) -> QMenu:
    """Right-click on ``rating`` and return the menu that opens."""
    place = rating.rect().center()
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, rating.mapToGlobal(place), Qt.KeyboardModifier(0)
    )
    QApplication.sendEvent(rating, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_scale_is_the_writers_choice(unchecked: Program) -> None:
    rating = find(unchecked, RatingEdit, "rating.story")
    press(unchecked, "scale_stars")
    assert unchecked.session.document.review.fact("rating_scale")["best"] == FIVE_STARS.best
    type_into(rating, "9")
    assert rating.value is None
    press(unchecked, "scale_none")
    assert not rating.isVisible()
    press(unchecked, "undo")
    assert rating.isVisible()


def test_scale_of_ones_own(unchecked: Program, qtbot: QtBot) -> None:
    press(unchecked, "scale_own")
    dialog = waited(qtbot, lambda: unchecked.session.window.findChild(QDialog, "dialog.scale"))
    best, step = dialog.findChildren(QDoubleSpinBox)
    best.setValue(6)
    step.setValue(0.5)
    dialog.findChild(QLineEdit, "unit").setText("Popcorn")
    dialog.accept()
    assert unchecked.session.document.review.fact("rating_scale") == {
        "best": 6,
        "step": 0.5,
        "unit": "Popcorn",
    }
    type_into(find(unchecked, RatingEdit, "rating.story"), "5,5")
    assert unchecked.session.document.review.fact("ratings") == {"story": 5.5}
