"""What cut, copy, paste and select all do in each kind of field."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.gui.widgets.edit_target import EditTarget, edit_target


def combo() -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    return box


def text_of(field: QWidget) -> str:
    line = field.lineEdit() if isinstance(field, QComboBox) else field
    return line.text() if isinstance(line, QLineEdit) else line.toPlainText()  # type: ignore[union-attr]


@pytest.mark.parametrize("make", [QLineEdit, combo, QTextEdit, QPlainTextEdit])
def test_text_is_cut_copied_pasted_and_selected(qtbot: QtBot, make: type[QWidget]) -> None:
    field = make()
    qtbot.addWidget(field)
    QGuiApplication.clipboard().setText("Wort")
    run(field, "paste")
    assert text_of(field) == "Wort"
    assert not found(field).selected
    run(field, "select_all")
    assert found(field).selected
    QGuiApplication.clipboard().clear()
    run(field, "copy")
    assert QGuiApplication.clipboard().text() == "Wort"
    run(field, "cut")
    assert text_of(field) == ""


def test_field_that_is_read_only_can_be_copied_and_not_changed(qtbot: QtBot) -> None:
    field = QTextEdit("Wort", readOnly=True)
    qtbot.addWidget(field)
    assert not found(field).writable
    run(field, "select_all")
    assert found(field).selected


def test_number_is_edited_in_its_line(qtbot: QtBot) -> None:
    box = QSpinBox(value=7)
    qtbot.addWidget(box)
    run(box, "select_all")
    run(box, "copy")
    assert QGuiApplication.clipboard().text() == "7"


def test_row_of_a_list_is_copied(qtbot: QtBot) -> None:
    rows = QListWidget()
    qtbot.addWidget(rows)
    rows.addItems(["Eins", "Zwei"])
    assert not found(rows).selected
    rows.setCurrentRow(1)
    run(rows, "copy")
    assert QGuiApplication.clipboard().text() == "Zwei"
    assert found(rows).select_all is None
    rows.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    run(rows, "select_all")
    assert len(rows.selectedItems()) == 2


def test_part_of_a_field_stands_for_the_field_and_a_label_for_none(qtbot: QtBot) -> None:
    field = QTextEdit()
    qtbot.addWidget(field)
    assert found(field.viewport()).paste == field.paste
    label = QLabel()
    qtbot.addWidget(label)
    assert edit_target(label) is None
    assert edit_target(None) is None


def found(field: QWidget) -> EditTarget:
    target = edit_target(field)
    assert target is not None
    return target


def run(field: QWidget, verb: str) -> None:
    getattr(found(field), verb)()
