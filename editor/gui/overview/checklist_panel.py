"""The panel „Fertig?“: what stands between the review and its publication; each row jumps."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStackedLayout,
    QStyleOptionViewItem,
    QWidget,
)

from editor.gui.theme import Theme
from editor.gui.widgets.list_delegate import ItemRole, ListDelegate, ModelIndex
from editor.gui.widgets.side_panel import SidePanel, update_tab_stop
from editor.review.readiness import ChecklistItem

_MARK_COLORS = {"open": "spelling", "hint": "soft_ink"}
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class ChecklistPanel(SidePanel):
    """Shows the checklist."""

    chosen = Signal(object)
    """The Item to go to."""
    titled = Signal(str)
    """What stands above the panel: „Fertig? · 3“."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("readyPane")
        self._items: Sequence[ChecklistItem] = ()
        self._shown: tuple[tuple[ChecklistItem, str], ...] | None = None
        self._list = QListWidget(self)
        self._list.setObjectName("ready")
        self._list.setAccessibleName(self.tr("Was vor der Veröffentlichung zu tun ist"))
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        # Rows are as high as their sentences at the width that there is.
        self._list.setWordWrap(True)
        self._delegate = _ItemDelegate(theme, self._list)
        self._list.setItemDelegate(self._delegate)
        update_tab_stop(self._list)
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)
        self._quiet = QLabel(self.tr("Alles da: Die Rezension kann erscheinen."), self)
        self._quiet.setObjectName("ready.quiet")
        self._quiet.setProperty("role", "soft")
        self._quiet.setWordWrap(True)
        self._quiet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._quiet.setMargin(theme.px(16))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._quiet)

    def focus(self) -> None:
        """Give the keyboard to the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._list.currentRow() < 0:
            self._list.setCurrentRow(0)

    def set_theme(self, theme: Theme) -> None:
        """Show the list in ``theme``."""
        self._delegate.theme = theme
        self._list.viewport().update()

    def show_items(self, items: Sequence[ChecklistItem], labels: Mapping[str, str]) -> None:
        """Show ``items``; ``labels`` are what the sections are called."""
        self._items = items
        shown = tuple((item, self._side(item, labels)) for item in items)
        if shown != self._shown:
            self._fill(shown)
        count = len(items)
        self.titled.emit(self.tr("Fertig? · {n}").format(n=count) if count else self.tr("Fertig?"))
        self._stack.setCurrentIndex(0 if items else 1)
        update_tab_stop(self._list)

    def _fill(self, shown: tuple[tuple[ChecklistItem, str], ...]) -> None:
        row = self._list.currentRow()
        self._shown = shown
        self._list.clear()
        for item, side in shown:
            self._list.addItem(self._row(item, side))
        self._list.setCurrentRow(min(row, len(shown) - 1))

    def _row(self, item: ChecklistItem, side: str) -> QListWidgetItem:
        message = item.message.text()
        hint = item.severity == "hint"
        row = QListWidgetItem(self.tr("Hinweis: {text}").format(text=message) if hint else message)
        row.setData(ItemRole.LETTER, item.severity)
        row.setData(ItemRole.LETTER_COLOR, _MARK_COLORS[item.severity])
        row.setData(ItemRole.SIDE, side)
        row.setData(ItemRole.QUIET, hint)
        kind = self.tr("Hinweis") if hint else self.tr("Offen")
        row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{kind}: {message} {side}")
        return row

    def _side(self, item: ChecklistItem, labels: Mapping[str, str]) -> str:
        return labels.get(item.section, "") if item.section else self.tr("Angaben")

    def _choose(self, row: QListWidgetItem) -> None:
        self.chosen.emit(self._items[self._list.row(row)])


class _ItemDelegate(ListDelegate):
    """Paints a sentence over as many lines as it needs, and a mark by its severity."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        """Return the size of the whole sentence at the width of the list."""
        metrics = option.fontMetrics
        # Grounds and paddings of the base class on both sides, the mark, and the text on the right.
        taken = self.theme.px(2 * 8 + 2 * 9 + 22 + 8 + 10) + self._side_width(metrics, index)
        width = max(self.theme.px(80), self._width(option) - taken)
        box = metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAP, index.data())
        line = super().sizeHint(option, index)
        return QSize(line.width(), line.height() - metrics.height() + box.height())

    def _width(self, option: QStyleOptionViewItem) -> int:
        view = self.parent()
        return view.viewport().width() if isinstance(view, QListWidget) else option.rect.width()

    def _side_width(self, metrics: QFontMetrics, index: ModelIndex) -> int:
        return metrics.horizontalAdvance(index.data(ItemRole.SIDE) or "")

    def _letter(self, painter: QPainter, area: QRect, index: ModelIndex) -> int:
        """Draw a full disc for what is missing and a ring for a hint."""
        size = self.theme.px(8)
        color = self.theme.color(index.data(ItemRole.LETTER_COLOR))
        mark = QRectF(area.left() + 1, area.center().y() - size / 2 + 0.5, size, size)
        painter.save()
        painter.setPen(QPen(color, 1.5))
        full = index.data(ItemRole.LETTER) == "open"
        painter.setBrush(color if full else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(mark)
        painter.restore()
        return area.left() + self.theme.px(22)

    def _text(self, painter: QPainter, area: QRect, index: ModelIndex, *, selected: bool) -> None:
        role = "accent" if selected else "soft_ink" if index.data(ItemRole.QUIET) else "ink"
        painter.setPen(self.theme.color(role))
        painter.drawText(area, _WRAP, index.data())
