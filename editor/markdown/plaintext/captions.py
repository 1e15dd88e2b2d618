"""Decides whether the description of an image is part of the sentence that it stands in."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from editor.markdown.plaintext.links import Link
from editor.markdown.plaintext.tokens import PARAGRAPH, Kind, Piece


def with_captions(found: list[Piece], text: str, links: list[Link]) -> list[Piece]:
    """Give an image's description a paragraph of its own, unless prose surrounds it on its line.

    A picture at the start, at the end or on a line of its own is no part of the sentences beside
    it; one inside of a line, such as an icon, is read where it stands.
    """
    images = _outermost(link for link in links if link.image)
    if not images:
        return found
    prose = _prose(found, text, images)
    newlines = [-1, *(match.start() for match in re.finditer("\n", text)), len(text)]
    apart: set[int] = set()
    for start, close, end in images:
        line = newlines[bisect_right(newlines, start) - 1], newlines[bisect_left(newlines, end)]
        before, behind = bisect_left(prose, start), bisect_left(prose, end)
        alone = bisect_left(prose, line[0]) == bisect_left(prose, line[1])
        if alone or before == 0 or behind == len(prose):
            apart |= {start, close}
    return [
        piece._replace(text=PARAGRAPH) if piece.start in apart and not piece.text else piece
        for piece in found
    ]


def _outermost(images: Iterable[Link]) -> list[tuple[int, int, int]]:
    spans: list[tuple[int, int, int]] = []
    for image in images:
        if not spans or image.start > spans[-1][2]:
            spans.append((image.start - 1, image.close, image.end))
    return spans


def _prose(found: list[Piece], text: str, images: list[tuple[int, int, int]]) -> list[int]:
    """Return where outside of images something is read."""
    starts = [start for start, _, _ in images]

    def is_read(piece: Piece) -> bool:
        index = bisect_right(starts, piece.start) - 1
        if piece.kind is Kind.GAP or (index >= 0 and piece.start < images[index][2]):
            return False
        return piece.kind is not Kind.TEXT or not text[piece.start : piece.end].isspace()

    return [piece.start for piece in found if is_read(piece)]
