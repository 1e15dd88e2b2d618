"""Spoiler command: passages of Markdown that a page shows folded, as ``details`` elements.

It has the contract of ``editor.markdown.inline_commands``.
"""

import html

from editor.markdown.emphasis import BOLD
from editor.markdown.inline_commands import widen_to_marks
from editor.markdown.scanner.lines import PREFIX
from editor.markdown.selection import CommandEdit, paragraph_at, trim
from editor.markdown.spoiler_spans import SpoilerSpan, spoiler_spans

_LABEL = "Spoiler"
_SPOILER_START = f'<details markdown="1"><summary>{_LABEL}</summary>\n\n'
_SPOILER_END = "\n\n</details>"


def spoiler(text: str, start: int, end: int) -> CommandEdit:
    """Make a spoiler of the selection or the paragraph at the cursor, or text of the one around it.

    A selection within a paragraph splits it, but only at white space and never within marks. One
    that meets spoilers becomes one spoiler with the text of all and the label of the first: they
    are never nested. At the end of the text of a spoiler the cursor goes behind it.
    """
    spans = spoiler_spans(text)
    for span in spans:
        if span.body < start == end == span.body_end:
            return leave_spoiler(text, span)
        if span.holds(start, end):
            return unwrap_spoiler(text, span, start, end)
    first, last = _folded(text, start, end)
    met = [span for span in spans if span.start < last and first < span.end]
    if met:
        return _merged(text, met, min(first, met[0].start), max(last, met[-1].end))
    low = first - (len(text[:first]) - len(text[:first].rstrip(" ")))
    high = last + len(text[last:]) - len(text[last:].lstrip(" "))
    before = _blank_line(text[:low], at_end=True)
    after = _blank_line(text[high:], at_end=False)
    new = before + _SPOILER_START + text[first:last] + _SPOILER_END + after
    shift = low - first + len(before) + len(_SPOILER_START)
    selected = (max(first, min(place, last)) + shift for place in (start, end))
    return CommandEdit(low, high, new, (next(selected), next(selected)))


def _merged(text: str, met: list[SpoilerSpan], low: int, high: int) -> CommandEdit:
    """Make one spoiler of the range, which encloses the spoilers that it has ``met``."""
    plain, first, last = text, low, high
    for span in reversed(met):
        unwrapped = unwrap_spoiler(plain, span, first, last)
        plain, (first, last) = unwrapped.applied(plain), unwrapped.selection
    edit = spoiler(plain, first, last)
    head = text[met[0].start : met[0].body]
    new = edit.text.replace(_SPOILER_START, head, 1)
    whole = plain[: edit.start] + new + plain[edit.end :]
    # The new spoiler may begin and end before or behind the range, which ends at equal texts.
    start, behind = min(low, edit.start), min(len(text) - high, len(plain) - edit.end)
    shift = len(head) - len(_SPOILER_START)
    selection = (edit.selection[0] + shift, edit.selection[1] + shift)
    return CommandEdit(start, len(text) - behind, whole[start : len(whole) - behind], selection)


def leave_spoiler(text: str, span: SpoilerSpan) -> CommandEdit:
    """Move the cursor into a paragraph behind ``span``, a new one at the end of the text."""
    after = text[span.end :]
    feeds = len(after) - len(after.lstrip("\n"))
    missing = "\n" * max(0, 2 - feeds)
    cursor = span.end + min(feeds, 2) + len(missing)
    return CommandEdit(span.end, span.end, missing, (cursor, cursor))


def unwrap_spoiler(text: str, span: SpoilerSpan, start: int, end: int) -> CommandEdit:
    """Leave the text of ``span`` only, with the same text selected from ``start`` to ``end``."""
    inside = text[span.body : span.body_end]
    behind = len(inside) - (span.end - span.start)

    def carried(place: int) -> int:
        if place > span.end:
            return place + behind
        inner = min(max(place, span.body), span.body_end) - span.body
        return place if place < span.start else span.start + inner

    return CommandEdit(span.start, span.end, inside, (carried(start), carried(end)))


def fit_spoilers(text: str, start: int, end: int, inserted: str) -> str:
    """Return ``inserted`` as it can stand in the place of the range.

    In a spoiler, those that it brings become text; elsewhere they get lines of their own.
    """
    spans = spoiler_spans(inserted)
    if not spans:
        return inserted
    if any(span.start < start < span.end for span in spoiler_spans(text)):
        for span in reversed(spans):
            inserted = unwrap_spoiler(inserted, span, 0, 0).applied(inserted)
        return inserted
    before = _blank_line(text[:start], at_end=True) if spans[0].start == 0 else ""
    ends = spans[-1].end == len(inserted)
    return before + inserted + (_blank_line(text[end:], at_end=False) if ends else "")


def relabel_spoiler(text: str, span: SpoilerSpan, label: str) -> CommandEdit:
    """Give ``span`` another label, “Spoiler” if it is empty; the cursor goes to the head."""
    new = html.escape(" ".join(label.split()), quote=False) or _LABEL
    end = span.head_end - len("</summary>")
    return CommandEdit(end - len(span.label), end, new, (span.start, span.start))


def _folded(text: str, start: int, end: int) -> tuple[int, int]:
    low, high = trim(text, start, end)
    if low == high:
        return paragraph_at(text, start, end)
    while low and not text[low - 1].isspace():
        low -= 1
    while high < len(text) and not text[high].isspace():
        high += 1
    line = text.rfind("\n", 0, low) + 1
    prefix = PREFIX.match(text, line)
    at_start = prefix is not None and prefix.end() >= low
    return widen_to_marks(text, line if at_start else low, high, BOLD)


def _blank_line(beside: str, *, at_end: bool) -> str:
    """Return the line feeds that are missing for a blank line next to the text ``beside``."""
    if not beside.strip("\n"):
        return ""
    feeds = len(beside) - len(beside.rstrip("\n") if at_end else beside.lstrip("\n"))
    return "\n" * max(0, 2 - feeds)
