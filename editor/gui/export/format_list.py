"""List of export formats: those that are checked are written, the current one shows its options."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from editor.export.registry import EXPORT_FORMATS
from editor.gui.theme import Theme

_ID = Qt.ItemDataRole.UserRole


class FormatList(QListWidget):
    """A row with a check box per format; the space bar checks the current one.

    A click beside the box checks the format, too: to show it is to choose it. Only the box and the
    space bar uncheck one.
    """

    checked_changed = Signal()
    """Other formats are checked."""
    current_changed = Signal(str)
    """Another format is current; carries its id."""

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
        self.itemChanged.connect(lambda _: self.checked_changed.emit())
        self._pressed_state = Qt.CheckState.Unchecked
        self.itemClicked.connect(self._check_clicked)
        self.currentRowChanged.connect(lambda row: self.current_changed.emit(self._id(row)))

    @property
    def current_format(self) -> str:
        """Id of the current format; the first one until there is one."""
        return self._id(max(0, self.currentRow()))

    @property
    def checked(self) -> tuple[str, ...]:
        """Ids of the checked formats."""
        checked = Qt.CheckState.Checked
        rows = range(self.count())
        return tuple(self._id(row) for row in rows if self.item(row).checkState() == checked)

    def show_formats(self, formats: tuple[str, ...]) -> None:
        """Check the formats with the ids ``formats``, and make the first of them current."""
        rows = [row for row in range(self.count()) if self._id(row) in formats]
        with QSignalBlocker(self):
            for row in range(self.count()):
                state = Qt.CheckState.Checked if row in rows else Qt.CheckState.Unchecked
                self.item(row).setCheckState(state)
        self.setCurrentRow(rows[0] if rows else 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note the state that a click on the box changes."""
        item = self.itemAt(event.position().toPoint())
        if item is not None:
            self._pressed_state = item.checkState()
        super().mousePressEvent(event)

    def _check_clicked(self, item: QListWidgetItem) -> None:
        # By now, a click on the box has changed the state.
        if self._pressed_state == item.checkState():
            item.setCheckState(Qt.CheckState.Checked)

    def _id(self, row: int) -> str:
        return str(self.item(row).data(_ID))
