"""What a command is about: a selection, the word, lines and paragraph around it, and the edit.

All positions are code points; a stretch is its start and its end.
"""

import re
from dataclasses import dataclass

_WORD = re.compile(r"\w+(?:[-’'\u00ad]\w+)*")


@dataclass(frozen=True, slots=True)
class CommandEdit:
    """``text`` in the place of the code points from ``start`` to ``end``.

    ``selection`` is what is selected then, as positions in the new text.
    """

    start: int
    end: int
    text: str
    selection: tuple[int, int]

    def applied(self, text: str) -> str:
        """Return ``text`` with the edit."""
        return text[: self.start] + self.text + text[self.end :]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without blanks at its edges, an empty one where there is nothing else."""
    inside = text[start:end]
    if not inside.strip():
        return start, start
    return start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())


def trim_punctuation(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the stretch without punctuation and blanks at its edges; all of it for no more."""
    words = [word.span() for word in re.finditer(r"\w+", text[start:end])]
    return (start + words[0][0], start + words[-1][1]) if words else (start, end)


def word_at(text: str, at: int) -> tuple[int, int]:
    """Return the word that the cursor touches, an empty stretch where there is none."""
    first = text.rfind("\n", 0, at) + 1
    last = text.find("\n", at)
    words = _WORD.finditer(text, first, len(text) if last < 0 else last)
    return next((word.span() for word in words if word.start() <= at <= word.end()), (at, at))


def line_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the lines that the selection touches, without their line feeds."""
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
    """Return the lines around the selection up to the blank ones before and behind it."""
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
    """Whether the character at ``at`` is escaped by a backslash before it."""
    return (at - len(text[:at].rstrip("\\"))) % 2 == 1
