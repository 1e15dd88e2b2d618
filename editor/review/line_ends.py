"""Line ends: a line feed within a review, and in its file whatever was there.

The three kinds are those of CommonMark 0.31.2, section 2.1.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import accumulate, takewhile

_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class LineEnds:
    """How the lines of a file end."""

    usual: str = "\n"
    """The end of most lines, and of every new one."""
    source: str = field(default="", repr=False)
    """The file, where its lines do not all end alike; empty otherwise."""

    def restore(self, text: str) -> str:
        """Return ``text`` as the file has it.

        Where the lines of the file end in several ways, those above the first change and below the
        last one keep their ends, and what is between them gets the usual one.
        """
        if not self.source:
            return text.replace("\n", self.usual)
        lines = text.split("\n")
        return "".join(map(str.__add__, lines, self._ends(lines)))

    def offset_map(self, text: str) -> Callable[[int], int]:
        """Return what maps a place in ``text`` to its place in the file, both in code points."""
        lines = text.split("\n")
        starts = list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
        more = list(accumulate((len(end) - 1 for end in self._ends(lines)[:-1]), initial=0))
        return lambda place: place + more[bisect_right(starts, place) - 1]

    def _ends(self, lines: list[str]) -> list[str]:
        """Return the end of each of ``lines``, of which the last one has none."""
        if not self.source:
            return [*([self.usual] * (len(lines) - 1)), ""]
        before, ends = _END.split(self.source), [*_END.findall(self.source), ""]
        most = min(len(before), len(lines)) - 1
        above = _alike(before[:most], lines[:most])
        below = _alike(before[above:][::-1], lines[above:][::-1])
        fresh = [self.usual] * (len(lines) - above - below)
        result = [*ends[:above], *fresh, *ends[len(ends) - below :]]
        result[-1] = ""
        # A carriage return before a line that is only a line feed would be one end with it.
        for place in range(len(result) - 1):
            if result[place] == "\r" and not lines[place + 1] and result[place + 1][:1] == "\n":
                result[place] = "\n"
        return result


def normalize_line_ends(text: str) -> tuple[str, LineEnds]:
    """Return ``text`` with a line feed at the end of its lines, and how they ended."""
    if "\r" not in text:
        return text, LineEnds()
    kinds = Counter(_END.findall(text))
    usual = max(kinds, key=kinds.__getitem__)
    return _END.sub("\n", text), LineEnds(usual, text if len(kinds) > 1 else "")


def _alike(these: list[str], those: list[str]) -> int:
    """Return how many lines are the same from the beginning on."""
    pairs = zip(these, those, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
