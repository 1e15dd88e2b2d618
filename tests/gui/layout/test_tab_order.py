"""Tab goes through the areas of a window, and not into other windows."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.layout.tab_order import focus_neighbour
from tests.gui.actions import exposed


@pytest.fixture
def area(qtbot: QtBot) -> QWidget:
    """Two lines one below the other, and a dialog that is open over them."""
    area = QWidget()
    qtbot.addWidget(area)
    column = QVBoxLayout(area)
    for name in ("first", "second"):
        line = QLineEdit(area)
        line.setObjectName(name)
        column.addWidget(line)
    dialog = QDialog(area)
    QLineEdit(dialog).setObjectName("of another window")
    area.show()
    dialog.show()
    exposed(qtbot, area)
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    return area


@pytest.mark.parametrize("forward", [True, False])
def test_a_dialog_over_the_area_is_no_part_of_it(area: QWidget, *, forward: bool) -> None:
    first = area.findChild(QLineEdit, "first")
    assert first is not None
    first.setFocus()
    seen = []
    for _ in range(4):
        assert focus_neighbour([area], forward=forward)
        now = QApplication.focusWidget()
        seen.append(now.objectName() if now is not None else "")
    assert seen == ["second", "first", "second", "first"]
