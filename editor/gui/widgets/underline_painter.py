"""Underlines of findings: their places while the text is edited, and their shapes.

Kinds of findings differ by shape as well as by colour: spelling has a wave, grammar a double line,
style a row of dots.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QTextBlock,
    QTextDocument,
)

from editor.gui.theme import Theme
from editor.languagetool.finding import Finding, FindingKind

_STEP = 2.2
"""Half a period of the wave, in units of ``Theme.unit``."""
_STRIP = 200 * _STEP
"""Length of the cached image of a wave: whole periods, longer than most words."""


# A NamedTuple and not a dataclass: every key press creates all those behind it anew.
class Underline(NamedTuple):
    """A finding at its present place, in UTF-16 units of the text."""

    start: int
    end: int
    finding: Finding


def shift_underlines(
    underlines: Sequence[Underline], position: int, removed: int, added: int
) -> list[Underline]:
    """Return ``underlines`` after an edit: those behind it are shifted, those it touches removed.

    All arguments are in UTF-16 units, as QTextDocument.contentsChange reports them.
    """
    end, delta = position + removed, added - removed
    behind = bisect_left(underlines, end, key=lambda underline: underline.start)
    before = [underline for underline in underlines[:behind] if underline.end <= position]
    moved = [
        Underline(underline.start + delta, underline.end + delta, underline.finding)
        for underline in underlines[behind:]
    ]
    return before + moved


def underlines_between(
    underlines: Sequence[Underline], start: int, end: int
) -> Iterator[Underline]:
    """Yield those of ``underlines``, sorted by start, that touch the range ``start`` to ``end``."""
    # A finding is rarely longer than a sentence. Begin far enough before the range, and check ends.
    first = bisect_left(underlines, start - 1_000, key=lambda underline: underline.start)
    for underline in underlines[first:]:
        if underline.start > end:
            return
        if underline.end >= start:
            yield underline


def paint_underlines(
    painter: QPainter, document: QTextDocument, underlines: Iterator[Underline], theme: Theme
) -> None:
    """Paint ``underlines`` in the coordinates of ``document``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for underline in underlines:
        color = theme.color(underline.finding.kind.value)
        for line, baseline in line_areas(document, underline.start, underline.end):
            strip = QRectF(line.left(), baseline, line.width(), 4)
            _SHAPES[underline.finding.kind](painter, strip, color, theme.unit)


def line_areas(document: QTextDocument, start: int, end: int) -> Iterator[tuple[QRectF, float]]:
    """Yield the area and the baseline of each line of the text from ``start`` to ``end``.

    Positions are UTF-16 units; areas are in document coordinates.
    """
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        yield from _block_areas(block, start - block.position(), end - block.position())
        block = block.next()


def _block_areas(block: QTextBlock, start: int, end: int) -> Iterator[tuple[QRectF, float]]:
    layout = block.layout()
    start, end = max(0, start), min(block.length() - 1, end)
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if last <= start or first >= end:
            continue
        left = line.cursorToX(max(start, first))
        right = line.cursorToX(min(end, last))
        left, right = (_x(left), _x(right))
        at = layout.position() + QPointF(min(left, right), line.y())
        area = QRectF(at.x(), at.y(), abs(right - left), line.ascent() + line.descent())
        yield area, at.y() + line.ascent()


def _x(value: object) -> float:
    # PySide returns a tuple of the x coordinate and the position that was passed.
    return float(value[0] if isinstance(value, tuple) else value)  # type: ignore[arg-type]


def _wave(painter: QPainter, area: QRectF, color: QColor, unit: float) -> None:
    ratio = painter.device().devicePixelRatioF()
    strip = _strip(color.rgba(), unit, ratio)
    x = area.left()
    while x < area.right():
        width = min(_STRIP * unit, area.right() - x)
        source = QRectF(0, 0, width * ratio, strip.height())
        target = QRectF(x, area.top(), width, strip.height() / ratio)
        painter.drawImage(target, strip, source)
        x += width


@lru_cache(maxsize=8)
def _strip(color: int, unit: float, ratio: float) -> QImage:
    """Return the image of a long wave: painting each wave anew would take longer than a frame."""
    step, height = _STEP * unit, 2.0 * unit
    width = _STRIP * unit
    size = QSizeF(width * ratio, 2 * (height + unit) * ratio).toSize()
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    path = QPainterPath(QPointF(0, height + unit))
    for index in range(1, round(width / step) + 1):
        path.lineTo(index * step, unit + (0 if index % 2 else height))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor.fromRgba(color), 1.3 * unit, j=Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(path)
    painter.end()
    return image


def _double(painter: QPainter, area: QRectF, color: QColor, unit: float) -> None:
    painter.setPen(QPen(color, 1.2 * unit))
    for offset in (1.6, 4.2):
        y = area.top() + offset * unit
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))


def paint_dots(painter: QPainter, area: QRectF, color: QColor, unit: float) -> None:
    """Paint a row of dots along the top of ``area``, the sign of style."""
    pen = QPen(color, 2.0 * unit, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 1.9])
    painter.setPen(pen)
    y = area.top() + 2.6 * unit
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))


_SHAPES = {FindingKind.SPELLING: _wave, FindingKind.GRAMMAR: _double, FindingKind.STYLE: paint_dots}
