"""Blanks around words that are moved: none is left twice, and none is missing where they arrive.

So do word processors, which call it smart cut and paste. Only whole words of one line count; a part
of a word and several paragraphs are moved as they are. Positions are code points.
"""

import re

from editor.markdown.mark_edges import SIGNS
from editor.markdown.selection import CommandEdit

_BLANKS = " \u00a0"
_OPENING, _CLOSING = "([{„‚¿¡", ")]}.,;:!?…%"
_QUOTES = "\"'“”‘’«»‹›"
"""Marks that open or close, which their neighbours tell."""
_JOINING = "-/"
_PREFIX = re.compile(r"[ \t]*(?:(?:[-*+>]|#{1,6}|\d{1,9}[.)])[ \t]*)+\Z")
"""What makes a line a list item, a heading or a quotation."""


def trim_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without the blanks at its ends."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(_BLANKS))
    return start, max(start, end - (len(piece) - len(piece.rstrip(_BLANKS))))


def is_words(text: str, start: int, end: int) -> bool:
    """Tell whether the range is one or more whole words of one line."""
    start, end = trim_blanks(text, start, end)
    piece = text[start:end]
    cuts = (text[start - 1 : start] + piece[:1], piece[-1:] + text[end : end + 1])
    return "\n" not in piece and any(map(str.isalnum, piece)) and not any(map(_is_inside, cuts))


def mend_gap(text: str, at: int) -> CommandEdit | None:
    """Return the edit that leaves one blank or none at ``at``, from where words were removed.

    None where that is so already, or where the blanks have a meaning: at the beginning of a line,
    and two of them at its end.
    """
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    left, right = text[start:at], text[at : end if end >= 0 else len(text)]
    before = left[len(left.rstrip(_BLANKS)) :]
    after = right[: len(right) - len(right.lstrip(_BLANKS))]
    if not before + after or len(before) > 1 or len(after) > 1 or (before and before == left):
        return None
    rest = right[len(after) :]
    if not rest and _PREFIX.match(left):
        return None
    bare = left[: len(left) - len(before)]
    needed = bool(rest) and (bool(_PREFIX.match(left)) or _apart(bare, rest))
    blank = (after or before) if needed else ""
    if blank == before + after:
        return None
    low, high = at - len(before), at + len(after)
    return CommandEdit(low, high, blank, (low + len(blank),) * 2)


def with_blanks(text: str, at: int, words: str) -> tuple[str, str]:
    """Return the blanks that ``words`` need before and behind them at ``at``, each "" or " "."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    left, right = text[start:at], text[at : end if end >= 0 else len(text)]
    before = not _PREFIX.match(left) and _apart(left, words)
    return " " if before else "", " " if _apart(words, right) else ""


def _apart(left: str, right: str) -> bool:
    """Tell whether a blank belongs between two parts of a line that have none between them."""
    left, right = left.rstrip("".join(SIGNS)), right.lstrip("".join(SIGNS))
    if not left or not right or left[-1].isspace() or right[0].isspace():
        return False
    last, first = left[-1], right[0]
    if last in _QUOTES:
        opens = len(left) == 1 or left[-2].isspace() or left[-2] in _OPENING
        return not opens and first not in _CLOSING
    if first in _QUOTES:
        closes = len(right) == 1 or right[1].isspace() or right[1] in _CLOSING
        return not closes and last not in _OPENING
    return last not in _OPENING + _JOINING and first not in _CLOSING + _JOINING


def _is_inside(cut: str) -> bool:
    """Tell whether the two characters at an end of a range belong to one word: “ab”, “-b”."""
    return len(cut) == len("ab") and all(c.isalnum() or c in _JOINING for c in cut)
