"""Deletion of a selection that keeps the marks of bold, italic and code in pairs.

All positions are code points.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from editor.markdown.mark_edges import FormatSpan, format_spans
from editor.markdown.selection import CommandEdit


class _Mark(NamedTuple):
    start: int
    end: int
    text: str
    opens: bool


def delete_selection(text: str, start: int, end: int) -> CommandEdit | None:
    """Return the edit that deletes the selected text and leaves its formats to what remains.

    A format of which nothing remains goes with its marks; a selection of marks alone removes their
    formats. Blanks may come to stand at the cursor before a mark: see ``move_blanks``. Returns None
    where no mark is touched, and the selection can be deleted as it is.
    """
    spans = _spans(text, start, end)
    touched = [span for span in spans if _touches(span, start, end)]
    if touched and _is_marks_only(touched, start, end):
        removed = [mark for span in touched for mark in _marks(text, span)]
        return _edit(text, start, removed, [])
    gone = [span for span in touched if _empties(text, span, start, end)]
    removed = [mark for span in gone for mark in _marks(text, span)]
    rest = [mark for span in touched if span not in gone for mark in _marks(text, span)]
    kept = sorted(mark for mark in rest if mark.start < end and mark.end > start)
    removed += kept
    beside = [*_before(text, spans, start), *_after(text, spans, end)]
    joined = _joined(sorted({*beside, *kept}))
    if len(joined) < len({*beside, *kept}):
        # Two texts of one format come to stand beside each other, and are one then.
        kept, removed = joined, [*removed, *beside]
    elif not touched:
        return None
    return _edit(text, start, [_Mark(start, end, "", opens=False), *removed], kept)


def _spans(text: str, start: int, end: int) -> list[FormatSpan]:
    return list(dict.fromkeys([*format_spans(text, start), *format_spans(text, end)]))


def _before(text: str, spans: Iterable[FormatSpan], place: int) -> Iterator[_Mark]:
    """Yield the marks that end formats directly before ``place``, the last one first."""
    while span := next((s for s in spans if s.end == place), None):
        yield _marks(text, span)[1]
        place = span.inner_end


def _after(text: str, spans: Iterable[FormatSpan], place: int) -> Iterator[_Mark]:
    """Yield the marks that begin formats directly after ``place``."""
    while span := next((s for s in spans if s.start == place), None):
        yield _marks(text, span)[0]
        place = span.inner


def _marks(text: str, span: FormatSpan) -> tuple[_Mark, _Mark]:
    opening = _Mark(span.start, span.inner, text[span.start : span.inner], opens=True)
    return opening, _Mark(span.inner_end, span.end, text[span.inner_end : span.end], opens=False)


def _touches(span: FormatSpan, start: int, end: int) -> bool:
    """Return whether a mark is in the selection but not its partner, or all of the inside is."""
    opening = span.start < end and span.inner > start
    closing = span.inner_end < end and span.end > start
    inside = start <= span.inner and span.inner_end <= end
    return opening != closing or (inside and not (start <= span.start and span.end <= end))


def _empties(text: str, span: FormatSpan, start: int, end: int) -> bool:
    remaining = text[span.inner : max(span.inner, start)] + text[end : max(end, span.inner_end)]
    return not remaining.strip("*_` ")


def _is_marks_only(spans: Iterable[FormatSpan], start: int, end: int) -> bool:
    covered = sum(
        max(0, min(end, high) - max(start, low))
        for span in spans
        for low, high in ((span.start, span.inner), (span.inner_end, span.end))
    )
    return covered == end - start


def _joined(marks: list[_Mark]) -> list[_Mark]:
    """Return the marks without those that end a format which the next one begins again."""
    kept: list[_Mark] = []
    for mark in marks:
        if mark.opens and kept and not kept[-1].opens and kept[-1].text == mark.text:
            kept.pop()
        else:
            kept.append(mark)
    return kept


def _edit(text: str, start: int, removed: list[_Mark], kept: list[_Mark]) -> CommandEdit:
    """Return the edit that puts ``kept`` in the place of the cursor, and removes the rest."""
    low = min(start, *(mark.start for mark in removed)) if removed else start
    high = max(start, *(mark.end for mark in removed)) if removed else start
    before = _without(text, low, start, removed)
    after = _without(text, start, high, removed)
    middle = "".join(mark.text for mark in kept)
    if kept and kept[-1].opens:
        rest = after + text[high:]
        blanks = rest[: len(rest) - len(rest.lstrip(" "))]
        high += max(0, len(blanks) - len(after))
        after = after[len(blanks) :]
        middle = blanks + middle
    cursor = low + len(before)
    return CommandEdit(low, high, before + middle + after, (cursor, cursor))


def _without(text: str, low: int, high: int, removed: Iterable[_Mark]) -> str:
    return "".join(
        character
        for at, character in enumerate(text[low:high], low)
        if not any(mark.start <= at < mark.end for mark in removed)
    )
