"""List of rows with a text on the left, and numbers and signs around it."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QListView, QWidget

from editor.gui.theme import Theme
from editor.gui.widgets.lazy_sequence import ChangedItems, LazySequence
from editor.gui.widgets.list_delegate import ItemRole, ListDelegate, ModelIndex

_ROOT = QModelIndex()


class ListRow(NamedTuple):
    """Content of a row. Parts that are empty are not painted."""

    text: str
    key: str = ""
    """Identifies the row, so that it stays current when the rows change."""
    side: str = ""
    """Text on the right."""
    badge: str = ""
    """Text in a filled badge on the far right."""
    dotted: str = ""
    """Text above a row of dots on the far right."""
    letter: str = ""
    """Letter before the text."""
    letter_color: str = ""
    """Colour of the letter, a field of ColorTokens."""
    quiet: bool = False
    """Whether the row is painted in soft ink."""
    tip: str = ""
    """Tool tip."""
    spoken: str = ""
    """Accessible text; by default the text."""
    note: str = ""
    """Quiet text after the text, where there is room for it."""


_FIELDS: Mapping[int, str] = {
    Qt.ItemDataRole.DisplayRole: "text",
    Qt.ItemDataRole.ToolTipRole: "tip",
    Qt.ItemDataRole.AccessibleTextRole: "spoken",
    ItemRole.KEY: "key",
    ItemRole.NOTE: "note",
    ItemRole.SIDE: "side",
    ItemRole.BADGE: "badge",
    ItemRole.DOTTED: "dotted",
    ItemRole.LETTER: "letter",
    ItemRole.LETTER_COLOR: "letter_color",
    ItemRole.QUIET: "quiet",
}


class _RowModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[ListRow] = ()

    def rowCount(self, parent: ModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        field = _FIELDS.get(role)
        return getattr(self.rows[index.row()], field) if field else None

    def set_rows(self, rows: Sequence[ListRow]) -> None:
        change = self.change_to(rows)
        if change is not None:
            self._change_rows(rows, change)
        elif all(row.key for row in rows) and _keys(rows) == _keys(self.rows):
            before, self.rows = self.rows, rows
            for number, pair in enumerate(zip(before, rows, strict=True)):
                if pair[0] != pair[1]:
                    self.dataChanged.emit(self.index(number), self.index(number))
        else:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def change_to(self, rows: Sequence[ListRow]) -> ChangedItems | None:
        """Return what differs in ``rows``, None where that would mean to make all of them."""
        if isinstance(rows, LazySequence) and isinstance(self.rows, LazySequence):
            return rows.change_from(self.rows)
        return None

    def _change_rows(self, rows: Sequence[ListRow], change: ChangedItems) -> None:
        start, removed, added = change
        if added > removed:
            self.beginInsertRows(_ROOT, start + removed, start + added - 1)
            self.rows = rows
            self.endInsertRows()
        elif removed > added:
            self.beginRemoveRows(_ROOT, start + added, start + removed - 1)
            self.rows = rows
            self.endRemoveRows()
        else:
            self.rows = rows
        if replaced := min(removed, added):
            self.dataChanged.emit(self.index(start), self.index(start + replaced - 1))


def _keys(rows: Sequence[ListRow]) -> list[str]:
    return [row.key for row in rows]


class RowList(QListView):
    """Shows rows and reports which one is chosen. The tab order leaves out an empty list.

    When rows come or go above the pointer, the list scrolls along, so that the row under the
    pointer stays there.
    """

    row_chosen = Signal(int)
    """Number of the row that was clicked or activated with the keyboard."""
    current_row_changed = Signal(int)
    """Number of the row that is current now, -1 for none."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget,
        make_delegate: type[ListDelegate] = ListDelegate,
    ) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._delegate = make_delegate(theme, self)
        self.setItemDelegate(self._delegate)
        self._rows = _RowModel(self)
        self.setModel(self._rows)
        self.clicked.connect(lambda index: self.row_chosen.emit(index.row()))
        self.activated.connect(lambda index: self.row_chosen.emit(index.row()))

    @property
    def rows(self) -> Sequence[ListRow]:
        """The rows."""
        return self._rows.rows

    @property
    def current_row(self) -> int:
        """Number of the current row, -1 for none."""
        return self.currentIndex().row()

    @current_row.setter
    def current_row(self, row: int) -> None:
        self.setCurrentIndex(self._rows.index(row))

    @property
    def current_key(self) -> str:
        """Key of the current row, empty for none."""
        return self.rows[self.current_row].key if self.current_row >= 0 else ""

    @current_key.setter
    def current_key(self, key: str) -> None:
        """Make the row with this key current; do nothing if there is none."""
        if key and key in _keys(self.rows):
            self.current_row = _keys(self.rows).index(key)

    def show_rows(self, rows: Sequence[ListRow]) -> bool:
        """Show ``rows`` and return whether they differ from the present ones.

        The current row stays current if it has a key that is among the new ones, and in a
        LazySequence if nothing has changed there. Otherwise no row is current afterwards.
        """
        rows = rows if isinstance(rows, LazySequence) else tuple(rows)
        if rows == self.rows:
            return False
        key = self.current_key
        change = self._rows.change_to(rows)
        if change and change.start <= self.current_row < change.start + change.removed:
            self.setCurrentIndex(_ROOT)
        pointed = self._pointed()
        self._rows.set_rows(rows)
        self.current_key = key
        self._keep_in_place(*pointed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if rows else Qt.FocusPolicy.NoFocus)
        return True

    def _pointed(self) -> tuple[QPersistentModelIndex, str, int]:
        """Return the row under the pointer: its index, its key, and its top in the viewport."""
        place = self.viewport().mapFromGlobal(QCursor.pos())
        index = self.indexAt(place) if self.viewport().rect().contains(place) else _ROOT
        key = self.rows[index.row()].key if index.isValid() else ""
        return QPersistentModelIndex(index), key, self.visualRect(index).top()

    def _keep_in_place(self, pointed: QPersistentModelIndex, key: str, top: int) -> None:
        """Scroll so that the row that was under the pointer has its ``top`` again."""
        keys = _keys(self.rows) if key and not pointed.isValid() else []
        row = keys.index(key) if key in keys else pointed.row()
        if 0 <= row < len(self.rows):
            moved = self.visualRect(self._rows.index(row)).top() - top
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)

    def take_focus(self) -> None:
        """Take the keyboard focus; without a current row the first one becomes it.

        A list without rows leaves the focus where it is.
        """
        if not self.rows:
            return
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.current_row = max(self.current_row, 0)

    def set_theme(self, theme: Theme) -> None:
        """Paint the rows in ``theme``."""
        self._delegate.theme = theme
        self.viewport().update()

    def currentChanged(  # noqa: N802 - Qt's name
        self, current: ModelIndex, previous: ModelIndex
    ) -> None:
        """Report the current row."""
        super().currentChanged(current, previous)
        self.current_row_changed.emit(current.row())
