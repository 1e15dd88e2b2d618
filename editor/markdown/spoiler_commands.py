"""Spoiler command: passages of Markdown that a page shows folded, as ``details`` elements.

It has the contract of ``editor.markdown.inline_commands``.
"""

from editor.markdown.emphasis import BOLD
from editor.markdown.inline_commands import widen_to_marks
from editor.markdown.scanner.lines import PREFIX
from editor.markdown.selection import CommandEdit, paragraph_at, trim
from editor.markdown.spoiler_spans import spoiler_spans

_SPOILER_START = '<details markdown="1"><summary>Spoiler</summary>\n\n'
_SPOILER_END = "\n\n</details>"


def spoiler(text: str, start: int, end: int) -> CommandEdit:
    """Make a spoiler of the selection or the paragraph at the cursor, or text of the one around it.

    A selection within a paragraph splits it, but only at white space and never within marks.
    """
    for span in spoiler_spans(text):
        if span.holds(start, end):
            inside = text[span.body : span.body_end]
            shift = span.start - span.body
            low = max(span.start, min(start + shift, span.start + len(inside)))
            high = max(span.start, min(end + shift, span.start + len(inside)))
            return CommandEdit(span.start, span.end, inside, (low, high))
    first, last = _folded(text, start, end)
    low = first - (len(text[:first]) - len(text[:first].rstrip(" ")))
    high = last + len(text[last:]) - len(text[last:].lstrip(" "))
    before = _blank_line(text[:low], at_end=True)
    after = _blank_line(text[high:], at_end=False)
    new = before + _SPOILER_START + text[first:last] + _SPOILER_END + after
    shift = low - first + len(before) + len(_SPOILER_START)
    selected = (max(first, min(place, last)) + shift for place in (start, end))
    return CommandEdit(low, high, new, (next(selected), next(selected)))


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
