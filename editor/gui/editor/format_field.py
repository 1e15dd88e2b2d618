"""Text field as the assistance for typing sees it."""

from typing import Protocol

from editor.gui.editor.undo_boundaries import UndoStep


class FormatField(Protocol):
    """A text field that counts in code points."""

    @property
    def text(self) -> str:
        """The Markdown that is shown."""

    def selection(self) -> tuple[int, int]:
        """Return start and end of the selection."""

    def select(self, start: int, end: int) -> None:
        """Select a range."""

    def move_cursor(self, place: int, *, selecting: bool) -> None:
        """Move the cursor, and with ``selecting`` the end of the selection with it."""

    def cursor_place(self) -> int:
        """Return the position of the cursor, at one of the ends of the selection."""

    def replace(self, start: int, end: int, text: str, step: UndoStep = UndoStep.OWN) -> None:
        """Replace a range."""
