"""What a search has found in an editor: where it is while the text moves, and how it looks.

Found text has a ground of its own and a thin line around it; the current place has a thick one.
"""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from editor.gui.editor.markdown_edit import MarkdownEdit
from editor.gui.theme import Theme
from editor.gui.widgets.underline_painter import line_areas


class SearchMatch(NamedTuple):
    """A found place, in UTF-16 units of the editor's text."""

    start: int
    end: int
    current: bool = False


class SearchOverlay:
    """The places in the text of one field, in order and without two that overlap."""

    def __init__(self, field: MarkdownEdit) -> None:
        self._field = field
        self._places: list[SearchMatch] = []

    def __bool__(self) -> bool:
        """Whether there is a place to show."""
        return bool(self._places)

    def show(self, spans: Iterable[tuple[int, int]], current: int | None = None) -> None:
        """Mark ``spans``, in code points; ``current`` is the index of the place at hand."""
        at = self._field.positions().utf16
        before = self._places
        self._places = [SearchMatch(at(s), at(e), i == current) for i, (s, e) in enumerate(spans)]
        if self._places or before:
            self._field.viewport().update()

    def shift(self, position: int, removed: int, added: int) -> None:
        """Follow an edit: what is behind it moves along, what it touches is found no more.

        All arguments are in UTF-16 units, as QTextDocument.contentsChange reports them.
        """
        end, delta = position + removed, added - removed
        kept = [place for place in self._places if place.end <= position]
        self._places = kept + [
            SearchMatch(place.start + delta, place.end + delta, place.current)
            for place in self._places[len(kept) :]
            if place.start >= end
        ]

    def paint(self, painter: QPainter, area: QRect, theme: Theme) -> None:
        """Draw the grounds of the places in ``area``, in the field's coordinates."""
        first, last = self._field.exposed(area)
        painter.setClipRect(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color("match"))
        begin = bisect_left(self._places, first, key=lambda place: place.end)
        for place in self._places[begin:]:
            if place.start > last:
                return
            painter.setPen(_pen(place, theme))
            for ground, _ in line_areas(self._field.document(), place.start, place.end):
                painter.drawRoundedRect(_around(ground, theme), theme.px(3), theme.px(3))


def _pen(place: SearchMatch, theme: Theme) -> QPen:
    color = theme.color("accent" if place.current else "style")
    return QPen(color, (2.0 if place.current else 0.7) * theme.unit, Qt.PenStyle.SolidLine)


def _around(area: QRectF, theme: Theme) -> QRectF:
    return area.adjusted(-0.5 * theme.unit, 0, 0.5 * theme.unit, 0)
