"""Writing in the form: every key reaches the document, and undo goes through all fields."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from editor.gui.form.rating_edit import RatingEdit
from editor.gui.widgets.chip_edit import ChipEdit
from editor.review.rating import FIVE_STARS
from tests.gui.actions import find, press, section, type_into, waited
from tests.gui.form_bench import FormBench


def test_typed_text_is_in_the_review(form_bench: FormBench) -> None:
    type_into(section(form_bench, "story"), "Grüße 😀 „so“\nzweite Zeile")
    assert form_bench.session.document.review.text("story") == "Grüße 😀 „so“\n\nzweite Zeile"


def test_a_section_that_is_off_is_on_while_it_has_typed_text(form_bench: FormBench) -> None:
    document, story = form_bench.session.document, section(form_bench, "story")
    document.edit_review(document.review.with_fact("sections_off", ["story"]), "sections_off")
    assert not story.isVisible()
    document.edit_text("story", "S", typing=True, boundary=True)
    assert story.isVisible()
    type_into(story, "alz")
    assert document.review.text("story") == "Salz"
    document.undo()
    assert story.text == ""
    assert not story.isVisible()


def test_no_break_space_survives_typing(form_bench: FormBench) -> None:
    type_into(section(form_bench, "story"), "z.\u00a0B. so")
    assert form_bench.session.document.review.text("story") == "z.\u00a0B. so"


def test_undo_goes_back_through_all_fields_in_order(form_bench: FormBench) -> None:
    type_into(find(form_bench, QLineEdit, "fact.title"), "Titel")
    type_into(section(form_bench, "story"), "eins zwei")
    type_into(section(form_bench, "plot"), "drei")
    press(form_bench, "undo")
    assert section(form_bench, "plot").toPlainText() == ""
    press(form_bench, "undo")
    assert section(form_bench, "story").toPlainText() == "eins "
    press(form_bench, "undo")
    press(form_bench, "undo")
    assert find(form_bench, QLineEdit, "fact.title").text() == ""
    assert not form_bench.session.document.can_undo
    for _ in range(4):
        press(form_bench, "redo")
    assert section(form_bench, "plot").toPlainText() == "drei"
    assert form_bench.session.document.review.title == "Titel"


@pytest.mark.parametrize("name", ["section.story", "fact.title", "fact.year"])
def test_undo_key_works_in_every_field(form_bench: FormBench, qtbot: QtBot, name: str) -> None:
    widget = next(
        w
        for w in (
            section(form_bench, "story"),
            find(form_bench, QLineEdit, "fact.title"),
            find(form_bench, QLineEdit, "fact.year"),
        )
        if w.objectName() == name
    )
    form_bench.session.window.activateWindow()
    type_into(widget, "7")
    before = form_bench.session.document.review
    QTest.keySequence(widget, QKeySequence(QKeySequence.StandardKey.Undo))
    assert form_bench.session.document.review != before
    assert not form_bench.session.document.can_undo
    QTest.keySequence(widget, QKeySequence(QKeySequence.StandardKey.Redo))
    assert form_bench.session.document.review == before


def test_undo_puts_the_cursor_where_the_change_was(form_bench: FormBench) -> None:
    story = section(form_bench, "story")
    type_into(story, "ein langer Satz")
    type_into(section(form_bench, "plot"), "x")
    press(form_bench, "undo")
    press(form_bench, "undo")
    assert story.hasFocus()
    assert story.textCursor().position() == len("ein langer ")


def test_paste_is_one_step_of_plain_text(form_bench: FormBench) -> None:
    QGuiApplication.clipboard().setText("eins\r\nzwei\rdrei 😀")
    story = section(form_bench, "story")
    type_into(story, "vor ")
    story.paste()
    assert form_bench.session.document.review.text("story") == "vor eins\nzwei\ndrei 😀"
    press(form_bench, "undo")
    assert form_bench.session.document.review.text("story") == "vor "


def test_editor_grows_with_its_text(form_bench: FormBench) -> None:
    story = section(form_bench, "story")
    low = story.height()
    type_into(story, "Zeile\n" * 12)
    assert story.height() > 8 * low / 2
    assert story.verticalScrollBar().maximum() == 0


def test_tab_goes_to_the_next_field(form_bench: FormBench) -> None:
    type_into(section(form_bench, "introduction"), "x")
    QTest.keyClick(section(form_bench, "introduction"), Qt.Key.Key_Tab)
    assert section(form_bench, "plot").hasFocus()
    assert form_bench.session.document.review.text("introduction") == "x"


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
def test_facts_mean_what_was_typed(
    form_bench: FormBench, key: str, typed: str, value: object
) -> None:
    type_into(find(form_bench, QLineEdit, f"fact.{key}"), typed)
    assert form_bench.session.document.review.fact(key) == value


def test_choice_takes_a_usual_value_or_any_text(form_bench: FormBench) -> None:
    box = find(form_bench, QComboBox, "fact.medium")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert form_bench.session.document.review.fact("medium") == "Blu-ray"
    line = box.lineEdit()
    assert line is not None
    line.selectAll()
    type_into(line, "VHS")
    assert form_bench.session.document.review.fact("medium") == "VHS"


def test_people_become_chips_with_a_role(form_bench: FormBench) -> None:
    chips = find(form_bench, ChipEdit, "fact.cast")
    type_into(chips.line, "Solveig Brenn (Runa, die Archivarin),Tor Nesset\n")
    assert form_bench.session.document.review.fact("cast") == [
        {"name": "Solveig Brenn", "role": "Runa, die Archivarin"},
        {"name": "Tor Nesset"},
    ]
    assert sum(chip.isVisible() for chip in chips.findChildren(QPushButton, "chip")) == 2


def test_name_counts_while_it_is_typed(form_bench: FormBench) -> None:
    type_into(find(form_bench, ChipEdit, "fact.director").line, "Ingvild")
    assert form_bench.session.document.review.fact("director") == ["Ingvild"]


def test_chip_can_be_edited_and_removed(form_bench: FormBench, qtbot: QtBot) -> None:
    chips = find(form_bench, ChipEdit, "fact.director")
    type_into(chips.line, "A B\nC D\nE F\n")
    chip = next(c for c in chips.findChildren(QPushButton, "chip") if c.isVisible())
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    assert form_bench.session.document.review.fact("director") == ["C D", "E F"]
    QTest.keyClick(chips.line, Qt.Key.Key_Backspace)
    assert chips.line.text() == "E F"
    type_into(chips.line, "G\n")
    assert form_bench.session.document.review.fact("director") == ["C D", "E FG"]
    press(form_bench, "undo")
    assert form_bench.session.document.review.fact("director") != ["C D", "E FG"]


@pytest.mark.parametrize(
    ("keys", "value"), [("7", 7.0), ("7,5", 7.5), ("10", 10.0), ("3.5", 3.5), ("99", 9.0)]
)
def test_rating_by_digits(form_bench: FormBench, keys: str, value: float) -> None:
    type_into(find(form_bench, RatingEdit, "rating.story"), keys)
    assert form_bench.session.document.review.fact("ratings") == {"story": value}


def test_rating_by_arrows_and_delete(form_bench: FormBench) -> None:
    rating = find(form_bench, RatingEdit, "rating.verdict")
    rating.setFocus()
    for _ in range(3):
        QTest.keyClick(rating, Qt.Key.Key_Right)
    QTest.keyClick(rating, Qt.Key.Key_Left)
    assert form_bench.session.document.review.fact("verdict_rating") == 1
    QTest.keyClick(rating, Qt.Key.Key_Delete)
    assert form_bench.session.document.review.fact("verdict_rating") is None


def test_rating_by_mouse_in_halves_and_off_by_key_or_menu(form_bench: FormBench) -> None:
    form_bench.session.window.form.jump("story")
    rating = find(form_bench, RatingEdit, "rating.story")
    star = rating.fontMetrics().height() * 0.82 * 1.08
    left_half = QPoint(round(star * 2.3), rating.height() // 2)
    QTest.mouseClick(rating, Qt.MouseButton.LeftButton, pos=left_half)
    assert form_bench.session.document.review.fact("ratings") == {"story": 2.5}
    QTest.mouseClick(rating, Qt.MouseButton.LeftButton, pos=left_half)
    assert form_bench.session.document.review.fact("ratings") == {"story": 2.5}, (
        "no click takes it away"
    )
    QTest.keyClick(rating, Qt.Key.Key_Delete)
    assert form_bench.session.document.review.fact("ratings") is None
    QTest.mouseClick(rating, Qt.MouseButton.LeftButton, pos=left_half)
    menu = menu_of(rating)
    (remove,) = menu.actions()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(remove).center())
    assert form_bench.session.document.review.fact("ratings") is None
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


def test_scale_is_chosen_by_the_writer(form_bench: FormBench) -> None:
    rating = find(form_bench, RatingEdit, "rating.story")
    press(form_bench, "scale_stars")
    assert form_bench.session.document.review.fact("rating_scale")["best"] == FIVE_STARS.best
    type_into(rating, "9")
    assert rating.rating is None
    press(form_bench, "scale_none")
    assert not rating.isVisible()
    press(form_bench, "undo")
    assert rating.isVisible()


def test_custom_scale(form_bench: FormBench, qtbot: QtBot) -> None:
    press(form_bench, "scale_own")
    dialog = waited(qtbot, lambda: form_bench.session.window.findChild(QDialog, "dialog.scale"))
    dialog.findChild(QDoubleSpinBox, "best").setValue(6)
    dialog.findChild(QDoubleSpinBox, "step").setValue(0.5)
    dialog.findChild(QLineEdit, "unit").setText("Popcorn")
    assert dialog.findChild(QLabel, "example").text() == "5 von 6 Popcorn"
    dialog.accept()
    assert form_bench.session.document.review.fact("rating_scale") == {
        "best": 6,
        "step": 0.5,
        "unit": "Popcorn",
    }
    type_into(find(form_bench, RatingEdit, "rating.story"), "5,5")
    assert form_bench.session.document.review.fact("ratings") == {"story": 5.5}
