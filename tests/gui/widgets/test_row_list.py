"""A list of rows keeps its place when the rows change, and is a tab stop only with rows."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.gui.theme import make_theme
from editor.gui.widgets.lazy_sequence import LazySequence
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


def lazy(made: list[str], *texts: str) -> LazySequence[str, ListRow]:
    """Return rows that note in ``made`` which of them were read."""

    def make(text: str) -> ListRow:
        made.append(text)
        return ListRow(text)

    return LazySequence(texts, make)


def test_only_rows_that_are_seen_are_made(listed: RowList, qtbot: QtBot) -> None:
    made: list[str] = []
    listed.setUniformItemSizes(True)
    listed.show_rows(lazy(made, *map(str, range(500))))
    qtbot.waitUntil(lambda: "1" in made)
    assert len(set(made)) < 100
    made.clear()
    assert not listed.show_rows(lazy(made, *map(str, range(500))))
    assert not made


@pytest.mark.parametrize(
    ("texts", "current"),
    [("abXcd", 3), ("acd", 1), ("bcd", 1), ("abcdX", 2), ("Xabcd", 3), ("abXXXcd", 5)],
)
def test_current_lazy_row_stays_when_rows_around_it_change(
    listed: RowList, qtbot: QtBot, texts: str, current: int
) -> None:
    listed.show_rows(lazy([], *"abcd"))
    listed.current_row = 2
    with qtbot.assertNotEmitted(listed.model().modelReset):
        assert listed.show_rows(lazy([], *texts))
    assert (texts_of(listed), listed.current_row) == (list(texts), current)


@pytest.mark.parametrize("texts", ["abXd", "abd", "abXXd", "ab", ""])
def test_no_row_is_current_after_the_current_lazy_row_has_gone(listed: RowList, texts: str) -> None:
    listed.show_rows(lazy([], *"abcd"))
    listed.current_row = 2
    assert listed.show_rows(lazy([], *texts))
    assert (texts_of(listed), listed.current_row) == (list(texts), -1)


@given(st.lists(st.text("ab", max_size=6), min_size=1, max_size=6))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_lazy_rows_say_what_was_shown_last(listed: RowList, shown: list[str]) -> None:
    following = Followed(listed.model())
    for texts in shown:
        listed.show_rows(lazy([], *texts))
        assert texts_of(listed) == following.texts == list(texts)


class Followed:
    """Follows a model by its signals alone, as views and screen readers do."""

    def __init__(self, model: QAbstractItemModel) -> None:
        self._model = model
        self.texts = self._texts(range(model.rowCount()))
        model.rowsInserted.connect(self._insert)
        model.rowsRemoved.connect(self._remove)
        model.dataChanged.connect(self._change)
        model.modelReset.connect(self._reset)

    def _texts(self, rows: range) -> list[str]:
        return [self._model.index(row, 0).data() for row in rows]

    def _insert(self, _: QModelIndex, first: int, last: int) -> None:
        self.texts[first:first] = self._texts(range(first, last + 1))

    def _remove(self, _: QModelIndex, first: int, last: int) -> None:
        del self.texts[first : last + 1]

    def _change(self, first: QModelIndex, last: QModelIndex) -> None:
        rows = range(first.row(), last.row() + 1)
        self.texts[rows.start : rows.stop] = self._texts(rows)

    def _reset(self) -> None:
        self.texts = self._texts(range(self._model.rowCount()))


def long_list(view: RowList, *names: str, keyed: bool) -> None:
    made = [ListRow(name.upper(), name if keyed else "") for name in names]
    view.show_rows(made if keyed else LazySequence(made, lambda row: row))


@pytest.mark.parametrize("keyed", [True, False])
@pytest.mark.parametrize("change", ["grows", "shrinks"])
def test_row_under_the_pointer_stays_there(listed: RowList, change: str, *, keyed: bool) -> None:
    letters = [f"{letter}{number}" for letter in "abcdef" for number in range(6)]
    long_list(listed, *letters, keyed=keyed)
    listed.resize(200, 150)
    listed.scrollTo(Row(listed, 18).index, RowList.ScrollHint.PositionAtCenter)
    pointed = Row(listed, 18)
    QCursor.setPos(listed.viewport().mapToGlobal(pointed.centre()))
    before = pointed.area().top()
    changed = ["x", "y", *letters] if change == "grows" else letters[3:]
    long_list(listed, *changed, keyed=keyed)
    now = Row(listed, 20 if change == "grows" else 15)
    assert now.text() == "D0"
    assert now.area().top() == before


def test_note_is_read_after_the_text(listed: RowList) -> None:
    listed.show_rows([ListRow("„natürlich“", note="Füllwort")])
    assert texts_of(listed) == ["„natürlich“ · Füllwort"]
