"""Selections in a text: the word, lines and paragraph around them, and the edits of commands.

All positions are code points; a range is its start and its end.
"""

import re
from dataclasses import dataclass

_WORD = re.compile(r"\w+(?:[-’'\u00ad]\w+)*")


@dataclass(frozen=True, slots=True)
class CommandEdit:
    """Replacement of the code points from ``start`` to ``end`` by ``text``.

    ``selection`` is the selection afterwards, in positions of the new text.
    """

    start: int
    end: int
    text: str
    selection: tuple[int, int]

    def applied(self, text: str) -> str:
        """Return ``text`` with the edit applied."""
        return text[: self.start] + self.text + text[self.end :]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without white space at its edges; an empty one where it is all blank."""
    inside = text[start:end]
    if not inside.strip():
        return start, start
    return start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())


def trim_punctuation(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range from its first to its last word; unchanged if it has no word."""
    words = [word.span() for word in re.finditer(r"\w+", text[start:end])]
    return (start + words[0][0], start + words[-1][1]) if words else (start, end)


def word_at(text: str, at: int) -> tuple[int, int]:
    """Return the word that the cursor touches, an empty range where there is none."""
    first = text.rfind("\n", 0, at) + 1
    last = text.find("\n", at)
    words = _WORD.finditer(text, first, len(text) if last < 0 else last)
    return next((word.span() for word in words if word.start() <= at <= word.end()), (at, at))


def line_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the ranges of the lines that the selection touches, without their line feeds."""
    first = text.rfind("\n", 0, start) + 1
    result = []
    while True:
        last = text.find("\n", first)
        stop = len(text) if last < 0 else last
        result.append((first, stop))
        if last < 0 or stop + 1 > end or (stop + 1 == end and start < end):
            return result
        first = stop + 1


def paragraph_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of the lines around the selection up to the nearest blank lines."""
    first = text.rfind("\n", 0, start) + 1
    while first and text[text.rfind("\n", 0, first - 1) + 1 : first].strip():
        first = text.rfind("\n", 0, first - 1) + 1
    last = line_spans(text, start, end)[-1][1]
    while last < len(text):
        stop = text.find("\n", last + 1)
        stop = len(text) if stop < 0 else stop
        if not text[last:stop].strip():
            break
        last = stop
    return first, last


def is_escaped(text: str, at: int) -> bool:
    """Return whether the character at ``at`` is escaped by a backslash before it."""
    return (at - len(text[:at].rstrip("\\"))) % 2 == 1
