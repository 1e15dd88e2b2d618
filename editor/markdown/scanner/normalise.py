"""Normalised text: uniform line ends and spaces, with positions of the original.

As in Python-Markdown: every line ends with a line feed, tabs are spaces up to a multiple of four
columns, and three control characters that the passes use themselves are left out.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

_TAB = 4
_ODD = re.compile("\r\n?|[\t\x02-\x04]")


class _Edit(NamedTuple):
    """Positions of a replacement, before (``start`` to ``end``) and after."""

    start: int
    end: int
    new_start: int
    new_end: int


class NormalisedText:
    """A normalised ``text``; ``origins`` maps its spans to the source."""

    def __init__(self, source: str) -> None:
        self._edits: list[_Edit] = []
        self.text = "".join(self._parts(source))
        self._starts = [edit.new_start for edit in self._edits]

    def _parts(self, source: str) -> Iterator[str]:
        last = length = line = 0
        for match in _ODD.finditer(source):
            unchanged = source[last : match.start()]
            length += len(unchanged)
            line = (
                length - (len(unchanged) - unchanged.rfind("\n") - 1) if "\n" in unchanged else line
            )
            new = " " * (_TAB - (length - line) % _TAB) if match[0] == "\t" else ""
            new = "\n" if match[0][0] == "\r" else new
            yield unchanged + new
            self._edits.append(_Edit(*match.span(), length, length + len(new)))
            last, length = match.end(), length + len(new)
            line = length if new == "\n" else line
        yield source[last:]

    def origins(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the spans of the source for the normalised text from ``start`` to ``end``.

        A span that covers a part of a tab has the whole tab as its source.
        """
        while start < end:
            index = bisect_right(self._starts, start) - 1
            edit = self._edits[index] if index >= 0 else _Edit(0, 0, 0, 0)
            if start < edit.new_end:
                yield edit.start, edit.end
                start = edit.new_end
                continue
            stop = min([end, *self._starts[index + 1 : index + 2]])
            yield start - edit.new_end + edit.end, stop - edit.new_end + edit.end
            start = stop
