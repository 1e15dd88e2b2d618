"""Marks of bold, italic and code at the cursor: where they end, and edits that keep them in pairs.

All positions are code points. A mark is one thing: no command leaves half of a pair, and white
space never stands at its inner edge, where it would end the format (CommonMark 0.31, 6.2).
"""

from collections.abc import Iterator
from typing import NamedTuple

from editor.markdown.emphasis import BOLD, ITALIC, emphasis_spans
from editor.markdown.scanner.code_spans import code_spans, tick_count
from editor.markdown.scanner.fences import in_open_fence
from editor.markdown.selection import CommandEdit, is_escaped, paragraph_at

SIGNS = frozenset("*_`")
"""Characters that marks are made of."""
_WIDTHS = {BOLD: "bold", ITALIC: "italic"}
_MARKS = {"bold": ("**", "__"), "italic": ("*", "_"), "code": ("`",)}
"""Marks by format, in the order in which they are tried."""
_NEAR = 4_000
"""Code points around a cursor in which marks are looked for; few paragraphs are longer."""
_LONGEST_RUN = 3
"""Signs in a row that Python-Markdown reads as marks, like CommonMark: bold and italic together."""
_LETTER = "x"


class FormatSpan(NamedTuple):
    """Text of a format with its marks; the text between them is ``inner`` to ``inner_end``."""

    format: str
    """One of "bold", "italic" and "code"."""
    start: int
    inner: int
    inner_end: int
    end: int


def format_spans(text: str, at: int) -> list[FormatSpan]:
    """Return the spans of the paragraph with the cursor ``at``; none in fenced code."""
    if in_open_fence(text, at):
        return []
    first, last = paragraph_at(text, at, at)
    first, last = max(first, at - _NEAR), min(last, at + _NEAR)
    return list(_spans(text[first:last], first))


def _spans(paragraph: str, shift: int) -> Iterator[FormatSpan]:
    for span in emphasis_spans(paragraph):
        if span.width in _WIDTHS:
            yield FormatSpan(_WIDTHS[span.width], *span.moved(shift))
    for start, end in code_spans(paragraph)[0]:
        ticks = tick_count(paragraph[start:end])
        yield FormatSpan(
            "code", start + shift, start + ticks + shift, end - ticks + shift, end + shift
        )


def _edges(text: str, at: int) -> list[FormatSpan]:
    """Return the spans, and those of the other order of marks where bold and italic are one run.

    „***“ may end bold in italic or italic in bold: with the cursor a writer ends either first.
    """
    spans = format_spans(text, at)
    around = {(span.inner, span.inner_end): span for span in spans}
    swapped: list[FormatSpan] = []
    for one in spans:
        other = around.get((one.start, one.end))
        if other is None or len(set(text[other.start : one.inner])) > 1:
            continue
        width, outer = one.inner - one.start, other.inner - other.start
        swapped += (
            FormatSpan(one.format, other.start, other.start + width, other.end - width, other.end),
            FormatSpan(
                other.format, one.inner - outer, one.inner, one.inner_end, one.inner_end + outer
            ),
        )
    return spans + swapped


# -- places ---------------------------------------------------------------------------------------


def beyond(text: str, at: int, by: int) -> int:
    """Return the place behind (``by`` 1) or before (-1) all marks whose inner edge is ``at``.

    It is ``at`` itself where there is no such edge.
    """
    edges = _outwards(_edges(text, at), at, by) if _touches(text, at, by) else []
    return (edges[-1].end if by > 0 else edges[-1].start) if edges else at


def over_mark(text: str, at: int, by: int) -> int:
    """Return the other end of the mark that begins (``by`` 1) or ends (-1) at ``at``.

    It is ``at`` itself where there is no mark.
    """
    if not _touches(text, at, by):
        return at
    for span in format_spans(text, at):
        for low, high in ((span.start, span.inner), (span.inner_end, span.end)):
            if at == (low if by > 0 else high):
                return high if by > 0 else low
    return at


def formats_ending(text: str, at: int) -> list[str]:
    """Return the formats whose marks follow each other from ``at``, inner before outer."""
    return [span.format for span in _outwards(_edges(text, at), at, 1)]


