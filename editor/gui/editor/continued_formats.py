"""Formats that go on behind a blank at their end, which stands behind their marks meanwhile."""

from collections.abc import Callable
from typing import NamedTuple

from editor.gui.editor.format_field import FormatField
from editor.gui.editor.undo_boundaries import UndoStep
from editor.markdown.selection import CommandEdit


class _Place(NamedTuple):
    """The text, and the cursor after the blanks.

    The marks that end the formats begin at ``marks``, and the blanks behind them at ``blanks``.
    """

    text: str
    cursor: int
    marks: int
    blanks: int
    formats: frozenset[str]


class ContinuedFormats:
    """Gives the next letter the formats before the blanks, as long as nothing else is done."""

    def __init__(
        self, field: FormatField, apply: Callable[[CommandEdit, UndoStep], object]
    ) -> None:
        self._field = field
        self._apply = apply
        self._place: _Place | None = None

    @property
    def formats(self) -> frozenset[str] | None:
        """The formats of the next letter; None when there are none to continue.

        That is so as well when the cursor or the text is another one.
        """
        place, field = self._place, self._field
        if place is None or field.selection() != (place.cursor, place.cursor):
            return None
        return place.formats if place.text == field.text else None

    def begin(self, marks: int, blanks: int, formats: list[str]) -> None:
        """Continue ``formats`` at the cursor; see ``_Place`` for the positions."""
        cursor = self._field.selection()[0]
        self._place = _Place(self._field.text, cursor, marks, blanks, frozenset(formats))

    def end(self) -> None:
        """Continue nothing."""
        self._place = None

    def type(self, character: str) -> bool:
        """Take up ``character`` if it is all that was typed since then; return whether it is."""
        place, text, at = self._place, self._field.text, self._field.selection()[0]
        if place is None or text != place.text[: at - 1] + character + place.text[at - 1 :]:
            return False
        if at == place.cursor + 1:
            self.take_up(character)
        return True

    def take_up(self, character: str = "") -> None:
        """Bring the blanks and ``character`` behind them before the marks; more blanks wait."""
        place = self._place
        if place is None:
            return
        typed = place.cursor + len(character)
        if character.isspace():
            self._place = place._replace(text=self._field.text, cursor=typed)
            return
        self._place = None
        marks = place.text[place.marks : place.blanks]
        blanks = place.text[place.blanks : place.cursor]
        new = blanks + character + marks
        cursor = place.marks + len(blanks) + len(character)
        self._apply(CommandEdit(place.marks, typed, new, (cursor, cursor)), UndoStep.JOINED)

    def delete_blank(self) -> bool:
        """Delete the last blank; return False where no formats are continued."""
        place = self._place
        if place is None or self.formats is None:
            return False
        at = place.cursor - 1
        more = at > place.blanks
        cursor = at if more else place.marks
        self._apply(CommandEdit(at, at + 1, "", (cursor, cursor)), UndoStep.FIRST)
        self._place = place._replace(text=self._field.text, cursor=at) if more else None
        return True
