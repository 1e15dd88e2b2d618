"""Descriptions of images and notes inside a sentence, which are paragraphs of their own."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from editor.markdown.plaintext.tokens import PARAGRAPH, InlinePiece, SegmentKind

Span = tuple[int, int]


def with_asides_last(
    pieces: list[InlinePiece], text: str, spans: Iterable[Span]
) -> list[InlinePiece]:
    """Return ``pieces`` with those of each aside behind the others, as a paragraph of its own.

    ``spans`` are those of the asides, marks included, in code points of ``text``; one may contain
    another. The sentence around an aside goes on where the aside was, but an aside that
    has a line to itself separates the lines before and after it.
    """
    spans = sorted(set(spans), key=lambda span: (span[0], -span[1]))
    if not spans:
        return pieces
    main: list[InlinePiece] = []
    asides: list[list[InlinePiece]] = [[] for _ in spans]
    opened, around = 0, [main]
    ends = [len(text)]
    for piece in pieces:
        while opened < len(spans) and spans[opened][0] <= piece.start:
            around.append(asides[opened])
            ends.append(spans[opened][1])
            opened += 1
        while len(around) > 1 and piece.start >= ends[-1]:
            around.pop()
            ends.pop()
        around[-1].append(piece)
    main = sorted([*main, *_paragraph_gaps(main, text, spans)], key=lambda piece: piece.start)
    for (start, _), aside in zip(spans, asides, strict=True):
        main += [InlinePiece(start, start, SegmentKind.GAP, PARAGRAPH), *aside]
    return main


def _paragraph_gaps(main: list[InlinePiece], text: str, spans: list[Span]) -> Iterator[InlinePiece]:
    """Yield a gap for each of ``spans`` on whose lines nothing of ``main`` is read."""
    prose = [piece.start for piece in main if _is_read(piece, text)]
    newlines = [-1, *(match.start() for match in re.finditer("\n", text)), len(text)]
    for start, end in spans:
        first = newlines[bisect_right(newlines, start) - 1]
        last = newlines[bisect_left(newlines, end)]
        if bisect_left(prose, first) == bisect_left(prose, last):
            yield InlinePiece(start, start, SegmentKind.GAP, PARAGRAPH)


def _is_read(piece: InlinePiece, text: str) -> bool:
    if piece.kind is SegmentKind.TEXT:
        return not text[piece.start : piece.end].isspace()
    return piece.kind is not SegmentKind.GAP
