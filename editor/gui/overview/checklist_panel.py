"""Panel „Fertig?“: the checklist before publication."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QStackedLayout,
    QStyleOptionViewItem,
    QWidget,
)

from editor.gui.theme import Theme
from editor.gui.widgets.list_delegate import ItemRole, ListDelegate, ModelIndex
from editor.gui.widgets.row_list import ListRow, RowList
from editor.gui.widgets.side_tabs import SidePanel
from editor.review.readiness import ChecklistItem

_MARK_COLORS = {"open": "spelling", "hint": "soft_ink"}
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class ChecklistPanel(SidePanel):
    """Lists what is missing or doubtful; choosing a row goes to its place."""

    chosen = Signal(object)
    """The ChecklistItem of the row that was chosen."""
    titled = Signal(str)
    """Title of the tab: „Fertig? · 3“."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("readyPane")
        self._items: Sequence[ChecklistItem] = ()
        self._list = RowList(theme, self, _ItemDelegate)
        self._list.setObjectName("ready")
        self._list.setAccessibleName(self.tr("Offene Punkte vor der Veröffentlichung"))
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        # Rows are as high as their sentences at the present width.
        self._list.setWordWrap(True)
        self._list.row_chosen.connect(lambda row: self.chosen.emit(self._items[row]))
        self._empty = QLabel(self)
        self._empty.setObjectName("ready.quiet")
        self._empty.setProperty("role", "soft")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(theme.px(16))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)

    def take_focus(self) -> None:
        """Give the keyboard focus to the list."""
        self._list.take_focus()

    def set_theme(self, theme: Theme) -> None:
        """Paint the list in ``theme``."""
        self._list.set_theme(theme)

    def show_items(self, items: Sequence[ChecklistItem], labels: Mapping[str, str]) -> None:
        """Show ``items``; ``labels`` are the labels of the sections by their ids."""
        was_empty, self._items = not self._items, items
        current = self._list.current_row
        if self._list.show_rows([self._row(item, labels) for item in items]):
            self._list.current_row = min(current, len(items) - 1)
        count = len(items)
        self.titled.emit(self.tr("Fertig? · {n}").format(n=count) if count else self.tr("Fertig?"))
        self._empty.setText(self.tr("Alles ist vollständig: Die Rezension kann erscheinen."))
        self._stack.setCurrentIndex(0 if items else 1)
        if was_empty and items:
            self.filled.emit()

    def show_unbegun(self) -> None:
        """Show that there will be a checklist as soon as there is a text."""
        self.show_items((), {})
        self._empty.setText(
            self.tr("Sobald Sie schreiben, steht hier, was bis zur Veröffentlichung noch fehlt.")
        )

    def _row(self, item: ChecklistItem, labels: Mapping[str, str]) -> ListRow:
        message = item.message.text()
        hint = item.severity == "hint"
        side = labels.get(item.section, "") if item.section else self.tr("Angaben")
        kind = self.tr("Empfehlung") if hint else self.tr("Offen")
        return ListRow(
            self.tr("Empfehlung: {text}").format(text=message) if hint else message,
            side=side,
            letter=item.severity,
            letter_color=_MARK_COLORS[item.severity],
            quiet=hint,
            spoken=f"{kind}: {message} {side}",
        )


class _ItemDelegate(ListDelegate):
    """Paints a sentence over as many lines as it needs, and a disc by its severity."""

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        """Return the size that the sentence needs at the width of the list."""
        metrics = option.fontMetrics
        # Margins and paddings of the base class on both sides, the disc, and the text on the right.
        taken = self.theme.px(2 * 8 + 2 * 9 + 22 + 8 + 10) + self._side_width(metrics, index)
        width = max(self.theme.px(80), self._width(option) - taken)
        box = metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAP, index.data())
        line = super().sizeHint(option, index)
        return QSize(line.width(), line.height() - metrics.height() + box.height())

    def _width(self, option: QStyleOptionViewItem) -> int:
        view = self.parent()
        return view.viewport().width() if isinstance(view, QListView) else option.rect.width()

    def _side_width(self, metrics: QFontMetrics, index: ModelIndex) -> int:
        return metrics.horizontalAdvance(index.data(ItemRole.SIDE) or "")

    def _letter(self, painter: QPainter, area: QRect, index: ModelIndex) -> int:
        """Paint a disc for an open item and a ring for a hint."""
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
