"""List under a heading, as high as its rows, so that the panel around it scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from editor.gui.theme import Theme
from editor.gui.widgets.row_list import ListRow, RowList


class HeadingList(QWidget):
    """Shows rows under a heading, or nothing at all without rows."""

    chosen = Signal(int)
    """Number of the row that was chosen."""

    def __init__(self, name: str, heading: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        title = QLabel(heading, self)
        title.setObjectName("heading")
        # Aligned with the text of the rows.
        title.setContentsMargins(theme.px(17), 0, 0, 0)
        self.list = RowList(theme, self)
        """The list, for the tab order."""
        self.list.setObjectName(name)
        self.list.setAccessibleName(heading)
        self.list.setProperty("role", "lines")
        # A list that scrolls within the scrolling panel would trap the wheel.
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.row_chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.addWidget(title)
        column.addWidget(self.list)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint the rows in ``theme``."""
        self.list.set_theme(theme)

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Show ``rows``, with their texts as tool tips too."""
        if self.list.show_rows([row._replace(tip=row.text) for row in rows]):
            self.list.setFixedHeight(self.list.sizeHintForRow(0) * len(rows) if rows else 0)
            self.setVisible(bool(rows))
