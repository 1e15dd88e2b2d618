"""Text field for Markdown that counts in code points and reports every edit."""

from typing import Protocol

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from editor.gui.editor.highlighter import MarkdownHighlighter
from editor.gui.editor.source_text import SourceText, visible_text
from editor.gui.editor.text_geometry import selection_rect
from editor.gui.editor.undo_boundaries import UndoBoundaries, UndoStep, is_single_key
from editor.gui.editor.utf16_positions import Utf16Positions
from editor.gui.theme import Theme
from editor.gui.widgets.auto_height_edit import AutoHeightEdit
from editor.markdown.mark_edges import off_mark
from editor.review.text_diff import changed_span

_PARAGRAPH = "\u2029"


class EditListener(Protocol):
    """Keeps positions in the text of a field up to date."""

    def shift(self, position: int, removed: int, added: int) -> None:
        """Follow an edit, in UTF-16 units, as QTextDocument.contentsChange reports it."""


class MarkdownEdit(AutoHeightEdit):
    """Shows a text and reports each edit with the whole new text; it does not own the text."""

    edited = Signal(object, bool, bool)
    """New text, whether it was typed, whether a new undo step begins with it.

    An object and not a str: Qt would copy the text to its own kind of string and back, per key.
    """
    cursor_moved = Signal(QRect)
    """Rectangle of the cursor, in the field's coordinates."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, parent)
        self.listeners: tuple[EditListener, ...] = ()
        """Informed of every edit before ``edited`` is emitted."""
        self.word_end = -1
        """End of the word that is being typed, in UTF-16 units; -1 where none is."""
        self._source = SourceText()
        self._showing = False
        self._step: UndoStep | None = None
        """Of the edit that the program makes at this moment."""
        self._undo_boundaries = UndoBoundaries(self.document())
        self._highlighter = MarkdownHighlighter(self.document(), theme)
        # Not that of the object, whose class may not have its own parts yet.
        super().set_theme(theme)
        self.document().contentsChange.connect(self._contents_changed)
        self.cursorPositionChanged.connect(self._cursor_changed)

    def set_theme(self, theme: Theme) -> None:
        """Use the font and colours of ``theme``."""
        super().set_theme(theme)
        self._highlighter.set_theme(theme)

    # -- the text ---------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The Markdown that is shown, no-break spaces included."""
        return self._source.text

    def show_text(self, text: str, *, follow: bool = False) -> None:
        """Show ``text``, changing only what differs, so that cursor and underlines stay.

        With ``follow`` the cursor moves to the end of the change, as after undo. Does not emit
        ``edited``.
        """
        if text == self.text:
            return
        change = changed_span(self.text, text)
        cursor = self._cursor_over(change.start, change.old_end)
        self._source.set(text)
        self._showing = True
        cursor.insertText(visible_text(text[change.start : change.new_end]))
        self._showing = False
        if follow:
            self.setTextCursor(cursor)
            self.move_cursor(off_mark(text, self.cursor_place()), selecting=False)

    def replace(self, start: int, end: int, text: str, step: UndoStep = UndoStep.OWN) -> None:
        """Replace the code points from ``start`` to ``end``."""
        change = changed_span(self.text[start:end], text)
        place = self._cursor_over(start + change.start, start + change.old_end)
        self.put(place, text[change.start : change.new_end], step)

    def put(self, place: QTextCursor, text: str, step: UndoStep = UndoStep.OWN) -> None:
        """Insert ``text`` at ``place``."""
        self._step = step
        place.insertText(visible_text(text))
        self._step = None

    # -- positions --------------------------------------------------------------------------------

    def positions(self) -> Utf16Positions:
        """Return the converter between code points and UTF-16 units for the present text."""
        # Without characters beyond U+FFFF both counts are the same, and there is nothing to search.
        plain = self.document().characterCount() == len(self.text) + 1
        return Utf16Positions("" if plain else self.text)

    def selection(self) -> tuple[int, int]:
        """Return start and end of the selection, in code points."""
        cursor, positions = self.textCursor(), self.positions()
        start = positions.code_points(cursor.selectionStart())
        # Asked several times for each key, and then nearly always of a bare cursor.
        end = positions.code_points(cursor.selectionEnd()) if cursor.hasSelection() else start
        return start, end

    def cursor_place(self) -> int:
        """Return the position of the cursor, one of the ends of the selection, in code points."""
        return self.positions().code_points(self.textCursor().position())

    def move_cursor(self, place: int, *, selecting: bool) -> None:
        """Move the cursor to ``place``, in code points; with ``selecting`` the anchor stays."""
        modes, cursor = QTextCursor.MoveMode, self.textCursor()
        mode = modes.KeepAnchor if selecting else modes.MoveAnchor
        cursor.setPosition(self.positions().utf16(place), mode)
        self.setTextCursor(cursor)

    def select(self, start: int, end: int) -> None:
        """Select from ``start`` to ``end``, in code points."""
        self.setTextCursor(self._cursor_over(start, end))

    def clear_selection(self) -> None:
        """Leave the cursor at its position, with nothing selected."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def word_at_cursor(self) -> str:
        """Return the word in or beside which the cursor is, an empty string where there is none."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        word = cursor.selectedText()
        return word if any(map(str.isalpha, word)) else ""

    def spanned(self, start: int, end: int) -> QTextCursor:
        """Return a cursor that selects from ``start`` to ``end``, in UTF-16 units."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def area(self, start: int, end: int) -> QRect:
        """Return the rectangle of a range in code points, in the field's coordinates.

        Of a range over several lines it is the beginning in the first line.
        """
        return selection_rect(self, self._cursor_over(start, end))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the last word as finished too."""
        super().focusOutEvent(event)
        self._finish_word()

    # -- inside -----------------------------------------------------------------------------------

    def _cursor_over(self, start: int, end: int) -> QTextCursor:
        at = self.positions().utf16
        return self.spanned(at(start), at(end))

    def _contents_changed(self, position: int, removed: int, added: int) -> None:
        if self._showing:
            self._inform_listeners(position, removed, added)
            return
        visible = self.document().toRawText().replace(_PARAGRAPH, "\n")
        units = self.document().characterCount() - 1 - added + removed
        if not self._source.apply_edit(visible, position, removed, units):
            return
        self._inform_listeners(position, removed, added)
        by_key = self._step is None and is_single_key(removed, added)
        self.word_end = position + added if by_key and not removed else -1
        typed = by_key or self._step in (UndoStep.FIRST, UndoStep.JOINED)
        boundary = self._step is UndoStep.FIRST
        if self._step is not UndoStep.JOINED:
            boundary |= self._undo_boundaries.begins_step(position, deleting=removed > 0)
        self.edited.emit(self.text, typed, boundary)

    def _inform_listeners(self, position: int, removed: int, added: int) -> None:
        for listener in self.listeners:
            listener.shift(position, removed, added)
        self.choose_wrapping(self.text)

    def _cursor_changed(self) -> None:
        if self.textCursor().position() != self.word_end:
            self._finish_word()
        self.cursor_moved.emit(self.cursorRect())

    def _finish_word(self) -> None:
        if self.word_end != -1:
            self.word_end = -1
            # Findings about it can be shown now.
            self.viewport().update()
