"""Values that the passes over a Markdown text hand to each other. All positions are code points."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

MARK = "\x02"
"""Stands for what an earlier step has settled; never part of a normalised text.

It is neither a word character nor white space, so that the next step sees an opaque character.
"""


LABEL_LIMIT = 999
"""Code points that a label of a link has at most (CommonMark 0.31, 4.7)."""


class SourceLine(NamedTuple):
    """A line, or the rest of one after its list or quote marks; ``start`` is its position."""

    start: int
    text: str

    def cut(self, length: int) -> "SourceLine":
        """Return the line without its first ``length`` characters."""
        return SourceLine(self.start + length, self.text[length:])

    def head(self, length: int) -> "SourceLine":
        """Return the line's first ``length`` characters."""
        return SourceLine(self.start, self.text[:length])

    def lstrip(self) -> "SourceLine":
        """Return the line without the spaces before it."""
        return self.cut(len(self.text) - len(self.text.lstrip(" ")))

    def rstrip(self) -> "SourceLine":
        """Return the line without the spaces after it."""
        return SourceLine(self.start, self.text.rstrip(" "))

    def strip(self) -> "SourceLine":
        """Return the line without the spaces around it."""
        return self.lstrip().rstrip()


class BlockKind(Enum):
    """Kind of a block with text of its own."""

    PARAGRAPH = auto()
    HEADING = auto()
    CELL = auto()
    """Cell of a table."""
    TERM = auto()
    """Term of a list of definitions."""
    HTML = auto()
    """Raw HTML, in which Markdown means nothing."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block with text of its own, without the marks around it."""

    lines: tuple[SourceLine, ...]
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    """Level of a heading, 1 to 6."""


@dataclass(frozen=True, slots=True)
class DefinedLabels:
    """Definitions of a document: link labels in the form that is compared, and footnotes."""

    links: frozenset[str] = frozenset()
    footnotes: frozenset[str] = frozenset()

    def __or__(self, other: "DefinedLabels") -> "DefinedLabels":
        """Return the labels that either of them defines."""
        return DefinedLabels(self.links | other.links, self.footnotes | other.footnotes)


def mask(text: str, ranges: list[tuple[int, int]]) -> str:
    """Return ``text`` with every range overwritten by MARK; of two that overlap, the first."""
    if not ranges:
        return text
    parts: list[str] = []
    last = 0
    for start, end in sorted(ranges):
        if start >= last:
            parts += text[last:start], MARK * (end - start)
            last = end
    return "".join([*parts, text[last:]])


def normalise_label(text: str) -> str:
    """Return the form in which the labels of links are compared."""
    return " ".join(text[:LABEL_LIMIT].lower().split())
