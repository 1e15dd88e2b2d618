"""Findings of one editor: underlines that follow its edits, navigation and correction."""

import math
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QTextCursor

from editor.gui.editor.markdown_edit import MarkdownEdit
from editor.gui.editor.text_geometry import exposed_range, lines_rect
from editor.gui.theme import Theme
from editor.gui.widgets.line_areas import LineAreaCache
from editor.gui.widgets.underline_painter import (
    Underline,
    paint_underlines,
    shift_underlines,
    underlines_between,
)
from editor.languagetool.finding import Finding, FindingKind
from editor.proofing.corrections import correction_edits


class FindingOverlay:
    """Underlines findings in the text of a field.

    Findings are returned with their present offsets, in code points: text that is typed before one
    moves it.
    """

    def __init__(self, field: MarkdownEdit) -> None:
        self._field = field
        self._marks: list[Underline] = []
        self._entered: Underline | None = None
        """Mark at whose start ``reveal`` has put the cursor without selecting it."""
        self._line_areas = LineAreaCache(field.document())

    def __bool__(self) -> bool:
        """Whether there is anything to underline."""
        return bool(self._marks)

    def show(self, findings: Iterable[Finding]) -> None:
        """Underline ``findings``, whose offsets are code points of the present text."""
        at = self._field.positions().utf16
        before, self._marks = self._marks, [Underline(at(f.start), at(f.end), f) for f in findings]
        if _painted(self._marks) != _painted(before):
            self._field.viewport().update()

    def shift(self, position: int, removed: int, added: int) -> None:
        """Follow an edit: move the findings after it, drop those that it touches."""
        self._marks = shift_underlines(self._marks, position, removed, added)
        self._line_areas.shift(position, added)

    def restyle(self, position: int, length: int) -> None:
        """Measure the text from ``position`` on anew, in UTF-16 units: its formats have changed."""
        self._line_areas.shift(position, length - 1)

    def paint(self, painter: QPainter, area: QRect, theme: Theme) -> None:
        """Underline the findings in ``area``, except at the word that is still being typed."""
        visible = underlines_between(self._marks, *exposed_range(self._field, area))
        painter.setClipRect(area)
        finished = (mark for mark in visible if mark.end != self._field.word_end)
        self._line_areas.use_layout(theme)
        paint_underlines(painter, self._line_areas.areas, finished, theme)

    # -- look-up ---------------------------------------------------------------------------------

    def at(self, position: int) -> Finding | None:
        """Return the finding that touches ``position`` in UTF-16 units, the shortest of several."""
        touching = list(underlines_between(self._marks, position, position))
        return self._present(min(touching, key=lambda m: m.end - m.start, default=None))

    def at_cursor(self) -> Finding | None:
        """Return the finding that the cursor touches, the shortest of several."""
        return self.at(self._field.textCursor().position())

    def next(self, by: int, *, inside: bool) -> Finding | None:
        """Return the first finding after (``by`` 1) or before (``by`` -1) the cursor, or None.

        Without ``inside`` the search begins at the start or end of the text, not at the cursor.
        """
        cursor = self._field.textCursor()
        entered = self._entered_at(cursor) if inside else None
        if entered is not None:
            number = self._marks.index(entered) + by
            return self._present(self._marks[number] if 0 <= number < len(self._marks) else None)
        if by > 0:
            start = cursor.selectionEnd() if inside else -1
            mark = next((m for m in self._marks if m.start >= start), None)
        else:
            end = cursor.selectionStart() if inside else math.inf
            mark = next((m for m in reversed(self._marks) if m.start < end), None)
        return self._present(mark)

    def area_of(self, finding: Finding) -> QRect | None:
        """Return the rectangle of the lines of ``finding`` in the field, from where it begins.

        None when an edit has removed the finding.
        """
        mark = self._mark(finding)
        if mark is None:
            return None
        return lines_rect(self._field, self._field.spanned(mark.start, mark.end))

    def words_of(self, finding: Finding) -> str:
        """Return the text of ``finding``, empty when an edit has removed it."""
        mark = self._mark(finding)
        return self._field.spanned(mark.start, mark.end).selectedText() if mark is not None else ""

    def is_selected(self, finding: Finding) -> bool:
        """Tell whether the text of ``finding`` is selected, and nothing else."""
        mark, cursor = self._mark(finding), self._field.textCursor()
        selected = (cursor.selectionStart(), cursor.selectionEnd())
        return mark is not None and selected == (mark.start, mark.end)

    # -- actions ---------------------------------------------------------------------------------

    def reveal(self, finding: Finding) -> bool:
        """Go to ``finding``; return False when an edit has removed it.

        It is selected, so that typing replaces it. Of several words without a replacement, such as
        a long sentence, nothing is selected: the first letter would delete all of them.
        """
        mark = self._mark(finding)
        if mark is None:
            return False
        # Focus first: the cursor of the current editor is what form and preview follow.
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        passage = self._field.spanned(mark.start, mark.end)
        is_word = not any(map(str.isspace, passage.selectedText()))
        self._entered = None if finding.replacements or is_word else mark
        end = mark.start if self._entered else mark.end
        self._field.setTextCursor(self._field.spanned(mark.start, end))
        return True

    def apply(self, finding: Finding, replacement: str) -> bool:
        """Replace ``finding`` by ``replacement``; return False when an edit has removed it."""
        mark = self._mark(finding)
        if mark is None:
            return False
        positions = self._field.positions()
        start, end = positions.code_points(mark.start), positions.code_points(mark.end)
        self._marks.remove(mark)
        cursor = self._field.textCursor()
        cursor.beginEditBlock()
        for edit in correction_edits(self._field.text, start, end, replacement):
            cursor.setPosition(positions.utf16(edit.start))
            cursor.setPosition(positions.utf16(edit.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(edit.text)
        cursor.endEditBlock()
        self._field.setTextCursor(cursor)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # -- inside -----------------------------------------------------------------------------------

    def _entered_at(self, cursor: QTextCursor) -> Underline | None:
        """Return the mark that ``reveal`` has put the cursor to, if it is there still."""
        entered = self._entered
        if entered is None or entered not in self._marks or cursor.hasSelection():
            return None
        return entered if cursor.position() == entered.start else None

    def _mark(self, finding: Finding) -> Underline | None:
        """Return the underline of ``finding``, or of an equal one that a later check has found."""
        same = (mark for mark in self._marks if mark.finding is finding)
        return next(same, None) or next(
            (mark for mark in self._marks if self._present(mark) == finding), None
        )

    def _present(self, mark: Underline | None) -> Finding | None:
        """Return the finding of ``mark`` with its present offsets."""
        if mark is None:
            return None
        at = self._field.positions().code_points
        return mark.finding.at(at(mark.start), at(mark.end))


def _painted(marks: Iterable[Underline]) -> list[tuple[int, int, FindingKind]]:
    """Return what is seen of ``marks``."""
    return [(mark.start, mark.end, mark.finding.kind) for mark in marks]


def next_finding(
    marks: Mapping[str, FindingOverlay], current: str, by: int
) -> tuple[str, Finding] | None:
    """Return the finding after (``by`` 1) or before (``by`` -1) the cursor, wrapping around.

    ``marks`` are the overlays by section id in reading order. The cursor is in the section
    ``current``; where that is not among them, the search begins at the first or last one. Returns
    the section and the finding, or None where there is none at all.
    """
    keys = list(marks)[::by]
    start = keys.index(current) if current in keys else -1
    around = [*keys[max(start, 0) :], *keys[: start + 1]]
    for index, key in enumerate(around):
        inside = start >= 0 and index == 0
        finding = marks[key].next(by, inside=inside)
        if finding is not None:
            return key, finding
    return None
