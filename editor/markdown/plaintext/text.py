"""Plain text of Markdown for a checker, with an offset map back to the Markdown.

LanguageTool reads plain text, and its findings are shown in the Markdown. Therefore markup is left
out, code and addresses become a noun that no rule objects to, blocks are separated by a blank line,
descriptions of images and notes inside a sentence stand behind their block, and segments map every
position of the plain text to the Markdown. Prose is what the renderer (``editor.markdown.render``)
prints as text, without the marks that are meant for other programs, and in composed letters.

All positions are code points, all spans half open. Both directions use binary search.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from itertools import pairwise
from operator import or_
from typing import NamedTuple

from editor.markdown.plaintext.inline_parser import inline_pieces
from editor.markdown.plaintext.letters import odd_letters
from editor.markdown.plaintext.tokens import PARAGRAPH, InlinePiece, SegmentKind
from editor.markdown.scanner.normalise import NormalisedText
from editor.markdown.scanner.scan import parse
from editor.markdown.scanner.templates import mask_templates
from editor.markdown.scanner.tokens import DefinedLabels

__all__ = [
    "DefinedLabels",
    "PlainText",
    "SegmentKind",
    "TextSegment",
    "defined_labels",
    "plain_text",
]

_GAPS = ("", " ", "\n", PARAGRAPH)
_SPACES = " \t"


# A tuple and not a dataclass: a long text has tens of thousands of them.
class TextSegment(NamedTuple):
    """A span of the plain text and its source in the Markdown.

    For TEXT both are the same characters; an entity or a placeholder stands for its whole source.
    Between segments there is markup in the Markdown and inserted white space in the plain text.
    """

    start: int
    end: int
    source: int
    source_end: int
    kind: SegmentKind

    def source_at(self, place: int) -> int | None:
        """Return the position in the Markdown of one in this segment, None inside an entity."""
        if self.kind is SegmentKind.TEXT or place == self.start:
            return self.source + place - self.start
        return self.source_end if place == self.end else None

    def plain_at(self, source: int) -> int | None:
        """Return the position in the plain text of one in the source, None inside an entity."""
        if self.kind is SegmentKind.TEXT or source == self.source:
            return self.start + source - self.source
        return self.end if source == self.source_end else None


@dataclass(frozen=True, slots=True)
class PlainText:
    """Text for the checker, and the segments that map it to the Markdown."""

    text: str
    segments: tuple[TextSegment, ...]
    """Ascending in the plain text; without overlap there and in the Markdown."""
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _by_source: tuple[TextSegment, ...] = field(init=False, repr=False, compare=False)
    _sources: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Computed once, since a checker maps many spans.
        object.__setattr__(self, "_starts", tuple(part.start for part in self.segments))
        by_source = tuple(sorted(self.segments, key=lambda part: part.source))
        object.__setattr__(self, "_by_source", by_source)
        object.__setattr__(self, "_sources", tuple(part.source for part in by_source))

    def source_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the span of the Markdown for a span of the plain text.

        It runs from the writer's first to their last character, with the markup in between. Returns
        None when a placeholder is touched, no character of the span is the writer's, or its
        words are not in this order in the Markdown. An empty span stays directly after the
        character before it.
        """
        if start == end:
            place = self._source_place(start)
            return None if place is None else (place, place)
        high = bisect_left(self._starts, end)
        low = max(0, bisect_right(self._starts, start) - 1)
        touched = [part for part in self.segments[low:high] if part.end > start]
        if not touched or any(part.kind is SegmentKind.PLACEHOLDER for part in touched):
            return None
        if any(part.source > after.source for part, after in pairwise(touched)):
            return None
        first, last = touched[0], touched[-1]
        source, source_end = (
            first.source_at(max(start, first.start)),
            last.source_at(min(end, last.end)),
        )
        # A part of an entity that stands for two characters counts as all of it.
        return (
            first.source if source is None else source,
            last.source_end if source_end is None else source_end,
        )

    def plain_offset(self, source: int) -> int | None:
        """Return the position in the plain text of one in the Markdown, None inside markup.

        A position is between characters; directly before or after the writer's text it belongs to
        the text.
        """
        index = bisect_right(self._sources, source) - 1
        if index < 0 or source > self._by_source[index].source_end:
            return None
        return self._by_source[index].plain_at(source)

    def _source_place(self, start: int) -> int | None:
        index = bisect_left(self._starts, start)
        if index and start <= self.segments[index - 1].end:
            return self.segments[index - 1].source_at(start)
        if index < len(self.segments) and self._starts[index] == start:
            return self.segments[index].source
        return None


