"""Chips by keys and clicks: edited, moved, removed, and pasted as a list."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
)
from pytestqt.qtbot import QtBot

from editor.gui.widgets.chip import Chip
from editor.gui.widgets.chip_edit import ChipEdit
from tests.gui.actions import click, find, press, type_into
from tests.gui.form_bench import FormBench, FormHost
from tests.gui.input_method import commit, compose


def director(editor: FormHost, *names: str) -> ChipEdit:
    chips = find(editor, ChipEdit, "fact.director")
    type_into(chips.line, "".join(f"{name}\n" for name in names))
    return chips


def chip(chips: ChipEdit, text: str) -> Chip:
    return next(c for c in chips.findChildren(Chip) if c.text_value == text and c.isVisible())


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


def test_screen_reader_says_which_names_come_and_go(
    form_bench: FormBench, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("editor.gui.widgets.chip_edit.announce", lambda _, text: said.append(text))
    chips = director(form_bench, "Anna", "Berta")
    QTest.keyClick(chip(chips, "Anna"), Qt.Key.Key_Delete)
    assert said == ["Anna hinzugefügt", "Berta hinzugefügt", "Anna entfernt"]


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


@pytest.mark.parametrize("comma", [",", "、", "，"])
def test_comma_of_an_input_method_ends_the_name(form_bench: FormBench, comma: str) -> None:
    chips = find(form_bench, ChipEdit, "fact.director")
    chips.line.setFocus()
    for name in ("Anna", "黒澤明"):
        compose(chips.line, name)
        commit(chips.line, name)
        commit(chips.line, comma)
    assert [c.text_value for c in chips.findChildren(Chip) if c.isVisible()] == ["Anna", "黒澤明"]
    assert chips.line.text() == ""
    commit(chips.line, comma)
    assert form_bench.session.document.review.fact("director") == ["Anna", "黒澤明"]


@pytest.mark.parametrize("comma", [",", "、", "，"])
def test_name_and_comma_in_one_commit_or_key(form_bench: FormBench, comma: str) -> None:
    chips = director(form_bench)
    chips.line.setFocus()
    commit(chips.line, f"黒澤明{comma}", "こ")
    commit(chips.line, f"小津{comma}溝口")
    type_into(chips.line, f"Cara{comma}")
    assert form_bench.session.document.review.fact("director") == ["黒澤明", "小津", "溝口", "Cara"]


def test_comma_within_a_role_and_before_a_name(form_bench: FormBench) -> None:
    chips = find(form_bench, ChipEdit, "fact.cast")
    type_into(chips.line, "Anna (Mutter")
    commit(chips.line, ",")
    type_into(chips.line, " Ärztin)")
    commit(chips.line, ",")
    type_into(chips.line, "BertaCara")
    chips.line.setCursorPosition(5)
    type_into(chips.line, ",")
    names = [person["name"] for person in form_bench.session.document.review.fact("cast")]
    assert names == ["Anna", "Berta", "Cara"]


def test_hint_of_the_chips_is_not_painted_over_what_is_composed(form_bench: FormBench) -> None:
    line = find(form_bench, ChipEdit, "fact.cast").line
    line.setFocus()
    hint = line.placeholderText()
    assert hint
    compose(line, "こ")
    composing = line.grab().toImage()
    line.setPlaceholderText("")
    assert line.grab().toImage() == composing


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


def test_double_click_edits_a_chip(form_bench: FormBench, qtbot: QtBot) -> None:
    chips = director(form_bench, "Anna", "Berta")
    qtbot.waitUntil(lambda: chip(chips, "Anna").geometry() != chip(chips, "Berta").geometry())
    click(qtbot, chip(chips, "Anna"), QPoint(8, 8), act=QTest.mouseDClick)
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
