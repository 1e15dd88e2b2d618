"""Pieces of inline text: prose, and characters of which something else becomes.

All positions are code points.
"""

from enum import Enum, auto
from typing import NamedTuple

PARAGRAPH = "\n\n"
"""Separates blocks in the plain text."""


class SegmentKind(Enum):
    """What a piece of the checker's text is."""

    TEXT = auto()
    """The writer's own characters."""
    ENTITY = auto()
    """A character that the writer has written as an HTML entity."""
    PLACEHOLDER = auto()
    """A noun in place of something that is not checked."""
    GAP = auto()
    """Markup: nothing, or the white space that separates what stands beside it."""


# Tuples and not dataclasses: a long text has tens of thousands of them.
class InlinePiece(NamedTuple):
    """What becomes of the characters from ``start`` to ``end``; ``text`` is empty for TEXT."""

    start: int
    end: int
    kind: SegmentKind
    text: str = ""
