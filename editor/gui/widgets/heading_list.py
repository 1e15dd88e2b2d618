"""A short list under its heading that is as tall as its rows: the panel around it scrolls."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from editor.gui.theme import Theme
from editor.gui.widgets.list_delegate import ItemRole, ListDelegate
from editor.gui.widgets.side_panel import update_tab_stop


class HeadingListRow(NamedTuple):
    """A row: its text, what stands on the right, and how both are read out."""

    text: str
    side: str
    spoken: str


class HeadingList(QWidget):
    """Shows lines; without any there is nothing to see, and no heading either."""

    chosen = Signal(int)
    """The number of the line that was chosen."""

    def __init__(self, name: str, heading: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: tuple[HeadingListRow, ...] = ()
        title = QLabel(heading, self)
        title.setObjectName("heading")
        # Where the rows have their text.
        title.setContentsMargins(theme.px(17), 0, 0, 0)
        self.rows = self._list = QListWidget(self)
        """What has the keyboard."""
        self._list.setObjectName(name)
        self._list.setAccessibleName(heading)
        self._list.setProperty("role", "lines")
        self._list.setMouseTracking(True)
        # The panel scrolls as a whole: a list that scrolls within it would trap the wheel.
        for bar in (self._list.setHorizontalScrollBarPolicy, self._list.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = ListDelegate(theme, self._list)
        self._list.setItemDelegate(self._delegate)
        update_tab_stop(self._list)
        for chosen in (self._list.itemClicked, self._list.itemActivated):
            chosen.connect(lambda item: self.chosen.emit(self._list.row(item)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.addWidget(title)
        column.addWidget(self._list)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Show the list in ``theme``."""
        self._delegate.theme = theme
        self._list.viewport().update()

    def show_lines(self, lines: Sequence[HeadingListRow]) -> None:
        """Show ``lines``; when they are what is shown already, the current one stays."""
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        self._list.clear()
        for line in lines:
            item = QListWidgetItem(line.text, self._list)
            item.setData(ItemRole.SIDE, line.side)
            item.setToolTip(line.text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, line.spoken)
        self._list.setFixedHeight(self._list.sizeHintForRow(0) * len(lines) if lines else 0)
        self.setVisible(bool(lines))
        update_tab_stop(self._list)
