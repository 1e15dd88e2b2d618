"""Descriptions of images, which are not part of the sentences next to them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from editor.markdown.plaintext.links import InlineLink
from editor.markdown.plaintext.tokens import PARAGRAPH, InlinePiece, SegmentKind


def with_captions(
    pieces: list[InlinePiece], text: str, links: list[InlineLink]
) -> list[InlinePiece]:
    """Make the description of an image a paragraph of its own unless it is inside a line of prose.

    An image at the start, at the end or on a line of its own is not part of the sentences next to
    it; one inside a line, such as an icon, is read in place.
    """
    images = _outermost(sorted(link for link in links if link.image))
    if not images:
        return pieces
    prose = _prose(pieces, text, images)
    newlines = [-1, *(match.start() for match in re.finditer("\n", text)), len(text)]
    apart: set[int] = set()
    for start, close, end in images:
        line = newlines[bisect_right(newlines, start) - 1], newlines[bisect_left(newlines, end)]
        before, after = bisect_left(prose, start), bisect_left(prose, end)
        alone = bisect_left(prose, line[0]) == bisect_left(prose, line[1])
        if alone or before == 0 or after == len(prose):
            apart |= {start, close}
    return [
        piece._replace(text=PARAGRAPH) if piece.start in apart and not piece.text else piece
        for piece in pieces
    ]


def _outermost(images: Iterable[InlineLink]) -> list[tuple[int, int, int]]:
    spans: list[tuple[int, int, int]] = []
    for image in images:
        if not spans or image.start > spans[-1][2]:
            spans.append((image.start - 1, image.close, image.end))
    return spans


def _prose(pieces: list[InlinePiece], text: str, images: list[tuple[int, int, int]]) -> list[int]:
    """Return the starts of the pieces outside of images that are read."""
    starts = [start for start, _, _ in images]

    def is_read(piece: InlinePiece) -> bool:
        index = bisect_right(starts, piece.start) - 1
        if piece.kind is SegmentKind.GAP or (index >= 0 and piece.start < images[index][2]):
            return False
        return piece.kind is not SegmentKind.TEXT or not text[piece.start : piece.end].isspace()

    return [piece.start for piece in pieces if is_read(piece)]
