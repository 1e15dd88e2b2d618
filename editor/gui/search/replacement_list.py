"""List of the changes that replacing all matches would make, each with a check box."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from editor.gui.theme import Theme
from editor.review.search import ReviewMatch, TextReplacement

_CHANGE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ReplacementColumn(IntEnum):
    """The columns of the list."""

    SECTION = 0
    BEFORE = 1
    AFTER = 2


class ReplacementModel(QAbstractTableModel):
    """Changes with their sections and a tick each; at first, all are ticked."""

    ticked_changed = Signal(int)
    """The number of changes that are ticked now."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._changes: Sequence[TextReplacement] = ()
        self._labels: Mapping[str, str] = {}
        self._unticked: set[int] = set()

    def show_changes(self, changes: Sequence[TextReplacement], labels: Mapping[str, str]) -> None:
        """List ``changes``; ``labels`` are the labels of the sections by their ids.

        A change stays unticked as long as the text around it is the same.
        """
        unticked = {_place(self._changes[row]) for row in self._unticked}
        self.beginResetModel()
        self._changes, self._labels = changes, labels
        self._unticked = {row for row, change in enumerate(changes) if _place(change) in unticked}
        self.endResetModel()
        self._report_ticked()

    def clear(self) -> None:
        """Clear the list and forget which changes were unticked."""
        self._unticked = set()
        self.show_changes((), {})

    def ticked_matches(self) -> frozenset[ReviewMatch]:
        """Return the matches whose changes are ticked."""
        return frozenset(
            c.match for row, c in enumerate(self._changes) if row not in self._unticked
        )

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of changes."""
        return 0 if parent.isValid() else len(self._changes)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(ReplacementColumn)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return the flags of a cell; those of the first column can be checked."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole.value,
    ) -> Any:
        """Return the title of a column."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Abschnitt"), self.tr("vorher"), self.tr("nachher"))[section]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole.value) -> Any:
        """Return the data of a cell."""
        change, column = self._changes[index.row()], ReplacementColumn(index.column())
        texts = {
            ReplacementColumn.SECTION: self._labels.get(change.match.section, change.match.section),
            ReplacementColumn.BEFORE: _line(change.before),
            ReplacementColumn.AFTER: _line(change.after),
        }
        if role == Qt.ItemDataRole.DisplayRole:
            return texts[column]
        if role == Qt.ItemDataRole.CheckStateRole and column is ReplacementColumn.SECTION:
            off = index.row() in self._unticked
            return Qt.CheckState.Unchecked if off else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.AccessibleTextRole and column is ReplacementColumn.SECTION:
            return self.tr("{section}: „{old}“ wird „{new}“").format(
                section=texts[column], old=change.old, new=change.new
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{_line(change.before)}\n→ {_line(change.after)}"
        return change if role == _CHANGE else None

    def setData(
        self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole.value
    ) -> bool:
        """Tick or untick a row."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        on = Qt.CheckState(value) == Qt.CheckState.Checked
        (self._unticked.discard if on else self._unticked.add)(index.row())
        self.dataChanged.emit(index, index)
        self._report_ticked()
        return True

    def _report_ticked(self) -> None:
        self.ticked_changed.emit(len(self._changes) - len(self._unticked))


class ReplacementList(QTreeView):
    """View of a ReplacementModel."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("find.preview")
        self.setAccessibleName(self.tr("Ersetzungen"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self._delegate = _ChangeDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.replacements = ReplacementModel(self)
        self.setModel(self.replacements)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionsMovable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(
            ReplacementColumn.SECTION, QHeaderView.ResizeMode.ResizeToContents
        )
        self.setFixedHeight(theme.px(190))

    def set_theme(self, theme: Theme) -> None:
        """Show the list in ``theme``."""
        self._delegate.theme = theme
        self.viewport().update()


class _ChangeDelegate(QStyledItemDelegate):
    """Paints the changed words in ink and the words around them in soft ink."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the section with its check box as Qt does, the texts in two colours."""
        if index.column() == ReplacementColumn.SECTION:
            super().paint(painter, option, index)
            return
        change: TextReplacement = index.data(_CHANGE)
        changed = change.old if index.column() == ReplacementColumn.BEFORE else change.new
        air = self.theme.px(6)
        area = option.rect.adjusted(air, 0, -air, 0)
        pieces = _fitting(change.lead, changed, change.tail, option.fontMetrics, area.width())
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self.theme.color("accent_ground"))
        for text, role in zip(pieces, ("soft_ink", "ink", "soft_ink"), strict=True):
            painter.setPen(self.theme.color(role))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
            area.setLeft(area.left() + option.fontMetrics.horizontalAdvance(text))
        painter.restore()


def _fitting(
    lead: str, changed: str, tail: str, metrics: QFontMetrics, width: int
) -> tuple[str, str, str]:
    """Shorten the three texts to ``width`` pixels in all, those around the change first."""
    lead, changed, tail = _line(lead), _line(changed), _line(tail)
    changed = metrics.elidedText(changed, Qt.TextElideMode.ElideMiddle, width)
    rest = max(0, width - metrics.horizontalAdvance(changed))
    after = min(metrics.horizontalAdvance(tail), rest // 2)
    lead = metrics.elidedText(lead, Qt.TextElideMode.ElideLeft, rest - after)
    tail = metrics.elidedText(
        tail, Qt.TextElideMode.ElideRight, rest - metrics.horizontalAdvance(lead)
    )
    return lead, changed, tail


def _place(change: TextReplacement) -> tuple[str, str, str, str]:
    return change.match.section, change.lead, change.old, change.tail


def _line(text: str) -> str:
    return text.replace("\n", "↵")
