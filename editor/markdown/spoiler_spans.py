"""Spoilers of a text: passages that the page shows folded, as ``details`` elements."""

import re
from typing import NamedTuple

_SPOILER = re.compile(
    r"(?P<head><details markdown=\"1\">\s*<summary>(?P<label>[^\n]*)</summary>)\n{1,2}"
    r"(?P<body>[^<]*(?:<(?!/?details\b)[^<]*)*)(?P<foot></details>)"
)
_FEEDS_AT_END = 2
"""Line feeds before the end tag that are no part of the text: those of a blank line."""

_TAGS = ('<details markdown="1">', "</details>")


class SpoilerSpan(NamedTuple):
    """A spoiler from ``start`` to ``end``, with its text from ``body`` to ``body_end``.

    Its head is before the text and ends at ``head_end``, its end tag begins at ``foot``. All
    positions are code points.
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
    """Return the spoilers of ``text`` in order.

    One that is not closed is none, nor is one with another element ``details`` in it.
    """
    if "<details" not in text:
        return []
    return [_span(match) for match in _SPOILER.finditer(text)]


def _span(match: re.Match[str]) -> SpoilerSpan:
    body = match["body"]
    feeds = min(len(body) - len(body.rstrip("\n")), _FEEDS_AT_END)
    return SpoilerSpan(
        match.start(),
        match.end("head"),
        match.start("body"),
        match.end("body") - feeds,
        match.start("foot"),
        match.end(),
        match["label"],
    )


def has_own_lines(text: str, span: SpoilerSpan) -> bool:
    """Return whether head, text and end of ``span`` are lines of their own."""
    before, after = text[: span.start], text[span.end :]
    return (
        before[-1:] in ("", "\n")
        and after[:1] in ("", "\n")
        and text[span.body_end : span.foot].count("\n") > 0
    )


def is_spoiler_tag(line: str) -> bool:
    """Return whether ``line`` is the head or the end of a spoiler, and no text of the writer."""
    return line.lstrip(" ").startswith(_TAGS)
