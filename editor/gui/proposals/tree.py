"""Tree of proposals in groups, each with a tick, what it is, and the text around it."""

from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from editor.gui.theme import Theme
from editor.proofing.proposals.excerpt import Excerpt
from editor.proofing.proposals.listed_proposal import ListedProposal, ProposalGroup

_PROPOSAL = Qt.ItemDataRole.UserRole + 1
_KEY = Qt.ItemDataRole.UserRole + 2
Identity = tuple[str, str, str]


class ProposalColumn(IntEnum):
    """The columns of the tree."""

    VALUE = 0
    KIND = 1
    TEXT = 2


class ProposalTree(QTreeWidget):
    """Lists proposals; those that the text explains are ticked at first."""

    current_changed = Signal(object)
    """The ListedProposal that is current now, None at the head of a group."""
    ticked_changed = Signal(int)
    """The number of proposals that are ticked now."""
    place_requested = Signal(object)
    """Emitted with the ListedProposal whose place in the text is to be shown."""

    def __init__(self, kind_label: Callable[[str], str], theme: Theme, parent: QWidget) -> None:
        """``kind_label`` returns what is shown for the key that a proposal is accepted as."""
        super().__init__(parent)
        self.setObjectName("proposals")
        self.setAccessibleName(self.tr("Namen und Angaben im Text"))
        self._kind_label = kind_label
        self._choices: dict[Identity, tuple[bool, str]] = {}
        self._groups: dict[ProposalGroup, QTreeWidgetItem] = {}
        self.setColumnCount(len(ProposalColumn))
        self.setHeaderLabels([self.tr("Gefunden"), self.tr("Art"), self.tr("Im Text")])
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(theme.px(14))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setItemDelegateForColumn(ProposalColumn.TEXT, _ExcerptDelegate(theme, self))
        head = self.header()
        head.setSectionsMovable(False)
        head.setStretchLastSection(True)
        head.resizeSection(ProposalColumn.VALUE, theme.px(230))
        head.resizeSection(ProposalColumn.KIND, theme.px(130))
        head.setSectionResizeMode(ProposalColumn.TEXT, QHeaderView.ResizeMode.Stretch)
        self.itemChanged.connect(self._remember)
        self.itemDoubleClicked.connect(lambda item, _: self._request_place(item))
        self.currentItemChanged.connect(lambda item, _: self._report_current(item))

    @property
    def current(self) -> ListedProposal | None:
        """The current proposal, None at the head of a group."""
        return _proposal(self.currentItem())

    @property
    def current_key(self) -> str:
        """The key that the current proposal is accepted as, empty for none."""
        item = self.currentItem()
        return str(item.data(0, _KEY) or "") if item is not None else ""

    def ticked(self) -> list[tuple[ListedProposal, str]]:
        """Return the proposals that are ticked, each with the key that it is accepted as."""
        return [
            (item.data(0, _PROPOSAL), item.data(0, _KEY))
            for item in self._items()
            if item.checkState(0) is Qt.CheckState.Checked
        ]

    def show_proposals(self, proposals: Sequence[ListedProposal]) -> None:
        """List ``proposals``; ticks and kinds that were chosen stay, as does the current row."""
        current = self.current
        blocker = QSignalBlocker(self)
        self.clear()
        self._groups = {}
        for proposal in sorted(proposals, key=lambda item: list(ProposalGroup).index(item.group)):
            self._add(proposal)
        for group, head in self._groups.items():
            head.setText(0, f"{self._title(group)} ({head.childCount()})")
        self.expandAll()
        blocker.unblock()
        self._select(current.identity if current is not None else None)
        self._report_ticked()

    def choose_key(self, key: str) -> None:
        """Accept the current proposal as ``key``, and tick it."""
        item = self.currentItem()
        if item is not None and _proposal(item) is not None and item.data(0, _KEY) != key:
            item.setData(0, _KEY, key)
            item.setText(ProposalColumn.KIND, self._kind_label(key))
            item.setCheckState(0, Qt.CheckState.Checked)
            self._remember(item)

    def _add(self, proposal: ListedProposal) -> None:
        explained, key = proposal.proposal.explained, proposal.proposal.key
        ticked, key = self._choices.get(proposal.identity, (explained, key))
        item = QTreeWidgetItem(self._group(proposal.group))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setData(0, _PROPOSAL, proposal)
        item.setData(0, _KEY, key)
        role = proposal.proposal.role if proposal.proposal.value else ""
        item.setText(0, f"{proposal.text} ({role})" if role else proposal.text)
        item.setText(ProposalColumn.KIND, self._kind_label(key))
        around = [f"{place.before}{place.words}{place.after}" for place in proposal.excerpts]
        item.setText(ProposalColumn.TEXT, around[0] if around else "")
        item.setToolTip(ProposalColumn.TEXT, "\n".join(around))
        item.setToolTip(0, item.text(0))
        item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _group(self, group: ProposalGroup) -> QTreeWidgetItem:
        if group not in self._groups:
            head = QTreeWidgetItem(self)
            ticks = Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate
            head.setFlags(head.flags() | ticks)
            head.setFirstColumnSpanned(True)
            font = self.font()
            font.setBold(True)
            head.setFont(0, font)
            self._groups[group] = head
        return self._groups[group]

    def _title(self, group: ProposalGroup) -> str:
        return {
            ProposalGroup.FACTS: self.tr("Angaben"),
            ProposalGroup.PEOPLE: self.tr("Personen"),
            ProposalGroup.NAMES: self.tr("Namen"),
        }[group]

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for head in self._groups.values():
            yield from map(head.child, range(head.childCount()))

    def _select(self, identity: Identity | None) -> None:
        items = list(self._items())
        same = (item for item in items if item.data(0, _PROPOSAL).identity == identity)
        item = next(same, items[0] if items else None)
        if item is not None:
            self.setCurrentItem(item)
        self._report_current(item)

    def _remember(self, item: QTreeWidgetItem) -> None:
        proposal = _proposal(item)
        if proposal is not None:
            ticked = item.checkState(0) is Qt.CheckState.Checked
            self._choices[proposal.identity] = (ticked, item.data(0, _KEY))
            self._report_ticked()

    def _report_ticked(self) -> None:
        self.ticked_changed.emit(len(self.ticked()))

    def _report_current(self, item: QTreeWidgetItem | None) -> None:
        self.current_changed.emit(_proposal(item))

    def _request_place(self, item: QTreeWidgetItem) -> None:
        proposal = _proposal(item)
        if proposal is not None:
            self.place_requested.emit(proposal)


