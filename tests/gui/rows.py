"""Lists of rows as a person sees them."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtTest import QTest

from editor.gui.widgets.list_delegate import ItemRole
from editor.gui.widgets.row_list import RowList
from tests.gui.actions import find
from tests.gui.form_bench import FormHost


class Row:
    """One row of a list, by its number: it says what the list says at any time."""

    def __init__(self, view: RowList, number: int) -> None:
        self.view = view
        self.number = number

    @property
    def index(self) -> QModelIndex:
        return self.view.model().index(self.number, 0)

    def text(self) -> str:
        """Return the text and the note behind it."""
        return " · ".join(filter(None, (self.index.data(), self.data(ItemRole.NOTE))))

    def tip(self) -> str:
        return str(self.data(Qt.ItemDataRole.ToolTipRole))

    def data(self, role: int) -> Any:
        return self.index.data(role)

    def area(self) -> QRect:
        return self.view.visualRect(self.index)

    def centre(self) -> QPoint:
        return self.area().center()

    def click(self, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        self.view.scrollTo(self.index)
        QTest.mouseClick(self.view.viewport(), button, pos=self.centre())


def rows_of(view: RowList) -> list[Row]:
    """Return all rows of ``view``."""
    return [Row(view, number) for number in range(view.model().rowCount())]


def texts_of(view: RowList) -> list[str]:
    """Return the texts of all rows of ``view``."""
    return [row.text() for row in rows_of(view)]


def row_with(view: RowList, text: str) -> Row:
    """Return the row of ``view`` that says ``text`` and nothing else."""
    return next(row for row in rows_of(view) if row.text() == text)


def row_list(editor: FormHost, name: str) -> RowList:
    """Return the list ``name`` of the window."""
    return find(editor, RowList, name)
