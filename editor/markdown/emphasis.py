"""Bold and italic text of a paragraph, for editing commands. All positions are code points."""

from collections.abc import Iterable
from typing import NamedTuple

from editor.markdown.scanner.code_spans import code_spans
from editor.markdown.scanner.emphasis import markers
from editor.markdown.scanner.tokens import mask

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


def emphasis_spans(paragraph: str) -> list[EmphasisSpan]:
    """Return the spans of ``paragraph``: code and escapes, then emphasis, inner before outer."""
    codes, escapes = code_spans(paragraph)
    literals = [*codes, *((position, position + 2) for position in escapes)]
    marks = markers(mask(paragraph, literals))
    return [
        *(EmphasisSpan(start, start, end, end) for start, end in literals),
        # Markers come in pairs.
        *(
            EmphasisSpan(opening.start, opening.end, *closing[:2])
            for opening, closing in zip(marks, marks, strict=True)
        ),
    ]


def widen_to_spans(
    candidates: Iterable[EmphasisSpan], low: int, high: int, width: int
) -> tuple[int, int]:
    """Return the range widened by the spans that it cuts, and by adjacent ones of ``width``."""
    spans = list(candidates)
    while True:
        wider = [s for s in spans if s.crosses(low, high) or _beside(s, low, high, width)]
        if not wider:
            return low, high
        low = min(low, *(s.start for s in wider))
        high = max(high, *(s.end for s in wider))


def _beside(span: EmphasisSpan, low: int, high: int, width: int) -> bool:
    return span.width == width and (span.end == low or span.start == high)
