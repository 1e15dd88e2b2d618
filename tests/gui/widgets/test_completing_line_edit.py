"""Completion of values from earlier reviews, which never insists on one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QListView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.widgets.chip_edit import ChipEdit
from editor.gui.widgets.completing_line_edit import CompletingLineEdit
from tests.gui.actions import find, press, type_into


@pytest.mark.parametrize("typed", ["bjorn", "BJÖRN", "lykke", "rn Ly"])
def test_completion_knows_neither_case_nor_accents_nor_beginnings(
    remembering: Program, typed: str
) -> None:
    line = find(remembering, ChipEdit, "fact.writers").line
    type_into(line, typed)
    assert line.text() == typed
    assert line.offered == ["Björn Lykke"]


def test_screen_reader_says_how_many_values_there_are_and_which_is_chosen(
    remembering: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        "editor.gui.widgets.completing_line_edit.announce", lambda _, text: said.append(text)
    )
    type_into(find(remembering, ChipEdit, "fact.cast").line, "maj")
    QTest.keyClick(_list(), Qt.Key.Key_Down)
    assert said == ["1 Vorschlag", "Maja Kvist"]


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
    assert line.offered == ["Polarkreis Home Video", "Ärger & Söhne"]
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


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_selected_value_is_taken_by_tab_and_by_enter_alike(
    remembering: Program, key: Qt.Key
) -> None:
    line = find(remembering, CompletingLineEdit, "fact.label")
    type_into(line, "arger")
    QTest.keyClick(_list(), Qt.Key.Key_Down)
    QTest.keyClick(_list(), key)
    assert remembering.session.document.review.fact("label") == "Ärger & Söhne"
    assert line.offered == []
    assert line.hasFocus()
    press(remembering, "undo")
    assert remembering.session.document.review.fact("label") == "arger"


def test_tab_makes_a_chip_of_the_selected_name_and_stays(remembering: Program) -> None:
    chips = find(remembering, ChipEdit, "fact.cast")
    type_into(chips.line, "maj")
    QTest.keyClick(_list(), Qt.Key.Key_Down)
    QTest.keyClick(_list(), Qt.Key.Key_Tab)
    assert (chips.texts(), chips.line.text()) == (["Maja Kvist"], "")
    assert chips.line.hasFocus()


def test_tab_goes_on_with_what_was_typed_where_nothing_is_selected(remembering: Program) -> None:
    line = find(remembering, CompletingLineEdit, "fact.label")
    type_into(line, "arger")
    QTest.keyClick(_list(), Qt.Key.Key_Tab)
    assert not line.hasFocus()
    assert line.offered == []
    assert remembering.session.document.review.fact("label") == "arger"


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_combo_box_completes_like_a_line(remembering: Program, key: Qt.Key) -> None:
    box = find(remembering, QComboBox, "fact.medium")
    box.setFocus()
    QTest.keyClicks(box, "disc")
    line = box.lineEdit()
    assert isinstance(line, CompletingLineEdit)
    assert line.offered == ["Laserdisc"]
    assert _list().objectName() == "completion"
    QTest.keyClick(_list(), Qt.Key.Key_Down)
    QTest.keyClick(_list(), key)
    assert remembering.session.document.review.fact("medium") == "Laserdisc"
    assert box.hasFocus()


def test_escape_closes_the_list_and_nothing_else(remembering: Program) -> None:
    line = find(remembering, CompletingLineEdit, "fact.label")
    press(remembering, "form_alone")
    type_into(line, "arger")
    QTest.keyClick(_list(), Qt.Key.Key_Escape)
    assert line.offered == []
    assert line.text() == "arger"
    assert remembering.session.actions["form_alone"].isChecked()


def test_shortcut_works_while_the_list_is_open(remembering: Program) -> None:
    line = find(remembering, CompletingLineEdit, "fact.label")
    type_into(line, "arger")
    QTest.keyClick(_list(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert line.offered == []
    assert line.text() == "arger"
    assert find(remembering, QWidget, "findBar").isVisible()
