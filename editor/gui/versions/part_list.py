"""The parts of a review: which of them a version has otherwise."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from editor.gui.theme import Theme
from editor.gui.widgets.list_delegate import LineDelegate, Role
from editor.review.version_diff import Part

translate = QCoreApplication.translate

WHOLE = ""
"""Key of the row that stands for everything."""


class PartList(QListWidget):
    """Shows everything, the facts and the sections as rows."""

    part_chosen = Signal(str)
    """The id of the part that is current, WHOLE for everything."""

    def __init__(self, language: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self.setObjectName("versions.parts")
        self.setAccessibleName(translate("Versions", "Abschnitte"))
        self.setProperty("role", "list")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(LineDelegate(theme, self))
        self.currentItemChanged.connect(lambda *_: self.part_chosen.emit(self.current))

    @property
    def current(self) -> str:
        """The id of the part that is chosen."""
        item: QListWidgetItem | None = self.currentItem()
        return str(item.data(Role.KEY)) if item is not None else WHOLE

    def show_parts(self, parts: Iterable[Part], *, whole_changed: bool) -> None:
        """Show those of ``parts`` that have a text; the one that is current stays it."""
        before = self.current
        blocked = self.blockSignals(True)  # noqa: FBT003
        self.clear()
        self._add(WHOLE, translate("Versions", "Ganze Rezension"), changed=whole_changed)
        for part in parts:
            if part.then or part.now:
                self._add(part.id, part.label.text(self._language), changed=part.changed)
        rows = map(self.item, range(self.count()))
        self.setCurrentItem(
            next((row for row in rows if row.data(Role.KEY) == before), self.item(0))
        )
        self.blockSignals(blocked)
        self.part_chosen.emit(self.current)

    def _add(self, key: str, label: str, *, changed: bool) -> None:
        side = translate("Versions", "anders") if changed else translate("Versions", "gleich")
        item = QListWidgetItem(label, self)
        item.setData(Role.KEY, key)
        item.setData(Role.SIDE, side)
        item.setData(Role.QUIET, not changed)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{label}, {side}")
