"""Blocks of a Markdown text that a writer moves as one piece."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from editor.markdown.scanner.fences import fences
from editor.markdown.scanner.lines import COMMONMARK, DEFINITION, DIV, FOOTNOTE

_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>details|div|figure|table|aside|section|blockquote|pre)\b",
    re.IGNORECASE,
)
_INDENT = re.compile(r"(?: {2,3}\S| {4}|\t)")
_DEEP_INDENT = re.compile(r"(?: {4}|\t)")
_KINDS = {
    "rule": COMMONMARK.rule,
    "ul": COMMONMARK.bullet,
    "ol": COMMONMARK.number,
    "quote": COMMONMARK.quote,
    "note": FOOTNOTE,
    "code": _DEEP_INDENT,
}
_CONTINUED = {
    "ul": (COMMONMARK.bullet, _INDENT),
    "ol": (COMMONMARK.number, _INDENT),
    "quote": (COMMONMARK.quote,),
    "note": (_DEEP_INDENT,),
    "code": (_DEEP_INDENT,),
}
"""Starts of a line after a blank one that still belongs to the block."""


class MarkdownBlock(NamedTuple):
    """Whole lines, in code points: from the start of the first to the end of the last."""

    start: int
    end: int


def blocks(text: str) -> list[MarkdownBlock]:
    """Return the blocks of ``text`` in order; between them are blank lines only.

    A block ends at a blank line. Fenced code, HTML of several lines, a list, a quote, a footnote
    and a term with its definitions continue after it. Takes time in proportion to the length.
    """
    return list(_BlockFinder(text).blocks())


class _BlockFinder:
    """Finds blocks in one pass over the lines."""

    def __init__(self, text: str) -> None:
        matches = list(_LINE.finditer(text))
        self._lines = [match[0] for match in matches]
        self._starts = [match.start() for match in matches]
        self._ends = [match.end() - match[0].endswith("\n") for match in matches]
        self._closed = _closed_tags(text)
        self._fences = {fence.start: fence.end for fence in fences(text)}
        self._open_divs: set[str] = set()

    def blocks(self) -> Iterator[MarkdownBlock]:
        index = self._next_written(0)
        while index < len(self._lines):
            end = self._block_end(index)
            yield MarkdownBlock(self._starts[index], self._ends[end - 1])
            index = self._next_written(end)

    def _block_end(self, index: int) -> int:
        """Return the index of the line after the block that begins at ``index``."""
        first = self._lines[index]
        kind = next((name for name, start in _KINDS.items() if start.match(first)), "")
        end = self._run_end(index)
        following = self._next_written(end)
        while following < len(self._lines) and _continues(kind, self._lines[following]):
            end = self._run_end(following)
            following = self._next_written(end)
        return end

    def _run_end(self, index: int) -> int:
        """Return the index of the blank line that ends the lines from ``index`` on."""
        while index < len(self._lines) and self._lines[index].strip():
            index = self._fence_end(index) or self._div_end(index) or self._html_end(index)
        return index

    def _fence_end(self, index: int) -> int | None:
        return self._line_after(index, self._fences.get(self._starts[index]))

    def _div_end(self, index: int) -> int | None:
        match = DIV.match(self._lines[index])
        fence = match["fence"] if match else ""
        if not fence or fence in self._open_divs:
            return None
        for end in range(index + 1, len(self._lines)):
            line = self._lines[end].strip()
            if line.startswith(fence) and not line.strip(":"):
                return end + 1
        # Without an end it is text, and so is the next one like it: no need to search again.
        self._open_divs.add(fence)
        return None

    def _html_end(self, index: int) -> int:
        """Return the index of the line after the element that begins at ``index``, if one does."""
        return self._line_after(index, self._closed.get(self._starts[index])) or index + 1

    def _line_after(self, index: int, position: int | None) -> int | None:
        """Return the index of the line after the one with ``position``, from ``index`` on."""
        if position is None:
            return None
        while index < len(self._lines) and self._ends[index] < position:
            index += 1
        return index + 1

    def _next_written(self, index: int) -> int:
        while index < len(self._lines) and not self._lines[index].strip():
            index += 1
        return index


def _continues(kind: str, line: str) -> bool:
    if COMMONMARK.rule.match(line):
        return False
    starts = _CONTINUED.get(kind, (DEFINITION,) if not kind else ())
    return any(start.match(line) for start in starts)


def _closed_tags(text: str) -> dict[int, int]:
    """Return start → end of the elements of ``text`` that have an end tag."""
    closed: dict[int, int] = {}
    opened: dict[str, list[int]] = {}
    for match in _TAG.finditer(text):
        stack = opened.setdefault(match["name"].lower(), [])
        if not match["close"]:
            stack.append(match.start())
        elif stack:
            closed[stack.pop()] = match.end()
    return closed
