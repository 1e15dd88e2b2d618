"""Boundaries of undo steps while a writer types."""

from enum import Enum, auto

from PySide6.QtGui import QTextDocument

_SINGLE_KEY = 2
"""UTF-16 units that one key inserts or deletes at most: an emoji."""


class UndoStep(Enum):
    """Undo step of an edit that the program makes while the writer types."""

    OWN = auto()
    """It is one by itself."""
    FIRST = auto()
    """It begins one that what is typed next belongs to."""
    JOINED = auto()
    """It belongs to that of what was typed before."""


def is_single_key(removed: int, added: int) -> bool:
    """Return whether an edit is no larger than one key makes it; lengths are in UTF-16 units."""
    return max(removed, added) <= _SINGLE_KEY and 0 in (removed, added)


class UndoBoundaries:
    """Follows the edits of one document: a step for each word, and one for deleting."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._deleting = False

    def begins_step(self, position: int, *, deleting: bool) -> bool:
        """Return whether a step begins with the edit that was made at ``position``."""
        switched, self._deleting = deleting != self._deleting, deleting
        before = self._document.characterAt(position - 1) if position else " "
        here = self._document.characterAt(position)
        return switched or (not deleting and before.isspace() and not here.isspace())
