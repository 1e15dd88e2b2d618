"""Code spans and escapes within a paragraph, as Python-Markdown pairs backticks."""

import re
from bisect import bisect_left
from collections import defaultdict

_TICKS = re.compile(r"\\.|`+")
_ESCAPABLE = frozenset("\\`*_{}[]()>#+-.!|")


def code_spans(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the code spans of the paragraph ``text``, and the backslashes that escape a character.

    A span is its start and end, marks included. CommonMark differs in one point: there a run of
    backticks that no run of the same length follows is text.
    """
    runs = _Runs(text)
    spans, escapes, position = [], [], 0
    while match := _TICKS.search(text, position):
        start, position = match.span()
        if match[0][0] == "\\":
            escapes += [start] * (match[0][1] in _ESCAPABLE)
        elif end := runs.closing(start, position):
            spans.append((start, end))
            position = end
    return spans, escapes


def tick_count(code: str) -> int:
    """Return the length of each mark of the code span ``code``: that of the run which closes it."""
    return len(code) - len(code.rstrip("`"))


class _Runs:
    """Runs of backticks in a text, by position and by length."""

    def __init__(self, text: str) -> None:
        self._runs = [match.span() for match in re.finditer("`+", text)]
        self._same: dict[int, list[int]] = defaultdict(list)
        for index, (start, end) in enumerate(self._runs):
            self._same[end - start].append(index)
        self._longest = list(range(len(self._runs)))
        for index in range(len(self._runs) - 2, -1, -1):
            following = self._longest[index + 1]
            if self._length(following) > self._length(index):
                self._longest[index] = following

    def closing(self, start: int, end: int) -> int:
        """Return the end of the code that the run from ``start`` to ``end`` opens, 0 if none.

        The next run of the same length closes it. Python-Markdown's second choice is the first
        of the longest that follow, if they are shorter.
        """
        following = bisect_left(self._runs, (end, end))
        same = self._same[end - start]
        index = bisect_left(same, following)
        if index < len(same):
            return self._runs[same[index]][1]
        if following == len(self._runs):
            return 0
        longest = self._longest[following]
        return self._runs[longest][1] if self._length(longest) < end - start else 0

    def _length(self, index: int) -> int:
        start, end = self._runs[index]
        return end - start
