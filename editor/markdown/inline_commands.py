"""Inline commands: bold, italic and code.

Every command takes the text and the selection as two positions in code points, ``start`` at most
``end``. It returns a CommandEdit, or None when there is nothing to do. No command makes a heading
of level 2, which would begin a section of the review.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from editor.markdown.emphasis import BOLD, ITALIC, EmphasisSpan, emphasis_spans, widen_to_spans
from editor.markdown.mark_edges import format_spans, insert_pair, step_over
from editor.markdown.scanner.code_spans import code_spans, tick_count
from editor.markdown.scanner.lines import PREFIX
from editor.markdown.selection import (
    CommandEdit,
    is_escaped,
    line_spans,
    paragraph_at,
    trim,
    word_at,
)
from editor.markdown.spoiler_spans import is_spoiler_tag

_NAMES = {BOLD: "bold", ITALIC: "italic"}
_NO_WIDTH = -1
"""Width of no mark: the range is not joined with a format beside it."""


class _Change(NamedTuple):
    """Replacement of a range by ``text``; with ``opens`` the selection begins after it."""

    start: int
    end: int
    text: str = ""
    opens: bool = False


# -- commands -------------------------------------------------------------------------------------


def bold(text: str, start: int, end: int) -> CommandEdit | None:
    """Toggle bold for the selection or the word around the cursor.

    Elsewhere a cursor at an edge of bold text steps over its marks, and gets an empty pair of them
    where there is none.
    """
    return _emphasised(text, start, end, BOLD)


def italic(text: str, start: int, end: int) -> CommandEdit | None:
    """Toggle italic for the selection or the word around the cursor, elsewhere as with bold."""
    return _emphasised(text, start, end, ITALIC)


def inline_formats(text: str, start: int, end: int) -> frozenset[str]:
    """Return which of "bold", "italic" and "code" apply to the selection or the cursor."""
    if start == end:
        spans = format_spans(text, start)
        return frozenset(span.format for span in spans if span.inner <= start <= span.inner_end)
    pieces = selected_pieces(text, start, end)
    found = {
        name
        for width, name in _NAMES.items()
        if pieces and all(_span_around(text, *piece, width) for piece in pieces)
    }
    coded = bool(pieces) and all(_code_around(text, *piece) for piece in pieces)
    return frozenset({*found, "code"} if coded else found)


def code(text: str, start: int, end: int) -> CommandEdit | None:
    """Toggle code for the selection or the word around the cursor.

    At a cursor elsewhere it is as with bold.
    """
    if start == end:
        low, high = word_at(text, start)
        if step := step_over(text, start, "code"):
            return step
        if not low < start < high and not _code_around(text, start, start):
            return insert_pair(text, start, "code")
    pieces = selected_pieces(text, start, end) if start < end else [word_at(text, start)]
    pieces = [widen_to_marks(text, *piece, _NO_WIDTH) for piece in pieces]
    spans = [_code_around(text, *piece) for piece in pieces]
    changes: list[_Change] = []
    for piece, span in zip(pieces, spans, strict=True):
        if span is None:
            changes += _ticked(text, *piece)
        elif all(spans):
            changes += _without_ticks(text, *span)
    return _replaced(text, start, end, dict.fromkeys(changes))


def _emphasised(text: str, start: int, end: int, width: int) -> CommandEdit | None:
    if start == end:
        return _at_cursor(text, start, width)
    pieces = [widen_to_marks(text, *piece, width) for piece in selected_pieces(text, start, end)]
    if not all(low < high for low, high in pieces):
        return None
    spans = [_span_around(text, *piece, width) for piece in pieces]
    if all(spans):
        return _replaced(text, start, end, _without(span for span in spans if span))
    changes: list[_Change] = []
    for piece, span in zip(pieces, spans, strict=True):
        changes += [] if span else _marked(text, *piece, width)
    return _replaced(text, start, end, changes)


def _at_cursor(text: str, at: int, width: int) -> CommandEdit | None:
    name = _NAMES[width]
    if step := step_over(text, at, name):
        return step
    low, high = word_at(text, at)
    span = _span_around(text, low, high, width) or _span_around(text, at, at, width)
    if span:
        return _replaced(text, at, at, _without([span]))
    if low < at < high:
        low, high = widen_to_marks(text, low, high, width)
        return _replaced(text, at, at, _marked(text, low, high, width))
    return insert_pair(text, at, name)


def _code_around(text: str, low: int, high: int) -> tuple[int, int] | None:
    """Return the code span, marks included, that contains the range."""
    first, last = paragraph_at(text, low, high)
    spans = ((first + start, first + end) for start, end in code_spans(text[first:last])[0])
    return next((span for span in spans if span[0] <= low and high <= span[1]), None)


def _ticked(text: str, low: int, high: int) -> list[_Change]:
    inside = text[low:high]
    ticks = "`" * (max((len(run) for run in re.findall("`+", inside)), default=0) + 1)
    pad = " " if inside.startswith("`") or inside.endswith("`") else ""
    return [_Change(low, low, ticks + pad, opens=True), _Change(high, high, pad + ticks)]


def _marked(text: str, low: int, high: int, width: int) -> list[_Change]:
    """Return the changes that mark a range and remove the same marks within it."""
    inside = [s for s in _spans(text, low, high) if s.width == width and s.within(low, high)]
    marker = "*" * width
    return [
        _Change(low, low, marker, opens=True),
        *_without(inside),
        _Change(high, high, marker),
    ]


def _without(spans: Iterable[EmphasisSpan]) -> list[_Change]:
    unique = dict.fromkeys(spans)
    return [
        place for s in unique for place in (_Change(s.start, s.inner), _Change(s.inner_end, s.end))
    ]


def _spans(text: str, low: int, high: int) -> list[EmphasisSpan]:
    first, last = paragraph_at(text, low, high)
    return [span.moved(first) for span in emphasis_spans(text[first:last])]


def _span_around(text: str, low: int, high: int, width: int) -> EmphasisSpan | None:
    """Return the innermost span of that width around the range without its own marks."""
    core, core_end = low, high
    while core < core_end and text[core] in "*_":
        core += 1
    while core < core_end and text[core_end - 1] in "*_":
        core_end -= 1
    around = [s for s in _spans(text, low, high) if s.width == width and s.holds(core, core_end)]
    marks_only = low < high and core == core_end
    return None if marks_only else min(around, key=lambda s: s.end - s.start, default=None)


def widen_to_marks(text: str, low: int, high: int, width: int) -> tuple[int, int]:
    """Return the range widened by all marks, code and escapes that it cuts.

    It is empty where its end would be escaped.
    """
    if is_escaped(text, low):
        low -= 1
    if is_escaped(text, high):
        if text[high : high + 1] in ("", "\n"):
            return low, low
        high += 1
    return widen_to_spans(_spans(text, low, high), low, high, width)


def selected_pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the parts of the selection that are marked separately: paragraphs and list items.

    White space at their edges is excluded, and so are the tags of spoilers.
    """
    pieces: list[tuple[int, int]] = []
    joined = False
    for low, high in line_spans(text, start, end):
        prefix = PREFIX.match(text, low, high)
        first = max(start, prefix.end() if prefix else low)
        begin, stop = trim(text, first, min(end, high)) if first < high else (high, high)
        if begin >= stop or is_spoiler_tag(text[low:high]):
            joined = False
            continue
        marked = prefix is not None and prefix[0].strip() != ""
        if joined and not marked:
            begin = pieces.pop()[0]
        pieces.append((begin, stop))
        joined = True
    return pieces


