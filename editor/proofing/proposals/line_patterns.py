"""Patterns that are looked for in a text line by line, in new lines only."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

_MOST_LINES = 4_096
"""Lines whose matches are kept: those of a long review, and of its earlier states."""


class LineMatch(NamedTuple):
    """A match of one of several patterns in a text."""

    pattern: int
    """Index of the pattern."""
    groups: Mapping[str, tuple[int, int]]
    """Start and end in the text of the named groups that took part in it."""


class LinePatterns:
    """Patterns whose matches do not go beyond a line.

    While a text is edited it is searched again after each pause. The matches in lines that have not
    changed are kept.
    """

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        self._patterns = tuple(patterns)
        self._in_line = lru_cache(maxsize=_MOST_LINES)(self._search)

    def matches(self, text: str) -> list[LineMatch]:
        """Return the matches in ``text`` by pattern, those of a pattern in reading order."""
        found: list[LineMatch] = []
        start = 0
        for line in text.split("\n"):
            found += (_moved(match, start) for match in self._in_line(line))
            start += len(line) + 1
        return sorted(found, key=lambda match: match.pattern)

    def _search(self, line: str) -> tuple[LineMatch, ...]:
        return tuple(self._matches(line))

    def _matches(self, line: str) -> Iterator[LineMatch]:
        for index, pattern in enumerate(self._patterns):
            for match in pattern.finditer(line):
                found = match.groupdict()
                groups = {name: match.span(name) for name in found if found[name]}
                yield LineMatch(index, groups)


def _moved(match: LineMatch, by: int) -> LineMatch:
    groups = {name: (start + by, end + by) for name, (start, end) in match.groups.items()}
    return LineMatch(match.pattern, groups)
