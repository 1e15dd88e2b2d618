"""Paragraphs as a word processor has them: what Enter, Backspace and Delete come to in Markdown.

Same contract as ``editor.markdown.inline_commands``. A paragraph ends with a blank line (CommonMark
0.31, 4.8), a line with two blanks and a line feed (6.7; Python-Markdown reads no backslash there).
"""

import re

from editor.markdown.selection import TextEdit, paragraph_at

_BETWEEN = "\n\n"
_OWN_LINE = re.compile(
    r" {4}|\t|[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)| {0,3}(?:[>|<]|: |`{3}|~{3}|\[[^\]\n]+\]:)"
)
"""Where a line feed means more than the end of a line of text: list, quote, table, HTML, code."""
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})([^\n]*)$", re.MULTILINE)
_TABLE = re.compile(r"^[ \t|]*:?-+:?[ \t]*\|[ \t|:-]*$", re.MULTILINE)
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")
_QUOTE = re.compile(r"(?: {0,3}> ?)*")


def enter(text: str, start: int, end: int) -> TextEdit | None:
    """Begin a paragraph in the place of the selection; on a blank line see that there is one.

    None where a line feed has a meaning of its own, as in a list, in code or in a table.
    """
    before, after = text[:start], text[end:]
    first, line = _line(before, after)
    if _OWN_LINE.match(line) or _is_literal(before + after, start, first):
        return None
    above, below = _feeds(before, after)
    if above == 0 and below == 0:
        return TextEdit(start, end, "", (start, start))
    cursor = start + above
    return TextEdit(start, end, "\n" * (above + below), (cursor, cursor))


def line_break(text: str, start: int, end: int) -> TextEdit:
    """Begin a line of the same paragraph in the place of the selection."""
    before, after = text[:start], text[end:]
    first, line = _line(before, after)
    bare = before.rstrip(" ")
    if not before[first:].strip() or _HEADING.match(line) or _is_literal(text, start, first):
        new, low = "\n", start
    else:
        quote = _QUOTE.match(line)
        new, low = "  \n" + (quote[0] if quote else ""), len(bare)
    cursor = low + len(new)
    return TextEdit(low, end, new, (cursor, cursor))


def join(text: str, position: int, by: int) -> TextEdit | None:
    """Take the blank line before (by -1) or behind (by 1) ``position`` away, where there is one.

    None where a single line feed is what goes.
    """
    low, high = (position - 2, position) if by < 0 else (position, position + 2)
    if low < 0 or text[low:high] != _BETWEEN:
        return None
    beside = text[:high] if by < 0 else text[low:]
    feeds = len(beside) - len(beside.rstrip("\n") if by < 0 else beside.lstrip("\n"))
    if feeds % 2 or _is_literal(text, low, text.rfind("\n", 0, low) + 1):
        return None
    return TextEdit(low, high, "", (low, low))


def _line(before: str, after: str) -> tuple[int, str]:
    """Return where the line of the cursor begins, and the line."""
    first = before.rfind("\n") + 1
    return first, before[first:] + after.partition("\n")[0]


def _feeds(before: str, after: str) -> tuple[int, int]:
    """Return how many line feeds are wanted before and behind the cursor."""
    above = before[len(before.rstrip()) :].count("\n")
    below = after[: len(after) - len(after.lstrip())].count("\n")
    at_start = not before.rpartition("\n")[2].strip()
    at_end = not after.partition("\n")[0].strip()
    missing = max(0, 2 - below) if at_end and after.strip() else 0
    if at_start and at_end:
        return max(0, 2 - above) if before.strip() else 0, missing
    return 1 if at_start and above == 1 else 2, missing


def _is_literal(text: str, at: int, line_start: int) -> bool:
    """Whether ``at`` is in fenced code or in a table."""
    fence = ""
    for match in _FENCE.finditer(text, 0, line_start):
        if not fence:
            fence = match[1]
        elif match[1].startswith(fence) and not match[2].strip():
            fence = ""
    return bool(fence) or bool(_TABLE.search(text, *paragraph_at(text, at, at)))
