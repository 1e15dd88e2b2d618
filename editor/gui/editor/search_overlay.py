"""Search matches of one editor: positions that follow its edits, and how they are drawn.

A match has a background and a thin line around it, the current match a thick one.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from editor.gui.editor.markdown_edit import MarkdownEdit
from editor.gui.editor.text_geometry import exposed_range
from editor.gui.theme import Theme
from editor.gui.widgets.line_areas import line_areas


class SearchMatch(NamedTuple):
    """A match, in UTF-16 units of the editor's text."""

    start: int
    end: int
    current: bool = False


class SearchOverlay:
    """Matches in the text of one field, in order and without overlap."""

    def __init__(self, field: MarkdownEdit, reveal: Callable[[int | None], None]) -> None:
        self._field = field
        self._reveal = reveal
        """Called with the position of the current match, in UTF-16 units, or None without one."""
        self._matches: list[SearchMatch] = []

    def __bool__(self) -> bool:
        """Whether there is a match to show."""
        return bool(self._matches)

    def show(self, spans: Iterable[tuple[int, int]], current: int | None = None) -> None:
        """Mark ``spans``, in code points; ``current`` is the index of the current match."""
        at = self._field.positions().utf16
        before = self._matches
        self._matches = [SearchMatch(at(s), at(e), i == current) for i, (s, e) in enumerate(spans)]
        if self._matches or before:
            self._reveal(None if current is None else self._matches[current].start)
            self._field.viewport().update()

    def shift(self, position: int, removed: int, added: int) -> None:
        """Follow an edit: move the matches after it, drop those that it touches.

        All arguments are in UTF-16 units, as QTextDocument.contentsChange reports them.
        """
        end, delta = position + removed, added - removed
        before = [match for match in self._matches if match.end <= position]
        self._matches = before + [
            SearchMatch(match.start + delta, match.end + delta, match.current)
            for match in self._matches[len(before) :]
            if match.start >= end
        ]

    def paint(self, painter: QPainter, area: QRect, theme: Theme) -> None:
        """Draw the matches in ``area``, in the field's coordinates."""
        first, last = exposed_range(self._field, area)
        painter.setClipRect(area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color("match"))
        begin = bisect_left(self._matches, first, key=lambda match: match.end)
        for match in self._matches[begin:]:
            if match.start > last:
                return
            painter.setPen(_pen(match, theme))
            for ground, _ in line_areas(self._field.document(), match.start, match.end):
                painter.drawRoundedRect(_around(ground, theme), theme.px(3), theme.px(3))


def _pen(match: SearchMatch, theme: Theme) -> QPen:
    color = theme.color("accent" if match.current else "style")
    return QPen(color, (2.0 if match.current else 0.7) * theme.unit, Qt.PenStyle.SolidLine)


def _around(area: QRectF, theme: Theme) -> QRectF:
    return area.adjusted(-0.5 * theme.unit, 0, 0.5 * theme.unit, 0)