def defined_labels(*texts: str) -> DefinedLabels:
    """Return the labels of links and footnotes that any of ``texts``, parts of a file, defines."""
    defined = (parse(NormalisedText(text).text).labels for text in texts if "]:" in text)
    return reduce(or_, defined, DefinedLabels())


def plain_text(markdown: str, elsewhere: DefinedLabels | None = None) -> PlainText:
    """Return the plain text of ``markdown``, a text without front matter.

    ``elsewhere`` are the labels that other parts of the file define. Accepts any text: what is not
    markup is prose. Takes time in proportion to the length.
    """
    normal = NormalisedText(markdown)
    scanned = parse(mask_templates(normal.text))
    labels = scanned.labels | elsewhere if elsewhere else scanned.labels
    writer = _Writer(markdown, normal)
    for block in scanned.blocks:
        writer.gap(PARAGRAPH)
        writer.write(inline_pieces(block, labels))
    return writer.result()


class _Writer:
    """Joins the pieces. Inserted white space never doubles the writer's."""

    def __init__(self, source: str, normal: NormalisedText) -> None:
        self._source = source
        self._normal = normal
        self._parts: list[str] = []
        self._segments: list[TextSegment] = []
        self._length = 0
        self._gap = ""

    def write(self, pieces: Iterable[InlinePiece]) -> None:
        """Append ``pieces``."""
        for piece in pieces:
            if piece.kind is SegmentKind.GAP:
                self.gap(piece.text)
                continue
            spans = list(self._normal.origins(piece.start, piece.end))
            if piece.kind is not SegmentKind.TEXT:
                self._append(piece.text, spans[0][0], spans[-1][1], piece.kind)
                continue
            for start, end in spans:
                self._text(start, end)

    def gap(self, text: str) -> None:
        """Separate the next piece from the last one, by the widest of several gaps."""
        if text:
            self._trim()
        self._gap = max(self._gap, text, key=_GAPS.index)

    def result(self) -> PlainText:
        """Return the plain text of all pieces so far."""
        self._trim()
        return PlainText("".join(self._parts), tuple(self._segments))

    def _text(self, start: int, end: int) -> None:
        for odd in odd_letters(self._source, start, end):
            self._letters(start, odd.start)
            if odd.letters:
                self._append(odd.letters, odd.start, odd.end, SegmentKind.ENTITY)
            start = odd.end
        self._letters(start, end)

    def _letters(self, start: int, end: int) -> None:
        text = self._source[start:end]
        if self._gap or (self._parts and self._parts[-1][-1] in _SPACES):
            text = text.lstrip(_SPACES)
        if text:
            self._append(text, end - len(text), end, SegmentKind.TEXT)

    def _append(self, text: str, start: int, end: int, kind: SegmentKind) -> None:
        if self._gap and self._parts:
            self._parts.append(self._gap)
            self._length += len(self._gap)
        self._gap = ""
        self._parts.append(text)
        self._segments.append(TextSegment(self._length, self._length + len(text), start, end, kind))
        self._length += len(text)

    def _trim(self) -> None:
        while self._segments and self._segments[-1].kind is SegmentKind.TEXT:
            text = self._parts[-1].rstrip(_SPACES)
            cut = len(self._parts[-1]) - len(text)
            if not cut:
                return
            last = self._segments.pop()
            self._parts.pop()
            self._length -= cut
            if text:
                self._parts.append(text)
                self._segments.append(
                    last._replace(end=last.end - cut, source_end=last.source_end - cut)
                )
