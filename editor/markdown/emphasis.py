"""Where a paragraph of Markdown is bold or italic: pairs of asterisks or underscores.

After „Emphasis and strong emphasis“ of the CommonMark specification, as far as an editor's commands
need it. Code and escaped characters hold no marks. All positions are code points.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

_TOKEN = re.compile(
    r"\\.|(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)|(?P<run>\*+|_+)", re.DOTALL
)


BOLD, ITALIC = 2, 1
"""Width of the marks, in characters."""


class EmphasisSpan(NamedTuple):
    """A marked stretch with its marks; ``inner`` to ``inner_end`` is what they mark."""

    start: int
    inner: int
    inner_end: int
    end: int

    @property
    def width(self) -> int:
        """Length of the mark: 1 is italic, 2 is bold, 0 is code or an escape."""
        return self.inner - self.start

    def moved(self, by: int) -> "EmphasisSpan":
        """Return the span ``by`` characters further on."""
        return EmphasisSpan(*(place + by for place in self))

    def holds(self, low: int, high: int) -> bool:
        """Whether all of the stretch is marked."""
        return self.inner <= low and high <= self.inner_end

    def within(self, low: int, high: int) -> bool:
        """Whether the stretch has all of the span."""
        return low <= self.start and self.end <= high

    def crosses(self, low: int, high: int) -> bool:
        """Whether an edge of the stretch cuts the span so that neither holds the other."""
        apart = high <= self.start or self.end <= low
        inside = self.width > 0 and self.holds(low, high)
        return not (apart or inside or self.within(low, high))


class _Run(NamedTuple):
    """Marks of one kind in a row that are still to be paired."""

    mark: str
    start: int
    end: int


def emphasis_spans(paragraph: str) -> list[EmphasisSpan]:
    """Return the spans of ``paragraph``, inner ones before outer ones."""
    found: list[EmphasisSpan] = []
    opened: list[_Run] = []
    for match in _TOKEN.finditer(paragraph):
        if match["run"] is None:
            found.append(EmphasisSpan(match.start(), match.start(), match.end(), match.end()))
            continue
        run = _Run(match[0][0], *match.span())
        opens, closes = _flanks(paragraph, run)
        rest = _paired(run, opened, found) if closes else run
        if opens and rest.start < rest.end:
            opened.append(rest)
    return found


def _paired(run: _Run, opened: list[_Run], found: list[EmphasisSpan]) -> _Run:
    """Pair ``run`` with what is open; return what is left of it."""
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
    """Return the stretch with all of the spans that it cuts, and those of ``width`` beside it."""
    kept = list(found)
    while True:
        wider = [s for s in kept if s.crosses(low, high) or _beside(s, low, high, width)]
        if not wider:
            return low, high
        low = min(low, *(s.start for s in wider))
        high = max(high, *(s.end for s in wider))


def _beside(span: EmphasisSpan, low: int, high: int, width: int) -> bool:
    return span.width == width and (span.end == low or span.start == high)


def _flanks(text: str, run: _Run) -> tuple[bool, bool]:
    """Return whether a run can open and whether it can close."""
    before, after = text[run.start - 1 : run.start] or " ", text[run.end : run.end + 1] or " "
    opens, closes = not after.isspace(), not before.isspace()
    if run.mark == "_":
        return opens and not _is_word(before), closes and not _is_word(after)
    return opens, closes


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"