def empty_formats(text: str, at: int) -> list[FormatSpan]:
    """Return the pairs of marks around ``at`` with nothing between them, inner before outer."""
    if not (_touches(text, at, 1) and _touches(text, at, -1)):
        return []
    typed = format_spans(text[:at] + _LETTER + text[at:], at)
    pairs: list[FormatSpan] = []
    low, high = at, at + 1
    while span := next((s for s in typed if (s.inner, s.inner_end) == (low, high)), None):
        pairs.append(span._replace(inner_end=span.inner_end - 1, end=span.end - 1))
        low, high = span.start, span.end
    if not pairs:
        return []
    # Within a mark a letter would make a pair of its halves, and end what the mark ends.
    without = text[: pairs[-1].start] + text[pairs[-1].end :]
    before, after = _worded(text, at), _worded(without, pairs[-1].start)
    return pairs if before <= after else []


def _worded(text: str, at: int) -> int:
    """Return the number of spans around ``at`` that have more than marks in them."""
    insides = (text[span.inner : span.inner_end] for span in format_spans(text, at))
    return sum(bool(inside.strip("*_` ")) for inside in insides)


def off_mark(text: str, at: int) -> int:
    """Return the inner edge of the mark that ``at`` is within, ``at`` itself if it is in none."""
    if text[at - 1 : at] != text[at : at + 1] or not _touches(text, at, 1):
        return at
    edges = _edges(text, at)
    if any(at in span[1:] for span in edges) or empty_formats(text, at):
        return at
    for span in edges:
        if span.start < at < span.inner:
            return span.inner
        if span.inner_end < at < span.end:
            return span.inner_end
    return at


def _touches(text: str, at: int, by: int) -> bool:
    return text[at - 1 : at] in SIGNS if by < 0 else text[at : at + 1] in SIGNS


def _outwards(spans: list[FormatSpan], at: int, by: int) -> list[FormatSpan]:
    """Return the spans whose marks follow each other from ``at``, inner before outer."""
    chain: list[FormatSpan] = []
    place = at
    while span := next((s for s in spans if place == (s.inner_end if by > 0 else s.inner)), None):
        chain.append(span)
        place = span.end if by > 0 else span.start
    return chain


def _inwards(spans: list[FormatSpan], at: int, by: int) -> list[FormatSpan]:
    """Return the spans that end (``by`` -1) or begin (1) at ``at``, outer before inner."""
    chain: list[FormatSpan] = []
    place = at
    while span := next((s for s in spans if place == (s.end if by < 0 else s.start)), None):
        chain.append(span)
        place = span.inner_end if by < 0 else span.inner
    return chain


# -- edits ----------------------------------------------------------------------------------------


def step_over(text: str, at: int, name: str) -> CommandEdit | None:
    """Return the step of the cursor out of the format ``name`` or into it, over its marks.

    An empty pair is removed instead. Returns None where the cursor is at no edge of the format.
    """
    empty = next((span for span in empty_formats(text, at) if span.format == name), None)
    if empty:
        return _without(text, empty, at)
    spans = _edges(text, at)
    # Those of the name first: where bold and italic end together, either may end alone.
    spans.sort(key=lambda span: span.format != name)
    for by in (1, -1):
        for span in _outwards(spans, at, by):
            if span.format == name:
                return _moved(span.end if by > 0 else span.start)
    for by in (-1, 1):
        for span in _inwards(spans, at, by):
            if span.format == name:
                return _moved(span.inner_end if by < 0 else span.inner)
    return None


def insert_pair(text: str, at: int, name: str) -> CommandEdit | None:
    """Return the edit that puts an empty pair of marks around the cursor.

    Returns None where such marks would mean nothing or change those beside them: in code, or behind
    a backslash.
    """
    if is_escaped(text, at):
        return None
    around = [span.format for span in empty_formats(text, at)]
    before = _formats_with_letter(text, at)
    for mark in _MARKS[name]:
        cursor = at + len(mark)
        edit = CommandEdit(at, at, mark * 2, (cursor, cursor))
        new = edit.applied(text)
        inside = [span.format for span in empty_formats(new, cursor)]
        known = _formats_with_letter(new, cursor) == sorted([*before, name])
        if (
            known
            and _run_length(new, cursor) <= _LONGEST_RUN
            and sorted(inside) == sorted([*around, name])
        ):
            return edit
    return None


