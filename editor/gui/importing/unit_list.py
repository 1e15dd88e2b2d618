"""List of the units of a sectioning: model, delegate and view."""

from enum import IntEnum
from html import escape

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from editor.gui.editor.utf16_positions import Utf16Positions
from editor.gui.theme import Theme
from editor.importing.sectioning import Sectioning


class SectionTagPainter:
    """Paints the labels of a form's sections as tags."""

    def __init__(self, labels: list[str], theme: Theme, font: QFont) -> None:
        self._labels = labels
        self._theme = theme
        self._font = QFont(font)
        self._font.setPointSizeF(font.pointSizeF() * 0.85)
        metrics = QFontMetricsF(self._font)
        self.height = metrics.height() * 1.35
        self._label_width = max(map(metrics.horizontalAdvance, labels), default=0) + self.height
        # After the label there is room for the mark of doubt, a circle with a gap before it.
        self.width = self._label_width + self.height * 1.2

    def paint(self, painter: QPainter, area: QRectF, index: int, *, doubtful: bool) -> None:
        """Draw the tag of the section ``index`` at the top left of ``area``."""
        left, top = area.left(), area.top()
        pill = QRectF(left, top, self._label_width, self.height).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.save()
        painter.setFont(self._font)
        self._paint_pill(painter, pill, self._labels[index], "soft_ink", filled=False)
        if doubtful:
            mark = QRectF(left + self.width - self.height, top, self.height, self.height)
            self._paint_pill(painter, mark, "?", "spelling", filled=True)
        painter.restore()

    def text(self, index: int) -> str:
        """Return the label of the section ``index``."""
        return self._labels[index]

    def _paint_pill(
        self, painter: QPainter, area: QRectF, text: str, role: str, *, filled: bool
    ) -> None:
        colour = self._theme.color(role)
        painter.setPen(colour)
        painter.setBrush(colour if filled else self._theme.color("paper"))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setPen(self._theme.color("on_accent" if filled else "ink"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


ModelIndex = QModelIndex | QPersistentModelIndex
DOUBTFUL = 0.5
"""Below this confidence a proposal is marked as doubtful."""
_SHOWN = 600
"""Code points of a unit that a row or its tooltip shows at most; two lines hold fewer."""


class UnitRole(IntEnum):
    """Roles of the model beyond those of Qt."""

    SECTION = Qt.ItemDataRole.UserRole + 1
    """Index of the unit's section in the form."""
    DOUBTFUL = Qt.ItemDataRole.UserRole + 2
    """Whether the proposal is doubtful."""
    BEGINS = Qt.ItemDataRole.UserRole + 3
    """Whether the unit begins a paragraph."""


class UnitModel(QAbstractListModel):
    """Model of a Sectioning: an assignment changes rows, a split or a join resets the model."""

    def __init__(
        self, sectioning: Sectioning, ids: list[str], tags: SectionTagPainter, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.sectioning = sectioning
        self._ids = ids
        self._tags = tags

    def show_sectioning(self, sectioning: Sectioning) -> None:
        """Show ``sectioning`` in place of the previous one."""
        if len(sectioning.units) == len(self.sectioning.units):
            self.sectioning = sectioning
            self.dataChanged.emit(self.index(0), self.index(len(sectioning.units) - 1))
            return
        self.beginResetModel()
        self.sectioning = sectioning
        self.endResetModel()

    def rowCount(self, parent: ModelIndex | None = None) -> int:
        """Return the number of units."""
        return 0 if parent is not None and parent.isValid() else len(self.sectioning.units)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the text, tooltip or accessible text of a unit, or data of a ``UnitRole``."""
        unit = self.sectioning.units[index.row()]
        section = self._ids.index(unit.section)
        doubtful = unit.confidence < DOUBTFUL
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(unit.text[:_SHOWN].split())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(unit.text, doubtful=doubtful)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            unsure = self.tr(" (unsicher)") if doubtful else ""
            return f"{self._tags.text(section)}{unsure}: {unit.text.strip()[:_SHOWN]}"
        if role == UnitRole.BEGINS:
            before = self.sectioning.units[index.row() - 1] if index.row() else None
            return before is None or before.paragraph != unit.paragraph
        return {UnitRole.SECTION: section, UnitRole.DOUBTFUL: doubtful}.get(role)  # type: ignore[call-overload]

    def _tip(self, text: str, *, doubtful: bool) -> str:
        """Return the tooltip as HTML, since Qt does not break the lines of plain text."""
        unsure = (
            self.tr("Unsicher; bitte sehen Sie sich diesen Teil an.") + "\n\n" if doubtful else ""
        )
        more = "…" if len(text.strip()) > _SHOWN else ""
        lines = escape(unsure + text.strip()[:_SHOWN] + more).replace("\n", "<br>")
        return f"<qt>{lines}</qt>"


class UnitDelegate(QStyledItemDelegate):
    """Paints a unit: the tag of its section and two lines of its text."""

    def __init__(self, tags: SectionTagPainter, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._tags = tags
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        """Return room for two lines. Rows of equal height keep a long list fast."""
        line = option.fontMetrics.lineSpacing()
        return QSize(self._theme.px(200), 2 * line + self._theme.px(14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        """Draw background, tag and text."""
        px = self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(UnitRole.BEGINS) and index.row():
            painter.setPen(self._theme.color("line"))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        self._background(painter, option)
        inner = option.rect.adjusted(px(10), px(6), -px(10), -px(4))
        self._tags.paint(
            painter,
            QRectF(inner),
            index.data(UnitRole.SECTION),
            doubtful=index.data(UnitRole.DOUBTFUL),
        )
        inner.setLeft(inner.left() + round(self._tags.width) + px(10))
        self._text(painter, inner, option, index.data())
        painter.restore()

    def _background(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        area = QRectF(option.rect).adjusted(3.5, 1.5, -3.5, -1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(self._theme.color("accent_ground"))
            painter.drawRoundedRect(area, self._theme.px(5), self._theme.px(5))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(self._theme.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, self._theme.px(5), self._theme.px(5))

    def _text(
        self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, text: str
    ) -> None:
        painter.setPen(self._theme.color("ink"))
        first = _first_line(text, option, area.width())
        metrics = option.fontMetrics
        rest = metrics.elidedText(text[len(first) :], Qt.TextElideMode.ElideRight, area.width())
        for number, line in enumerate((first, rest)):
            place = QPointF(
                area.left(), area.top() + metrics.ascent() + number * metrics.lineSpacing()
            )
            painter.drawText(place, line)


class UnitList(QListView):
    """List view of the units. The keys that assign them are shortcuts of the page."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("import.units")
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumWidth(theme.px(280))

    def keyboardSearch(self, search: str) -> None:
        """Do nothing: letters and digits are commands here."""

    def rows(self) -> list[int]:
        """Return the rows of the selected units, in order."""
        return sorted(index.row() for index in self.selectedIndexes())

    def choose(self, first: int, last: int) -> None:
        """Select the units from ``first`` to ``last``, limited to the rows of the model."""
        count = self.model().rowCount()
        if not count:
            return
        low, high = (self.model().index(min(max(row, 0), count - 1), 0) for row in (first, last))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(low, flags.NoUpdate)
        self.selectionModel().select(QItemSelection(low, high), flags.ClearAndSelect)
        self.scrollTo(low)


def _first_line(text: str, option: QStyleOptionViewItem, width: int) -> str:
    """Return the part of ``text`` that fits on a line of ``width`` pixels, broken at a word."""
    layout = QTextLayout(text, option.font)
    wrap = QTextOption(Qt.AlignmentFlag.AlignLeft)
    wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(wrap)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    length = line.textLength() if line.isValid() else 0
    layout.endLayout()
    return text[: Utf16Positions(text).code_points(length)]
