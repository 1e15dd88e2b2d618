"""Recognition of the undo and redo keys, which every field leaves to the window."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def is_history_key(event: QEvent) -> bool:
    """Return whether ``event`` is a key event for undo or redo."""
    standard = QKeySequence.StandardKey
    return isinstance(event, QKeyEvent) and (
        event.matches(standard.Undo) or event.matches(standard.Redo)
    )
