"""Bold, italic and code while typing: their actions, and the keys that meet their marks.

A writer who uses an action, types, and uses it again gets text of the format, as in a word
processor. Its marks are in pairs at every moment: a blank typed at the end of the format stands
behind the marks until a letter follows, and a pair in which nothing was typed goes when the cursor
leaves it.
"""

from collections.abc import Collection

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from editor.gui.editor.continued_formats import ContinuedFormats
from editor.gui.editor.format_field import FormatField
from editor.gui.editor.undo_boundaries import UndoStep
from editor.markdown import inline_commands, mark_edges
from editor.markdown.mark_deletion import delete_selection
from editor.markdown.selection import CommandEdit

FORMATS = {
    "bold": inline_commands.bold,
    "italic": inline_commands.italic,
    "code": inline_commands.code,
}
"""Commands by the verbs of their actions."""
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class FormatKeys:
    """Handles the format actions and keys of one field."""

    def __init__(self, field: FormatField) -> None:
        self._field = field
        self._continued = ContinuedFormats(field, self._apply)
        self._empty: tuple[str, int] | None = None
        """Text and cursor while the cursor is in a new pair of marks."""
        self._sign: tuple[str, int] | None = None
        """Text and cursor after a sign that was typed by hand, and that Backspace takes back."""
        self._applying = False
        self._text = ""
        """Text at the last motion of the cursor."""

    def formats(self) -> frozenset[str]:
        """Return the formats that the next letter has although it is typed behind their marks."""
        return self._continued.formats or frozenset()

    def toggle(self, verb: str) -> None:
        """Run the action ``verb``, one of ``FORMATS``."""
        text, (at, end) = self._field.text, self._field.selection()
        continued = self._continued.formats
        pairs = mark_edges.empty_formats(text, at) if at == end else []
        if continued is not None:
            self._continued.end()
            self._insert_pairs(continued ^ {verb})
        elif pairs:
            self._rebuild_pairs(pairs, verb)
        elif edit := FORMATS[verb](text, at, end):
            self._apply(edit, UndoStep.OWN if edit.start < edit.end else UndoStep.FIRST)
            self._note_pair()

    def handle_key(self, event: QKeyEvent) -> bool:
        """Handle a key at a mark; return False for every other key."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _STEPS and modifiers in (_NONE, _SHIFT):
            return self._step(_STEPS[Qt.Key(event.key())], selecting=modifiers == _SHIFT)
        return False

    def delete(self, by: int) -> bool:
        """Delete the selection, or the mark or blank before (``by`` -1) or after (1) the cursor.

        Returns False where no mark is touched.
        """
        text, (at, end) = self._field.text, self._field.selection()
        if at < end:
            return self._delete_selection()
        if by < 0 and self._continued.delete_blank():
            return True
        if self._sign == (text, at) and by < 0:
            return False
        pair = bool(mark_edges.empty_formats(text, at))
        edit = mark_edges.delete_mark(text, at, by)
        if edit is None:
            return False
        self._apply(edit, UndoStep.JOINED if pair else UndoStep.FIRST)
        self.tidy()
        return True

    def handle_typed(self, character: str) -> None:
        """Put ``character``, which was typed before the cursor, on the right side of the marks."""
        if self._continued.type(character):
            return
        self._continued.end()
        text, (at, _) = self._field.text, self._field.selection()
        self._sign = (text, at) if character in mark_edges.SIGNS else None
        if character.isspace():
            self._move_blanks()

    def make_room(self) -> None:
        """Delete a selection in which marks stand, before a letter takes its place.

        Where it is all the text of a format, the letter gets the format.
        """
        text, selection = self._field.text, self._field.selection()
        if selection[0] == selection[1]:
            return
        spans = mark_edges.format_spans(text, selection[0])
        if all((span.inner, span.inner_end) != selection for span in spans):
            self._delete_selection()

    def prepare(self, text: str) -> None:
        """Get ready for ``text`` that is pasted: in the format that is continued, if it can be."""
        self.make_room()
        if "\n" in text.strip("\n"):
            self.leave()
        elif self._continued.formats is not None:
            self._continued.take_up()

    def tidy(self) -> None:
        """Keep marks in pairs after an edit: no blank at their inner edge, no empty pair left."""
        if not self._move_blanks():
            self._note_pair()

    def cursor_moved(self) -> None:
        """Keep the cursor out of marks, and remove a pair that it has left without a letter."""
        if self._applying:
            return
        text, selection = self._field.text, self._field.selection()
        if self._empty and text != self._empty[0]:
            self._empty = None
        elif self._empty and selection != (self._empty[1],) * 2:
            self.leave()
        elif text is self._text and selection[0] == selection[1]:
            place = mark_edges.off_mark(text, selection[0])
            if place != selection[0]:
                self._field.move_cursor(place, selecting=False)
        self._text = self._field.text

    def leave(self) -> None:
        """Remove a pair of marks that has no letter in it yet."""
        if self._empty is None:
            return
        (text, at), self._empty = self._empty, None
        pairs = mark_edges.empty_formats(text, at) if text == self._field.text else []
        if not pairs:
            return
        start, end = pairs[-1].start, pairs[-1].end
        # Blanks before it may be all that is left of what was to be of the format around it.
        moved = mark_edges.move_blanks(text[:start] + text[end:], start)
        if moved:
            rest = text[end : end + moved.end - start]
            self._field.replace(moved.start, end + len(rest), moved.text, UndoStep.JOINED)
        else:
            self._field.replace(start, end, "", UndoStep.JOINED)

    # -- inside -----------------------------------------------------------------------------------

    def _rebuild_pairs(self, pairs: list[mark_edges.FormatSpan], verb: str) -> None:
        """Add ``verb`` to the formats of the empty ``pairs`` around the cursor, or remove it.

        A format that ends around them ends before them.
        """
        text, outer = self._field.text, pairs[-1]
        formats = {span.format for span in pairs}
        before = text[: outer.start].rstrip()
        ending = mark_edges.formats_ending(before + text[outer.end :], len(before))
        self._remove_pair(CommandEdit(outer.start, outer.end, "", (outer.start, outer.start)))
        if verb in ending and verb not in formats:
            self.toggle(verb)
            self._insert_pairs(formats)
        else:
            self._insert_pairs(formats ^ {verb})

    def _insert_pairs(self, formats: Collection[str]) -> None:
        step = UndoStep.FIRST
        for verb in (verb for verb in FORMATS if verb in formats):
            edit = mark_edges.insert_pair(self._field.text, self._field.selection()[0], verb)
            if edit:
                self._apply(edit, step)
                step = UndoStep.JOINED
        self._note_pair()

    def _note_pair(self) -> None:
        text, (at, end) = self._field.text, self._field.selection()
        pair = at == end and bool(mark_edges.empty_formats(text, at))
        self._empty = (text, at) if pair else None

    def _delete_selection(self) -> bool:
        selection = self._field.selection()
        edit = delete_selection(self._field.text, *selection)
        if edit is None:
            return False
        self._apply(edit, UndoStep.FIRST)
        self.tidy()
        return True

    def _remove_pair(self, edit: CommandEdit) -> None:
        self._apply(edit, UndoStep.JOINED)
        self.tidy()

    def _move_blanks(self) -> bool:
        """Move blanks around the cursor out of the format whose edge they are at."""
        text, (at, _) = self._field.text, self._field.selection()
        edit = mark_edges.move_blanks(text, at)
        if edit is None and text[at - 1 : at] in mark_edges.SIGNS:
            edit = mark_edges.move_blanks(text, at + len(text[at:]) - len(text[at:].lstrip(" ")))
        if edit is None:
            return False
        self._apply(edit, UndoStep.JOINED)
        cursor = edit.selection[0]
        if cursor > at and edit.start < at:
            place, blanks = edit.start, cursor - (at - edit.start)
            formats = mark_edges.formats_ending(self._field.text, place)
            self._continued.begin(place, blanks, formats)
        else:
            self._note_pair()
        return True

    def _step(self, by: int, *, selecting: bool) -> bool:
        if not selecting and self._field.selection()[0] != self._field.selection()[1]:
            return False
        at = self._field.cursor_place()
        place = mark_edges.over_mark(self._field.text, at, by)
        if abs(place - at) <= 1:
            return False
        self._field.move_cursor(place, selecting=selecting)
        return True

    def _apply(self, edit: CommandEdit, step: UndoStep) -> None:
        self._applying = True
        if edit.start < edit.end or edit.text:
            self._field.replace(edit.start, edit.end, edit.text, step)
        self._field.select(*edit.selection)
        self._applying = False
