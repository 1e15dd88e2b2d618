"""How what is typed divides into steps that undo goes back: by words, and where deleting begins."""

from PySide6.QtGui import QTextDocument

_SHORT = 2
"""What one key puts in or takes away at most, in UTF-16 units: an emoji."""


def is_short(removed: int, added: int) -> bool:
    """Tell whether an edit is no more than a key does; lengths are in UTF-16 units."""
    return max(removed, added) <= _SHORT and 0 in (removed, added)


class Steps:
    """Follows the edits of one document."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._deleting = False

    def begins(self, position: int, *, deleting: bool) -> bool:
        """Tell whether a step begins with the edit that was made at ``position``."""
        switched, self._deleting = deleting != self._deleting, deleting
        before = self._document.characterAt(position - 1) if position else " "
        here = self._document.characterAt(position)
        return switched or (not deleting and before.isspace() and not here.isspace())
