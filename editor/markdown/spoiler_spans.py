"""Spoilers of a text: passages that the page shows folded, as ``details`` elements."""

import re
from typing import NamedTuple

_SPOILER = re.compile(
    r"(?P<head><details markdown=\"1\">\s*<summary>(?P<label>[^\n]*)</summary>)\n+"
    r"(?P<body>.*?)\n*(?P<foot></details>)",
    re.DOTALL,
)


class SpoilerSpan(NamedTuple):
    """Whole lines from ``start`` to ``end``, with the text between ``body`` and ``body_end``.

    All positions are code points.
    """

    start: int
    head_end: int
    body: int
    body_end: int
    foot: int
    end: int
    label: str
    """Words that the page shows while the spoiler is folded."""

    def holds(self, low: int, high: int) -> bool:
        """Return whether all of the range is in the spoiler or at its edges."""
        return self.start <= low and high <= self.end


def spoiler_spans(text: str) -> list[SpoilerSpan]:
    """Return the spoilers of ``text`` in order; one that is not closed is none."""
    if "<details" not in text:
        return []
    return [
        SpoilerSpan(
            match.start(),
            match.end("head"),
            match.start("body"),
            match.end("body"),
            match.start("foot"),
            match.end(),
            match["label"],
        )
        for match in _SPOILER.finditer(text)
    ]