class _ExcerptDelegate(QStyledItemDelegate):
    """Paints the words of a proposal in ink and the text around them in soft ink."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the first excerpt, shortened on both sides to the width of the column."""
        proposal = index.model().index(index.row(), 0, index.parent()).data(_PROPOSAL)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._theme.color("accent_ground"))
        if proposal is not None and proposal.excerpts:
            self._paint_excerpt(painter, option, proposal.excerpts[0])
        painter.restore()

    def _paint_excerpt(
        self, painter: QPainter, option: QStyleOptionViewItem, excerpt: Excerpt
    ) -> None:
        metrics, air = option.fontMetrics, self._theme.px(6)
        area = option.rect.adjusted(air, 0, -air, 0)
        elide = Qt.TextElideMode
        words = metrics.elidedText(excerpt.words, elide.ElideMiddle, area.width())
        rest = max(0, area.width() - metrics.horizontalAdvance(words))
        before = metrics.elidedText(excerpt.before, elide.ElideLeft, rest // 2)
        room = rest - metrics.horizontalAdvance(before)
        after = metrics.elidedText(excerpt.after, elide.ElideRight, room)
        for text, role in ((before, "soft_ink"), (words, "ink"), (after, "soft_ink")):
            painter.setPen(self._theme.color(role))
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)
            area.setLeft(area.left() + metrics.horizontalAdvance(text))


def _proposal(item: QTreeWidgetItem | None) -> ListedProposal | None:
    return item.data(0, _PROPOSAL) if item is not None else None
