"""Underlines of findings: their places while the text is edited, and their shapes.

Kinds of findings differ by shape as well as by colour: spelling has a wave, grammar a double line,
style a row of dots.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
)

from editor.gui.theme import Theme
from editor.languagetool.finding import Finding, FindingKind

_STEP = 2.2
"""Half a period of the wave, in units of ``Theme.unit``."""
_STRIP = 200 * _STEP
"""Length of the cached image of a wave: whole periods, longer than most words."""

LineAreas = Callable[[int, int], Iterator[tuple[QRectF, float]]]
"""Yields area and baseline of each line of a range, as ``line_areas`` does."""


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
    painter: QPainter, areas: LineAreas, underlines: Iterator[Underline], theme: Theme
) -> None:
    """Paint ``underlines`` in the coordinates of the document, where ``areas`` says they are."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for underline in underlines:
        color = theme.color(underline.finding.kind.value)
        for line, baseline in areas(underline.start, underline.end):
            strip = QRectF(line.left(), baseline, line.width(), 4)
            _SHAPES[underline.finding.kind](painter, strip, color, theme.unit)


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
