"""Paragraph commands: Enter, line break, Backspace and Delete as in a word processor.

Each command has the contract of ``editor.markdown.inline_commands``. A paragraph ends with a blank
line (CommonMark 0.31, 4.8), a line with two spaces and a line feed (6.7; Python-Markdown reads no
backslash there).
"""

from editor.markdown.scanner.fences import in_open_fence
from editor.markdown.scanner.lines import COMMONMARK, CONTINUES_BLOCK, QUOTES, TABLE_DELIMITER
from editor.markdown.selection import CommandEdit, paragraph_at

_BLANK_LINE = "\n\n"


def enter(text: str, start: int, end: int) -> CommandEdit | None:
    """Begin a new paragraph in place of the selection.

    On a blank line only the line feeds that are missing are added. Returns None where a line feed
    has a meaning of its own, as in a list, in code or in a table.
    """
    before, after = text[:start], text[end:]
    _, line = _line(before, after)
    if CONTINUES_BLOCK.match(line) or _is_literal(before + after, start):
        return None
    above, below = _feeds(before, after)
    if above == 0 and below == 0:
        return CommandEdit(start, end, "", (start, start))
    cursor = start + above
    return CommandEdit(start, end, "\n" * (above + below), (cursor, cursor))


def line_break(text: str, start: int, end: int) -> CommandEdit:
    """Begin a new line of the same paragraph in place of the selection."""
    before, after = text[:start], text[end:]
    first, line = _line(before, after)
    bare = before.rstrip(" ")
    if not before[first:].strip() or COMMONMARK.heading.match(line) or _is_literal(text, start):
        new, low = "\n", start
    else:
        quote = QUOTES.match(line)
        new, low = "  \n" + (quote[0] if quote else ""), len(bare)
    cursor = low + len(new)
    return CommandEdit(low, end, new, (cursor, cursor))


def join(text: str, position: int, by: int) -> CommandEdit | None:
    """Remove the blank line before (``by`` -1) or after (``by`` 1) ``position``.

    Returns None where there is none, and a single character is to be deleted.
    """
    low, high = (position - 2, position) if by < 0 else (position, position + 2)
    if low < 0 or text[low:high] != _BLANK_LINE:
        return None
    beside = text[:high] if by < 0 else text[low:]
    feeds = len(beside) - len(beside.rstrip("\n") if by < 0 else beside.lstrip("\n"))
    if feeds % 2 or _is_literal(text, low):
        return None
    return CommandEdit(low, high, "", (low, low))


def _line(before: str, after: str) -> tuple[int, str]:
    """Return the start of the line with the cursor, and the line."""
    first = before.rfind("\n") + 1
    return first, before[first:] + after.partition("\n")[0]


def _feeds(before: str, after: str) -> tuple[int, int]:
    """Return how many line feeds are to be inserted before and after the cursor."""
    above = before[len(before.rstrip()) :].count("\n")
    below = after[: len(after) - len(after.lstrip())].count("\n")
    at_start = not before.rpartition("\n")[2].strip()
    at_end = not after.partition("\n")[0].strip()
    missing = max(0, 2 - below) if at_end and after.strip() else 0
    if at_start and at_end:
        return max(0, 2 - above) if before.strip() else 0, missing
    return 1 if at_start and above == 1 else 2, missing


def _is_literal(text: str, position: int) -> bool:
    """Return whether ``position`` is in fenced code or in a table."""
    in_table = TABLE_DELIMITER.search(text, *paragraph_at(text, position, position))
    return bool(in_table) or in_open_fence(text, position)
