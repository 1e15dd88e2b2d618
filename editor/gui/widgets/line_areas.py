"""Areas of the lines that a range of a text covers, in the coordinates of its document."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument


def line_areas(document: QTextDocument, start: int, end: int) -> Iterator[tuple[QRectF, float]]:
    """Yield the area and the baseline of each line of the text from ``start`` to ``end``.

    Positions are UTF-16 units; areas are in document coordinates.
    """
    for block, first, last in _blocks(document, start, end):
        yield from _placed(block, _block_areas(block, first, last))


class LineAreaCache:
    """Answers as ``line_areas`` does, and measures a range anew only when its paragraph changes.

    Measuring shapes the text of a line, which takes most of the time that a paint takes.
    """

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._blocks: dict[int, dict[tuple[int, int], list[tuple[QRectF, float]]]] = {}
        """Areas by number of the block and range, both relative to the block."""
        self._layout: object = None
        self._block_count = 0

    def use_layout(self, style: object) -> None:
        """Forget everything if width, wrapping, or the object ``style`` differ from before."""
        option = self._document.defaultTextOption()
        layout = (style, self._document.textWidth(), option.wrapMode())
        if layout != self._layout:
            self._layout = layout
            self._blocks.clear()

    def shift(self, position: int, added: int) -> None:
        """Forget the paragraphs of an edit that put ``added`` UTF-16 units at ``position``."""
        if self._document.blockCount() != self._block_count:
            self._block_count = self._document.blockCount()
            self._blocks.clear()
            return
        first = self._document.findBlock(position).blockNumber()
        last = self._document.findBlock(position + added).blockNumber()
        for number in range(first, last + 1):
            self._blocks.pop(number, None)

    def areas(self, start: int, end: int) -> Iterator[tuple[QRectF, float]]:
        """Yield the area and the baseline of each line; see ``line_areas``."""
        for block, first, last in _blocks(self._document, start, end):
            yield from _placed(block, self._measured(block, first, last))

    def _measured(self, block: QTextBlock, start: int, end: int) -> list[tuple[QRectF, float]]:
        if block.layout().preeditAreaText():
            # The input of an input method moves what is behind it, and is no edit yet.
            return list(_block_areas(block, start, end))
        kept = self._blocks.setdefault(block.blockNumber(), {})
        if (start, end) not in kept:
            kept[start, end] = list(_block_areas(block, start, end))
        return kept[start, end]


def _blocks(document: QTextDocument, start: int, end: int) -> Iterator[tuple[QTextBlock, int, int]]:
    """Yield the visible blocks that a range touches, with the range relative to each."""
    block = document.findBlock(start)
    while block.isValid() and block.position() <= end:
        if block.isVisible():
            yield block, start - block.position(), end - block.position()
        block = block.next()


def _placed(
    block: QTextBlock, areas: Iterator[tuple[QRectF, float]] | list[tuple[QRectF, float]]
) -> Iterator[tuple[QRectF, float]]:
    """Yield areas and baselines of ``block`` in the coordinates of the document."""
    origin = block.layout().position()
    for area, baseline in areas:
        yield area.translated(origin), baseline + origin.y()


def _block_areas(block: QTextBlock, start: int, end: int) -> Iterator[tuple[QRectF, float]]:
    layout = block.layout()
    start, end = max(0, start), min(block.length() - 1, end)
    for index in range(layout.lineCount()):
        line = layout.lineAt(index)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if last <= start or first >= end:
            continue
        left = _x(line.cursorToX(max(start, first)))
        right = _x(line.cursorToX(min(end, last)))
        at = QPointF(min(left, right), line.y())
        area = QRectF(at.x(), at.y(), abs(right - left), line.ascent() + line.descent())
        yield area, at.y() + line.ascent()


def _x(value: object) -> float:
    # PySide returns a tuple of the x coordinate and the position that was passed.
    return float(value[0] if isinstance(value, tuple) else value)  # type: ignore[arg-type]
