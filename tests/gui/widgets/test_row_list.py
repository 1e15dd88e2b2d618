"""A list of rows keeps its place when the rows change, and is a tab stop only with rows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.gui.theme import make_theme
from editor.gui.widgets.row_list import ListRow, RowList
from tests.gui.rows import Row, texts_of


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 200)
    return window


@pytest.fixture
def listed(window: QWidget) -> RowList:
    view = RowList(make_theme("light"), window)
    window.show()
    return view


def rows(*keys: str, side: str = "") -> list[ListRow]:
    return [ListRow(key.upper(), key, side=side) for key in keys]


def test_equal_rows_change_nothing(listed: RowList) -> None:
    assert listed.show_rows(rows("a", "b"))
    assert not listed.show_rows(rows("a", "b"))
    assert texts_of(listed) == ["A", "B"]


def test_current_row_stays_at_its_key(listed: RowList) -> None:
    listed.show_rows(rows("a", "b"))
    listed.current_key = "b"
    listed.show_rows(rows("c", "b", "a"))
    assert (listed.current_row, listed.current_key) == (1, "b")
    listed.show_rows(rows("c", "a"))
    assert (listed.current_row, listed.current_key) == (-1, "")


def test_row_with_another_side_stays_where_it_is(listed: RowList, qtbot: QtBot) -> None:
    listed.show_rows(rows("a", "b"))
    with qtbot.assertNotEmitted(listed.model().modelReset):
        listed.show_rows(rows("a", "b", side="7"))
    assert listed.rows[1].side == "7"


def test_rows_without_keys_leave_none_current(listed: RowList) -> None:
    listed.show_rows([ListRow("A")])
    listed.current_row = 0
    listed.show_rows([ListRow("A"), ListRow("B")])
    assert listed.current_row == -1


def test_list_is_a_tab_stop_only_with_rows(listed: RowList) -> None:
    assert listed.focusPolicy() == Qt.FocusPolicy.NoFocus
    listed.show_rows(rows("a"))
    assert listed.focusPolicy() == Qt.FocusPolicy.StrongFocus
    listed.show_rows([])
    assert listed.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_click_and_enter_choose_a_row(listed: RowList, qtbot: QtBot) -> None:
    listed.show_rows(rows("a", "b"))
    chosen: list[int] = []
    listed.row_chosen.connect(chosen.append)
    Row(listed, 1).click()
    listed.take_focus()
    QTest.keyClick(listed, Qt.Key.Key_Up)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert chosen == [1, 0]


def test_a_row_is_read_out_as_it_says(listed: RowList) -> None:
    listed.show_rows([ListRow("A", tip="Tipp", spoken="A: gesprochen")])
    assert Row(listed, 0).tip() == "Tipp"
    assert Row(listed, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "A: gesprochen"