# -- shared ---------------------------------------------------------------------------------------


def _replaced(text: str, start: int, end: int, changes: Iterable[_Change]) -> CommandEdit | None:
    """Return all ``changes`` as one edit that keeps the same characters selected."""
    ordered = sorted(changes)
    if not ordered:
        return None
    first, last = ordered[0].start, max(change.end for change in ordered)
    parts: list[str] = []
    position = first
    for change in ordered:
        parts += text[position : change.start], change.text
        position = change.end
    parts.append(text[position:last])
    selection = (_carried(start, ordered), _carried(end, ordered))
    return CommandEdit(first, last, "".join(parts), selection)


def _carried(place: int, changes: Iterable[_Change]) -> int:
    shift = 0
    for change in changes:
        if change.start < place or (change.start == place and change.opens):
            shift += len(change.text) - (min(change.end, place) - change.start)
    return place + shift


def _without_ticks(text: str, start: int, end: int) -> list[_Change]:
    """Return the changes that remove the marks of a code span, and spaces that keep them apart."""
    code = text[start:end]
    ticks = tick_count(code)
    inside = code[ticks:-ticks]
    padded = len(inside) > 2 and inside[0] == inside[-1] == " "  # noqa: PLR2004
    ticks += padded and "`" in (inside[1], inside[-2])
    return [_Change(start, start + ticks), _Change(end - ticks, end)]
