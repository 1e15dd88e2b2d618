"""The formats that there are: which are written, and which one is in front."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from editor.export.registry import EXPORT_FORMATS
from editor.gui.theme import Theme

_ID = Qt.ItemDataRole.UserRole


class FormatList(QListWidget):
    """A line with a check box per format; the space bar checks the one in front."""

    ticked = Signal()
    """Other formats are to be written."""
    fronted = Signal(str)
    """Another format is in front; carries its id."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("export.formats")
        self.setAccessibleName(self.tr("Formate"))
        self.setProperty("role", "groups")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for export_format in EXPORT_FORMATS.values():
            item = QListWidgetItem(export_format.label.text(), self)
            item.setData(_ID, export_format.id)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.ensurePolished()
        self.setFixedWidth(self.sizeHintForColumn(0) + theme.px(8))
        self.itemChanged.connect(lambda _: self.ticked.emit())
        self.currentRowChanged.connect(lambda row: self.fronted.emit(self._id(row)))

    @property
    def front(self) -> str:
        """Id of the format in front."""
        return self._id(max(0, self.currentRow()))

    @property
    def formats(self) -> tuple[str, ...]:
        """Ids of the formats that are to be written."""
        checked = Qt.CheckState.Checked
        rows = range(self.count())
        return tuple(self._id(row) for row in rows if self.item(row).checkState() == checked)

    def show_formats(self, formats: tuple[str, ...]) -> None:
        """Check ``formats`` and bring the first of them to the front."""
        with QSignalBlocker(self):
            for row in range(self.count()):
                on = self._id(row) in formats
                self.item(row).setCheckState(
                    Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
                )
        first = [row for row in range(self.count()) if self._id(row) in formats]
        self.setCurrentRow(first[0] if first else 0)

    def _id(self, row: int) -> str:
        return str(self.item(row).data(_ID))
