"""Assistance while typing: typography, continued lists and paragraphs, formatting commands.

Every automatic change is an undo step of its own after the text that was typed or pasted, so that
one step back leaves the text as the writer entered it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from editor.gui.editor.format_field import FormatField
from editor.gui.editor.format_keys import FORMATS, FormatKeys
from editor.markdown import line_commands, paragraph_commands, spoiler_commands
from editor.markdown.mark_deletion import delete_selection
from editor.markdown.mark_edges import beyond, split_marks
from editor.markdown.selection import CommandEdit
from editor.proofing.typography import Typography, edit_while_typing, typeset_part
from editor.settings import Settings

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETE = {Qt.Key.Key_Backspace: -1, Qt.Key.Key_Delete: 1}
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass(slots=True)
class TypingOptions:
    """Settings of the assistance, shared by all fields of a form."""

    typography: Typography = field(default_factory=Typography)
    paragraphs: bool = True
    """Whether Enter begins a new paragraph instead of a new line."""


class _Replaced(NamedTuple):
    """The last replacement by typography: text and cursor after it, and the original."""

    text: str
    cursor: int
    start: int
    end: int
    original: str


class _FoldedSpoiler(NamedTuple):
    """The last spoiler with the blank lines around it, and the text that it was made of."""

    block: str
    original: str


class TypingAssist:
    """Handles the keys of one field."""

    def __init__(self, field: FormatField, typing_options: TypingOptions) -> None:
        self._field = field
        self.format_keys = FormatKeys(field)
        self._options = typing_options
        self._replaced: _Replaced | None = None
        self._folded: _FoldedSpoiler | None = None

    def handle_key(self, event: QKeyEvent) -> bool:
        """Handle a key that has an effect of its own here; return False for every other key."""
        if event.key() not in (*_DELETE, *_ENTER):
            return self.format_keys.handle_key(event)
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == _SHIFT and event.key() in _ENTER:
            return self._break_line(*self._field.selection())
        if modifiers != _NONE:
            return False
        if event.key() in _ENTER:
            return self._enter()
        return self._delete(_DELETE[Qt.Key(event.key())])

    def handle_typed(self, character: str) -> None:
        """Apply typography after ``character`` has been inserted at the cursor."""
        character = "\n" if character == "\r" else character
        if len(character) != 1:
            return
        start, end = self._field.selection()
        if start != end or self._field.text[start - 1 : start] != character:
            return
        if character.isspace():
            # Typography looks at the words before a blank, which are the format's.
            self._apply_typography(start)
            self.format_keys.handle_typed(character)
        else:
            self.format_keys.handle_typed(character)
            self._apply_typography(self._field.selection()[0])

    def prepare_commit(self, text: str) -> None:
        """Get ready for ``text`` of an input method; it is empty while that is composing."""
        if len(text) > 1:
            self.format_keys.prepare(text)
        else:
            self.format_keys.make_room()

    def handle_commit(self, text: str) -> None:
        """Treat ``text`` before the cursor, which an input method has inserted, as typed.

        Several characters at once, such as a word or an emoji, are typeset as one step.
        """
        if len(text) > 1:
            self.typeset_inserted(text)
            self.format_keys.tidy()
        else:
            self.handle_typed(text)

    def _apply_typography(self, position: int) -> None:
        """Apply typography to the character before ``position``."""
        text = self._field.text
        edit = edit_while_typing(text, position, self._options.typography)
        if edit is None:
            return
        cursor = self._field.selection()[0] + len(edit.text) - (edit.end - edit.start)
        self._field.replace(*edit)
        original = text[edit.start : edit.end]
        end = edit.start + len(edit.text)
        self._replaced = _Replaced(self._field.text, cursor, edit.start, end, original)

    def typeset_inserted(self, text: str, end: int | None = None) -> None:
        """Apply typography to ``text``, which ends at ``end`` or the cursor, as an undo step."""
        cursor = self._field.selection()[1]
        end = cursor if end is None else end
        start = end - len(text)

        def place(length: int) -> tuple[int, int]:
            return (cursor + length - len(text),) * 2 if cursor >= end else (cursor, cursor)

        self._typeset(start, end, place)

    def run(self, verb: str) -> None:
        """Run the command ``verb``: one of ``VERBS``."""
        start, end = self._field.selection()
        if verb in FORMATS:
            self.format_keys.toggle(verb)
        elif verb == "typeset":
            first, last = (start, end) if start < end else (0, len(self._field.text))
            keeps = start < end
            self._typeset(
                first, last, lambda n: (first, first + n) if keeps else (min(start, n),) * 2
            )
        elif verb != "spoiler" or not self._unfold(start, end):
            edit = COMMANDS[verb](self._field.text, start, end)
            if verb == "spoiler" and edit is not None:
                self._folded = _FoldedSpoiler(edit.text, self._field.text[edit.start : edit.end])
            self.apply(edit)

    def _unfold(self, start: int, end: int) -> bool:
        """Restore the text of the last spoiler where the cursor is still in it."""
        folded = self._folded
        at = self._field.text.find(folded.block) if folded else -1
        if folded is None or at < 0 or not at <= start <= end <= at + len(folded.block):
            return False
        self._folded = None
        whole = (at, at + len(folded.original))
        return self.apply(CommandEdit(at, at + len(folded.block), folded.original, whole))

    def _typeset(self, start: int, end: int, selection: Callable[[int], tuple[int, int]]) -> None:
        text = self._field.text
        new = typeset_part(text, start, end, self._options.typography)
        if new != text[start:end]:
            self._field.replace(start, end, new)
            self._field.select(*selection(len(new)))

    def _enter(self) -> bool:
        self.format_keys.leave()
        text, place = self._without_selection()
        text, place = split_marks(text, place)
        start, end = self._field.selection()
        edit = line_commands.enter(text, place) if start == end else None
        if edit is None and self._options.paragraphs:
            edit = paragraph_commands.enter(text, place, place)
            if self.apply(edit, text) and edit is not None and edit.text:
                self._apply_typography(place + 1)
            return edit is not None
        return self.apply(edit, text)

    def _without_selection(self) -> tuple[str, int]:
        """Return the text without what is selected, and the place of the cursor then."""
        text, (start, end) = self._field.text, self._field.selection()
        edit = delete_selection(text, start, end) if start < end else None
        edit = edit or CommandEdit(start, end, "", (start, start))
        return edit.applied(text), edit.selection[0]

    def _break_line(self, start: int, end: int) -> bool:
        text = self._field.text
        if start == end:
            start = end = beyond(text, start, 1)
        return self.apply(paragraph_commands.line_break(text, start, end))

    def _delete(self, by: int) -> bool:
        start, end = self._field.selection()
        if start == end and by < 0 and self._undo_replacement(start):
            return True
        if self.format_keys.delete(by):
            return True
        if start < end:
            return False
        return self._options.paragraphs and self.apply(
            paragraph_commands.join(self._field.text, start, by)
        )

    def _undo_replacement(self, cursor: int) -> bool:
        last, self._replaced = self._replaced, None
        if last is None or cursor != last.cursor or self._field.text != last.text:
            return False
        self._field.replace(last.start, last.end, last.original)
        place = cursor + len(last.original) - (last.end - last.start)
        self._field.select(place, place)
        return True

    def apply(self, edit: CommandEdit | None, text: str | None = None) -> bool:
        """Apply an edit as an undo step of its own; return whether there is one.

        With ``text`` it is an edit of that, which the field shows in the same step.
        """
        if edit is None:
            return False
        if text is None or text == self._field.text:
            self._field.replace(edit.start, edit.end, edit.text)
        else:
            self._field.replace(0, len(self._field.text), edit.applied(text))
        self._field.select(*edit.selection)
        return True


COMMANDS: Mapping[str, Callable[[str, int, int], CommandEdit | None]] = {
    "heading": line_commands.next_heading,
    "quote": line_commands.quote,
    "bullets": line_commands.bullets,
    "numbers": line_commands.numbers,
    "indent": line_commands.indent,
    "outdent": line_commands.outdent,
    "spoiler": spoiler_commands.spoiler,
}
"""Commands for lines and spoilers by the verbs of their actions."""
VERBS = (*FORMATS, *COMMANDS, "typeset")


def typography_of(settings: Settings) -> Typography:
    """Return the typography that ``settings`` ask for."""
    return Typography(
        style=settings.quotes,
        quotes=settings.typography_quotes,
        dashes=settings.typography_dashes,
        ellipsis=settings.typography_ellipsis,
        spaces=settings.typography_spaces,
    )
