"""Line ends: line feeds within a review, and the original ones in its file.

The three line ends are those of CommonMark 0.31.2, section 2.1.
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
    """The line ends of a file."""

    usual: str = "\n"
    """Line end of most lines, and of every new one."""
    source: str = field(default="", repr=False)
    """Text of the file when its line ends are mixed, empty otherwise."""

    def restore(self, text: str) -> str:
        """Return ``text`` with the line ends of the file.

        When those are mixed, the lines above the first change and below the last one keep theirs,
        and those between get the usual one.
        """
        if not self.source:
            return text.replace("\n", self.usual)
        lines = text.split("\n")
        return "".join(map(str.__add__, lines, self._ends(lines)))

    def offset_map(self, text: str) -> Callable[[int], int]:
        """Return a function that maps an offset in ``text`` to the file, both in code points."""
        lines = text.split("\n")
        starts = list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
        more = list(accumulate((len(end) - 1 for end in self._ends(lines)[:-1]), initial=0))
        return lambda offset: offset + more[bisect_right(starts, offset) - 1]

    def _ends(self, lines: list[str]) -> list[str]:
        """Return the line end of each of ``lines``; the last line has none."""
        if not self.source:
            return [*([self.usual] * (len(lines) - 1)), ""]
        before, ends = _END.split(self.source), [*_END.findall(self.source), ""]
        limit = min(len(before), len(lines)) - 1
        above = _common_length(before[:limit], lines[:limit])
        below = _common_length(before[above:][::-1], lines[above:][::-1])
        changed = [self.usual] * (len(lines) - above - below)
        result = [*ends[:above], *changed, *ends[len(ends) - below :]]
        result[-1] = ""
        # A carriage return before an empty line with a line feed would merge with it. From the end,
        # because every line feed that is put in may do that to the line before.
        for i in reversed(range(len(result) - 1)):
            if result[i] == "\r" and not lines[i + 1] and result[i + 1][:1] == "\n":
                result[i] = "\n"
        return result


def normalize_line_ends(text: str) -> tuple[str, LineEnds]:
    """Return ``text`` with line feeds as line ends, and the original line ends."""
    if "\r" not in text:
        return text, LineEnds()
    counts = Counter(_END.findall(text))
    usual = max(counts, key=counts.__getitem__)
    return _END.sub("\n", text), LineEnds(usual, text if len(counts) > 1 else "")


def _common_length(first: list[str], second: list[str]) -> int:
    """Return how many lines at the beginning are equal."""
    pairs = zip(first, second, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
