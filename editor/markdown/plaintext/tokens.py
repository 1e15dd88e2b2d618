"""Pieces of the plain text: prose, and replacements of markup, entities and code.

All positions are code points.
"""

from enum import Enum, auto
from typing import NamedTuple

PARAGRAPH = "\n\n"
"""Separates blocks in the plain text."""


class SegmentKind(Enum):
    """Kind of a piece of the plain text."""

    TEXT = auto()
    """Characters of the writer."""
    ENTITY = auto()
    """Text that the writer has written otherwise: an HTML entity, a ligature, an accent apart."""
    PLACEHOLDER = auto()
    """A noun in place of code or an address, which are not checked."""
    GAP = auto()
    """Markup: nothing, or white space that separates the text on both sides."""


# Tuples and not dataclasses: a long text has tens of thousands of them.
class InlinePiece(NamedTuple):
    """Replacement of the characters from ``start`` to ``end``; ``text`` is empty for TEXT."""

    start: int
    end: int
    kind: SegmentKind
    text: str = ""
