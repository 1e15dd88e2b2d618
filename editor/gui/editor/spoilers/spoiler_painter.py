"""Paints the heads and the margin lines of spoilers."""

import html

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPolygonF

from editor.gui.editor.markdown_edit import MarkdownEdit
from editor.gui.editor.spoilers.spoiler_blocks import ShownSpoiler, SpoilerBlocks
from editor.gui.theme import Theme

translate = QCoreApplication.translate

_LINE = 3
"""Width of the margin line, in units of ``Theme.px``."""
_TRIANGLE = 5
"""Half the side of the triangle in a head, in units of ``Theme.px``."""
_SMALLER = 0.8
"""Size of the words of a head relative to the text."""


class SpoilerPainter:
    """Paints the spoilers of one field, in the coordinates of its viewport."""

    def __init__(self, field: MarkdownEdit, blocks: SpoilerBlocks) -> None:
        self._field = field
        self._blocks = blocks

    def head_at(self, place: QPointF) -> ShownSpoiler | None:
        """Return the spoiler whose head is at ``place``."""
        return next((s for s in self._blocks.shown if self._head(s).contains(place)), None)

    def head_area(self, spoiler: ShownSpoiler) -> QRect:
        """Return the area of the head of ``spoiler``."""
        return self._head(spoiler).toAlignedRect()

    def paint(self, painter: QPainter, area: QRect, theme: Theme) -> None:
        """Paint the spoilers in ``area``."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self._blocks.at_head if self._field.hasFocus() else None
        for spoiler in self._blocks.shown:
            whole = self._whole(spoiler)
            if whole.intersects(QRectF(area)):
                line = QRectF(0, whole.top(), theme.px(_LINE), whole.height())
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("control"))
                painter.drawRoundedRect(line, line.width() / 2, line.width() / 2)
                self._paint_head(painter, spoiler, theme, current=spoiler == current)

    def _paint_head(
        self, painter: QPainter, spoiler: ShownSpoiler, theme: Theme, *, current: bool
    ) -> None:
        head = self._head(spoiler)
        if current:
            painter.setPen(theme.color("accent"))
            painter.setBrush(theme.color("accent_ground"))
            painter.drawRoundedRect(head.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(5), theme.px(5))
        color = theme.color("accent" if current else "soft_ink")
        size = theme.px(_TRIANGLE)
        middle = QPointF(head.left() + 2 * size, head.center().y())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawPolygon(_triangle(middle, size, right=spoiler.folded))
        painter.setPen(color)
        painter.setFont(self._font())
        words = head.adjusted(4 * size, 0, -size, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._words(spoiler, words.width()))

    def _words(self, spoiler: ShownSpoiler, room: float) -> str:
        metrics = QFontMetricsF(self._font())
        return metrics.elidedText(self._label(spoiler), Qt.TextElideMode.ElideRight, room)

    def _label(self, spoiler: ShownSpoiler) -> str:
        label = html.unescape(" ".join(spoiler.span.label.split())) or "Spoiler"
        if not spoiler.folded:
            return label
        n = len(self._field.text[spoiler.span.body : spoiler.span.body_end].split())
        one = translate("SpoilerPainter", "1 Wort")
        count = one if n == 1 else translate("SpoilerPainter", "{n} Wörter").format(n=n)
        return f"{label} · {count}"

    def _font(self) -> QFont:
        font = QFont(self._field.font())
        font.setPixelSize(max(1, round(self._field.fontInfo().pixelSize() * _SMALLER)))
        font.setBold(True)
        return font

    def _head(self, spoiler: ShownSpoiler) -> QRectF:
        layout = self._field.document().documentLayout()
        block = layout.blockBoundingRect(self._blocks.block_of(spoiler.start))
        left = self._blocks.margin / 2
        width = min(self._field.viewport().width() - left, self._head_width(spoiler))
        return QRectF(left, block.top() - self._top(), width, block.height())

    def _head_width(self, spoiler: ShownSpoiler) -> float:
        advance = QFontMetricsF(self._font()).horizontalAdvance(self._label(spoiler))
        return advance + 1.8 * self._blocks.margin

    def _whole(self, spoiler: ShownSpoiler) -> QRectF:
        layout = self._field.document().documentLayout()
        top = layout.blockBoundingRect(self._blocks.block_of(spoiler.start)).top()
        last = layout.blockBoundingRect(self._blocks.block_of(spoiler.last_place))
        height = last.bottom() - top
        return QRectF(0, top - self._top(), self._field.viewport().width(), height)

    def _top(self) -> int:
        return self._field.verticalScrollBar().value()


def _triangle(middle: QPointF, size: float, *, right: bool) -> QPolygonF:
    x, y = middle.x(), middle.y()
    if right:
        points = [(x - 0.6 * size, y - size), (x + 0.8 * size, y), (x - 0.6 * size, y + size)]
    else:
        points = [(x - size, y - 0.6 * size), (x + size, y - 0.6 * size), (x, y + 0.8 * size)]
    return QPolygonF([QPointF(*point) for point in points])
