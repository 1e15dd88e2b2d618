"""Bold and italic text of a paragraph: pairs of asterisks or underscores.

After “Emphasis and strong emphasis” of the CommonMark specification (6.2), as far as editing
commands need it. All positions are code points.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from editor.markdown.scanner.code_spans import code_spans
from editor.markdown.scanner.tokens import mask

_RUN = re.compile(r"\*+|_+")


BOLD, ITALIC = 2, 1
"""Width of the marks, in characters."""


class EmphasisSpan(NamedTuple):
    """Emphasised text with its marks; the text between them is ``inner`` to ``inner_end``."""

    start: int
    inner: int
    inner_end: int
    end: int

    @property
    def width(self) -> int:
        """Length of the mark: 1 for italic, 2 for bold, 0 for code or an escape."""
        return self.inner - self.start

    def moved(self, by: int) -> "EmphasisSpan":
        """Return the span moved by ``by`` characters."""
        return EmphasisSpan(*(place + by for place in self))

    def holds(self, low: int, high: int) -> bool:
        """Return whether all of the range is emphasised."""
        return self.inner <= low and high <= self.inner_end

    def within(self, low: int, high: int) -> bool:
        """Return whether the range contains all of the span."""
        return low <= self.start and self.end <= high

    def crosses(self, low: int, high: int) -> bool:
        """Return whether range and span overlap without one containing the other."""
        apart = high <= self.start or self.end <= low
        inside = self.width > 0 and self.holds(low, high)
        return not (apart or inside or self.within(low, high))


class _Run(NamedTuple):
    """Marks of one kind in a row that are not paired yet."""

    mark: str
    start: int
    end: int


def emphasis_spans(paragraph: str) -> list[EmphasisSpan]:
    """Return the spans of ``paragraph``: code and escapes, then emphasis, inner before outer."""
    codes, escapes = code_spans(paragraph)
    literals = [*codes, *((position, position + 2) for position in escapes)]
    found = [EmphasisSpan(start, start, end, end) for start, end in literals]
    opened: list[_Run] = []
    for match in _RUN.finditer(mask(paragraph, literals)):
        run = _Run(match[0][0], *match.span())
        opens, closes = _flanks(paragraph, run)
        rest = _paired(run, opened, found) if closes else run
        if opens and rest.start < rest.end:
            opened.append(rest)
    return found


def _paired(run: _Run, opened: list[_Run], found: list[EmphasisSpan]) -> _Run:
    """Pair ``run`` with open marks; return what is left of it."""
    while run.start < run.end:
        index = next((i for i in reversed(range(len(opened))) if opened[i].mark == run.mark), None)
        if index is None:
            break
        partner = opened[index]
        width = min(2, run.end - run.start, partner.end - partner.start)
        found.append(EmphasisSpan(partner.end - width, partner.end, run.start, run.start + width))
        run = run._replace(start=run.start + width)
        left = partner._replace(end=partner.end - width)
        opened[index:] = [left] if left.start < left.end else []
    return run


def widen_to_spans(
    found: Iterable[EmphasisSpan], low: int, high: int, width: int
) -> tuple[int, int]:
    """Return the range widened by the spans that it cuts, and by adjacent ones of ``width``."""
    spans = list(found)
    while True:
        wider = [s for s in spans if s.crosses(low, high) or _beside(s, low, high, width)]
        if not wider:
            return low, high
        low = min(low, *(s.start for s in wider))
        high = max(high, *(s.end for s in wider))


def _beside(span: EmphasisSpan, low: int, high: int, width: int) -> bool:
    return span.width == width and (span.end == low or span.start == high)


def _flanks(text: str, run: _Run) -> tuple[bool, bool]:
    """Return whether a run can open and whether it can close emphasis."""
    before, after = text[run.start - 1 : run.start] or " ", text[run.end : run.end + 1] or " "
    opens, closes = not after.isspace(), not before.isspace()
    if run.mark == "_":
        return opens and not _is_word(before), closes and not _is_word(after)
    return opens, closes


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