def _run_length(text: str, at: int) -> int:
    """Return the length of the longer run of one sign that ends or begins at ``at``."""
    before, after = text[:at], text[at:]
    left, right = before[-1:], after[:1]
    return max(
        len(before) - len(before.rstrip(left or " ")), len(after) - len(after.lstrip(right or " "))
    )


def _formats_with_letter(text: str, at: int) -> list[str]:
    typed = text[:at] + _LETTER + text[at:]
    return sorted(span.format for span in format_spans(typed, at))


def delete_mark(text: str, at: int, by: int) -> CommandEdit | None:
    """Return the edit that deletes the mark before (``by`` -1) or after (1) ``at`` and its partner.

    Returns None where no mark is there.
    """
    empty = empty_formats(text, at)
    if empty:
        return _without(text, empty[0], at)
    if not _touches(text, at, by):
        return None
    for span in format_spans(text, at):
        if at in ((span.inner, span.end) if by < 0 else (span.start, span.inner_end)):
            return _without(text, span, at)
    return None


def move_blanks(text: str, at: int) -> CommandEdit | None:
    """Return the edit that puts the blanks before ``at`` outside of the marks whose edge it is at.

    After “**word |**” it is “**word** |”, after “** |word**” it is “ **|word**”. Returns None where
    the blanks separate words of one format, are in code, or are none.
    """
    place = len(text[:at].rstrip())
    beside = {text[place - 1 : place], text[at : at + 1]}
    if place == at or not beside & SIGNS or place < text.rfind("\n", 0, at) + 1:
        return None
    blanks, before = text[place:at], text[:place] + text[at:]
    pairs = empty_formats(before, place)
    spans = [span for span in _edges(before, place) if span.format != "code"]
    if pairs and pairs[0].format != "code":
        outer = pairs[-1].start
        left = _outwards(_edges(before[:outer] + before[pairs[-1].end :], outer), outer, -1)
        outer = left[-1].start if left else outer
    elif right := _outwards(spans, place, 1):
        end = right[-1].end
        cursor = end + len(blanks)
        return CommandEdit(place, cursor, before[place:end] + blanks, (cursor, cursor))
    elif left := _outwards(spans, place, -1):
        outer = left[-1].start
    else:
        return None
    return CommandEdit(outer, at, blanks + before[outer:place], (at, at))


def split_marks(text: str, at: int) -> tuple[str, int]:
    """Return ``text`` with the formats around ``at`` ended and begun anew there, and that place.

    A paragraph can then end at the place. At the edge of marks it is the place outside of them.
    """
    if empty := empty_formats(text, at):
        return split_marks(text[: empty[-1].start] + text[empty[-1].end :], empty[-1].start)
    low, high = len(text[:at].rstrip(" ")), len(text) - len(text[at:].lstrip(" "))
    if (place := beyond(text, high, 1)) != high or (place := beyond(text, low, -1)) != low:
        return text, place
    around = [s for s in format_spans(text, at) if s.inner < at < s.inner_end]
    around.sort(key=lambda span: span.inner, reverse=True)
    closing = "".join(text[span.inner_end : span.end] for span in around)
    opening = "".join(text[span.start : span.inner] for span in reversed(around))
    new = text[:low] + closing + text[low:at]
    return new + text[at:high] + opening + text[high:], len(new)


def _without(text: str, span: FormatSpan, at: int) -> CommandEdit:
    cursor = at
    for low, high in ((span.start, span.inner), (span.inner_end, span.end)):
        cursor -= max(0, min(at, high) - low)
    inside = text[span.inner : span.inner_end]
    return CommandEdit(span.start, span.end, inside, (cursor, cursor))


def _moved(place: int) -> CommandEdit:
    return CommandEdit(place, place, "", (place, place))
