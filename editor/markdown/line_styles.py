"""Looks of one line of Markdown in an editor: its marks, and what they make of the text.

Approximate, as an editor shows a text that is being written: each line is read by itself.
"""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from editor.markdown.emphasis import BOLD, emphasis_spans
from editor.markdown.scanner.code_spans import code_spans, tick_count
from editor.markdown.scanner.inline import LINK
from editor.markdown.scanner.lines import PREFIX
from editor.markdown.scanner.tokens import mask

_TAG = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>")
_COMMENT = re.compile(r"<!--.*?-->")
_MARKUP = re.compile(r"[*_`\[#<>\\]")
_PREFIX_MARK = re.compile(r"(?P<quote>>[ \t]?)|(?P<heading>#{1,6}[ \t]+)|[-*+\d.)]+[ \t]+")


class LineStyle(Enum):
    """Look of a part of a line."""

    MARK = auto()
    """Mark whose effect is seen in the text, so that it can be hidden."""
    QUOTE_MARK = auto()
    """Mark of a quote, which nothing else shows."""
    SOFT = auto()
    """What says more than its effect shows: marks of lists, images, comments."""
    HEADING = auto()
    BOLD = auto()
    ITALIC = auto()
    CODE = auto()
    QUOTE = auto()
    LINK = auto()


class StyledSpan(NamedTuple):
    """A part of a line with its look; positions are characters of the line."""

    start: int
    end: int
    style: LineStyle


def line_styles(line: str) -> list[StyledSpan]:
    """Return the looks of ``line``; they overlap where several apply."""
    prefix = PREFIX.match(line)
    end = prefix.end() if prefix and prefix[0].strip() else 0
    if not end and not _MARKUP.search(line):
        return []
    spans = [*_prefix_styles(line, end), *_inline_styles(line, end)]
    return [span for span in spans if span.start < span.end]


def _prefix_styles(line: str, end: int) -> Iterator[StyledSpan]:
    for match in _PREFIX_MARK.finditer(line, 0, end):
        if match["quote"]:
            yield StyledSpan(*match.span(), LineStyle.QUOTE_MARK)
            yield StyledSpan(match.end(), len(line), LineStyle.QUOTE)
        elif match["heading"]:
            yield StyledSpan(*match.span(), LineStyle.MARK)
            yield StyledSpan(match.end(), len(line), LineStyle.HEADING)
        else:
            yield StyledSpan(*match.span(), LineStyle.SOFT)


def _inline_styles(line: str, begin: int) -> Iterator[StyledSpan]:
    codes, escapes = code_spans(line)
    for start, end in codes:
        ticks = tick_count(line[start:end])
        yield StyledSpan(start, start + ticks, LineStyle.MARK)
        yield StyledSpan(start + ticks, end - ticks, LineStyle.CODE)
        yield StyledSpan(end - ticks, end, LineStyle.MARK)
    for at in escapes:
        yield StyledSpan(at, at + 1, LineStyle.MARK)
    for span in emphasis_spans(line):
        if span.width and span.start >= begin:
            style = LineStyle.BOLD if span.width == BOLD else LineStyle.ITALIC
            yield StyledSpan(span.start, span.inner, LineStyle.MARK)
            yield StyledSpan(span.inner, span.inner_end, style)
            yield StyledSpan(span.inner_end, span.end, LineStyle.MARK)
    rest = mask(line, [*codes, *((at, at + 2) for at in escapes)])
    for tag in _TAG.finditer(rest):
        yield StyledSpan(*tag.span(), LineStyle.MARK)
    for comment in _COMMENT.finditer(rest):
        yield StyledSpan(*comment.span(), LineStyle.SOFT)
    yield from _link_styles(rest)


def _link_styles(line: str) -> Iterator[StyledSpan]:
    for match in LINK.finditer(line):
        if not match["target"]:
            continue
        if match[0].startswith("!") or not match["text"].strip():
            yield StyledSpan(*match.span(), LineStyle.SOFT)
            continue
        yield StyledSpan(match.start(), match.start("text"), LineStyle.MARK)
        yield StyledSpan(*match.span("text"), LineStyle.LINK)
        yield StyledSpan(match.end("text"), match.end(), LineStyle.MARK)
