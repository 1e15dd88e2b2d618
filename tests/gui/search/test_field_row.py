"""The field of a search has room for what is typed, whatever stands beside it."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.search.field_row import FieldRow
from tests.gui.actions import exposed, find, press

LEAST, TOOLS = 150, 260


@pytest.mark.parametrize("width", [600, 300, 260])
def test_tools_stand_below_a_field_without_room(qtbot: QtBot, width: int) -> None:
    field, tools = QLineEdit(), QLabel()
    field.setMinimumWidth(LEAST)
    tools.setFixedWidth(TOOLS)
    window = QWidget()
    qtbot.addWidget(window)
    row = FieldRow(field, tools, 4, window)
    row.resize(width, 80)
    window.show()
    exposed(qtbot, window)
    below = width < LEAST + 4 + TOOLS
    qtbot.waitUntil(lambda: (tools.y() > field.geometry().bottom()) is below)
    assert field.width() >= LEAST
    assert row.minimumSizeHint().width() == TOOLS


def test_field_of_the_bar_can_be_read_in_a_narrow_window(unchecked: Program, qtbot: QtBot) -> None:
    unchecked.session.window.resize(512, 350)
    press(unchecked, "find")
    field = find(unchecked, QLineEdit, "find.text")
    qtbot.waitUntil(field.isVisible)
    qtbot.waitUntil(lambda: field.width() >= field.fontMetrics().horizontalAdvance("Salzarchiv"))
