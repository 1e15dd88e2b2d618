"""The blocks of a Markdown text: what a writer moves as one piece."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,}|:{3,})")
_RULE = re.compile(r" {0,3}(?:(?:- {0,2}){3,}|(?:_ {0,2}){3,}|(?:\* {0,2}){3,})\s*\Z")
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>details|div|figure|table|aside|section|blockquote|pre)\b",
    re.IGNORECASE,
)
_INDENT = re.compile(r"(?: {2,3}\S| {4}|\t)")
_DEEP_INDENT = re.compile(r"(?: {4}|\t)")
_KINDS = {
    "rule": _RULE,
    "ul": re.compile(r" {0,3}[*+-][ \t]"),
    "ol": re.compile(r" {0,3}\d+[.)][ \t]"),
    "quote": re.compile(r" {0,3}>"),
    "note": re.compile(r" {0,3}\[\^[^\]\n]+\]:"),
    "code": _DEEP_INDENT,
}
_CONTINUED = {
    "ul": (_KINDS["ul"], _INDENT),
    "ol": (_KINDS["ol"], _INDENT),
    "quote": (_KINDS["quote"],),
    "note": (_DEEP_INDENT,),
    "code": (_DEEP_INDENT,),
}
"""How a line behind an empty one begins that still belongs to the block."""
_DEFINITION = re.compile(r" {0,3}: {1,3}\S")


class MarkdownBlock(NamedTuple):
    """Whole lines, in code points: from the start of the first to the end of the last."""

    start: int
    end: int


def blocks(text: str) -> list[MarkdownBlock]:
    """Return the blocks of ``text`` in order; between them are blank lines only.

    A block ends at a blank line. Fenced code, HTML of several lines, a list, a quote, a footnote
    and a term with its definitions go on behind it. Takes time in proportion to the length.
    """
    return list(_Scanner(text).blocks())


class _Scanner:
    """Goes through the lines once."""

    def __init__(self, text: str) -> None:
        matches = list(_LINE.finditer(text))
        self._lines = [match[0] for match in matches]
        self._starts = [match.start() for match in matches]
        self._ends = [match.end() - match[0].endswith("\n") for match in matches]
        self._closed = _closed_tags(text)
        self._open_fences: set[str] = set()

    def blocks(self) -> Iterator[MarkdownBlock]:
        index = self._written(0)
        while index < len(self._lines):
            end = self._block_end(index)
            yield MarkdownBlock(self._starts[index], self._ends[end - 1])
            index = self._written(end)

    def _block_end(self, index: int) -> int:
        """Return the index of the line behind the block that begins at ``index``."""
        first = self._lines[index]
        kind = next((name for name, start in _KINDS.items() if start.match(first)), "")
        end = self._run_end(index)
        following = self._written(end)
        while following < len(self._lines) and _goes_on(kind, self._lines[following]):
            end = self._run_end(following)
            following = self._written(end)
        return end

    def _run_end(self, index: int) -> int:
        """Return the index of the blank line that ends the lines from ``index`` on."""
        while index < len(self._lines) and self._lines[index].strip():
            index = self._fence_end(index) or self._html_end(index) or index + 1
        return index

    def _fence_end(self, index: int) -> int | None:
        match = _FENCE.match(self._lines[index])
        fence = match["fence"] if match else ""
        if not fence or fence in self._open_fences:
            return None
        for end in range(index + 1, len(self._lines)):
            line = self._lines[end].strip()
            if line.startswith(fence) and not line.strip(fence[0]):
                return end + 1
        # Without an end it is text, and so is the next one like it: nobody looks again.
        self._open_fences.add(fence)
        return None

    def _html_end(self, index: int) -> int | None:
        place = self._closed.get(self._starts[index])
        end = index
        while place is not None and end < len(self._lines) and self._ends[end] < place:
            end += 1
        return None if place is None else end + 1

    def _written(self, index: int) -> int:
        while index < len(self._lines) and not self._lines[index].strip():
            index += 1
        return index


def _goes_on(kind: str, line: str) -> bool:
    if _RULE.match(line):
        return False
    starts = _CONTINUED.get(kind, (_DEFINITION,) if not kind else ())
    return any(start.match(line) for start in starts)


def _closed_tags(text: str) -> dict[int, int]:
    """Return where the element ends that begins at a place, for those that have an end."""
    closed: dict[int, int] = {}
    opened: dict[str, list[int]] = {}
    for match in _TAG.finditer(text):
        stack = opened.setdefault(match["name"].lower(), [])
        if not match["close"]:
            stack.append(match.start())
        elif stack:
            closed[stack.pop()] = match.end()
    return closed
