"""A field that shows Markdown, counts in code points, and reports every edit of it."""

import re
from bisect import bisect_left
from typing import Protocol

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from editor.gui.editor.highlighter import MarkdownHighlighter
from editor.gui.theme import Theme
from editor.gui.widgets.auto_height_edit import AutoHeightEdit
from editor.review.text_diff import changed_span

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Positions:
    """The conversion for one text; free for a text without characters beyond U+FFFF."""

    def __init__(self, text: str) -> None:
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [position + index for index, position in enumerate(self._astral)]

    def utf16(self, code_points: int) -> int:
        """Return the UTF-16 position of a position in code points."""
        return code_points + bisect_left(self._astral, code_points)

    def code_points(self, utf16: int) -> int:
        """Return the position in code points of a UTF-16 position; inside a pair counts after."""
        return utf16 - bisect_left(self._units, utf16)


_OTHERS = re.compile("[\r\u2029\ufdd0\ufdd1\ud800-\udfff]")


def visible_text(text: str) -> str:
    r"""Return what Qt shows of ``text``, sign for sign, with "\n" between paragraphs.

    QTextCursor.insertText begins a paragraph at a carriage return, at U+2029, which comes from
    InDesign and Word, and at U+FDD0 and U+FDD1. Half of a surrogate pair gets lost on its way back
    to Python; U+FFFD stands in its place.
    """
    return _OTHERS.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    return "\ufffd" if "\ud800" <= found[0] <= "\udfff" else "\n"


class SourceText:
    """Knows the text while Qt knows only what it shows: an edit changes no sign elsewhere."""

    def __init__(self) -> None:
        self.text = ""
        self._shown = ""

    def show(self, text: str) -> None:
        """Show ``text`` from now on."""
        self.text, self._shown = text, visible_text(text)

    def follow(self, now: str, position: int, removed: int, units: int) -> bool:
        """Take over an edit after which Qt shows ``now``; tell whether the text is another.

        Formats alone are no edit. ``position`` and ``removed`` are those of
        QTextDocument.contentsChange, ``units`` is the length before the edit, all in UTF-16 units.
        """
        before, self._shown = self._shown, now
        if now == before:
            return False
        if self.text == before:
            self.text = now
        else:
            start, end, new_end = _stretch(before, now, position, removed, units)
            self.text = self.text[:start] + now[start:new_end] + self.text[end:]
        return True


def _stretch(
    before: str, now: str, position: int, removed: int, units: int
) -> tuple[int, int, int]:
    """Return start, end and new end of what an edit has changed, in code points.

    What is reported tells two equal signs apart, but may be too much: several edits at once are
    one, and other formats make it all paragraphs, with one unit more than there are.
    """
    at = Utf16Positions("" if units == len(before) else before).code_points
    start, end = at(position), min(at(position + removed), len(before))
    new_end = len(now) - len(before) + end
    if new_end < start or before[:start] != now[:start] or before[end:] != now[new_end:]:
        start, end, new_end = 0, len(before), len(now)
    change = changed_span(before[start:end], now[start:new_end])
    return start + change.start, start + change.old_end, start + change.new_end


_SHORT = 2
"""What one key puts in or takes away at most, in UTF-16 units: an emoji."""


def is_short(removed: int, added: int) -> bool:
    """Tell whether an edit is no more than a key does; lengths are in UTF-16 units."""
    return max(removed, added) <= _SHORT and 0 in (removed, added)


class UndoBoundaries:
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


_PARAGRAPH = "\u2029"


class EditListener(Protocol):
    """Whoever keeps places in the text of a field."""

    def shift(self, position: int, removed: int, added: int) -> None:
        """Follow an edit, in UTF-16 units, as QTextDocument.contentsChange reports it."""


class MarkdownEdit(AutoHeightEdit):
    """Shows a text and keeps nothing else; what the writer makes of it is told as a whole."""

    edited = Signal(object, bool, bool)
    """New text, whether it was typed, whether a new undo step begins with it.

    An object and not a str: Qt would copy the text to its own kind of string and back, per key.
    """
    cursor_moved = Signal(QRect)
    """Where the cursor is, in the editor's coordinates."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(theme, parent)
        self.listeners: tuple[EditListener, ...] = ()
        """They hear of every edit, and before anybody else does."""
        self.word_end = -1
        """Where the word ends that is being typed, in UTF-16 units; -1 where none is."""
        self._kept = SourceText()
        self._showing = False
        self._replacing = False
        self._steps = UndoBoundaries(self.document())
        self._highlighter = MarkdownHighlighter(self.document(), theme)
        self.set_theme(theme)
        self.document().contentsChange.connect(self._contents_changed)
        self.cursorPositionChanged.connect(self._cursor_changed)

    def set_theme(self, theme: Theme) -> None:
        """Show the text in the font and colours of ``theme``."""
        super().set_theme(theme)
        self._highlighter.set_theme(theme)

    # -- the text ---------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """The Markdown that is shown, no-break spaces included."""
        return self._kept.text

    def shows(self, text: str) -> bool:
        """Whether ``text`` is what the editor shows."""
        return text == self.text

    def show_text(self, text: str, *, follow: bool = False) -> None:
        """Show ``text``, changing only what differs, so that cursor and underlines stay.

        With ``follow`` the cursor goes to the end of what changed, as after undo.
        """
        if text == self.text:
            return
        change = changed_span(self.text, text)
        cursor = self._stretch(change.start, change.old_end)
        self._kept.show(text)
        self._showing = True
        cursor.insertText(visible_text(text[change.start : change.new_end]))
        self._showing = False
        if follow:
            self.setTextCursor(cursor)

    def replace(self, start: int, end: int, text: str) -> None:
        """Put ``text`` in the place of a stretch, in code points, as an undo step of its own."""
        change = changed_span(self.text[start:end], text)
        place = self._stretch(start + change.start, start + change.old_end)
        self.put(place, text[change.start : change.new_end])

    def put(self, place: QTextCursor, text: str) -> None:
        """Insert ``text`` at ``place`` as an undo step of its own."""
        self._replacing = True
        place.insertText(visible_text(text))
        self._replacing = False

    # -- places in it -----------------------------------------------------------------------------

    def positions(self) -> Utf16Positions:
        """Return what converts between code points and the units of Qt in the present text."""
        # Without characters beyond U+FFFF both counts are the same, and there is nothing to search.
        plain = self.document().characterCount() == len(self.text) + 1
        return Utf16Positions("" if plain else self.text)

    def selection(self) -> tuple[int, int]:
        """Return start and end of what is selected, in code points."""
        cursor, at = self.textCursor(), self.positions().code_points
        return at(cursor.selectionStart()), at(cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        """Select from ``start`` to ``end``, in code points."""
        self.setTextCursor(self._stretch(start, end))

    def select_nothing(self) -> None:
        """Leave the cursor where it is, and nothing selected."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def word_at_cursor(self) -> str:
        """Return the word that the cursor stands in or at, empty where it is at none."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        word = cursor.selectedText()
        return word if any(map(str.isalpha, word)) else ""

    def spanned(self, start: int, end: int) -> QTextCursor:
        """Return a cursor over the text from ``start`` to ``end``, in UTF-16 units."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def area(self, start: int, end: int) -> QRect:
        """Return where the text from ``start`` to ``end``, in code points, stands in the editor.

        Of several lines it is the beginning of the first one.
        """
        return self.area_of(self._stretch(start, end))

    def area_of(self, place: QTextCursor) -> QRect:
        """Return where that which ``place`` selects stands, or the beginning of its first line."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(place.selectionStart())
        first = self.cursorRect(cursor)
        cursor.setPosition(place.selectionEnd())
        last = self.cursorRect(cursor)
        return first.united(last) if first.top() == last.top() else first

    def exposed(self, area: QRect) -> tuple[int, int]:
        """Return the start of the first paragraph in ``area`` and the end of the last one.

        Both are in UTF-16 units, ``area`` is in the editor's coordinates.
        """
        first = self.cursorForPosition(area.topLeft()).block().position()
        last_block = self.cursorForPosition(area.bottomRight()).block()
        return first, last_block.position() + last_block.length()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the last word for finished, too: the writer leaves it."""
        super().focusOutEvent(event)
        self._finish_word()

    # -- inside -----------------------------------------------------------------------------------

    def _stretch(self, start: int, end: int) -> QTextCursor:
        at = self.positions().utf16
        return self.spanned(at(start), at(end))

    def _contents_changed(self, position: int, removed: int, added: int) -> None:
        if self._showing:
            self._follow(position, removed, added)
            return
        now = self.document().toRawText().replace(_PARAGRAPH, "\n")
        units = self.document().characterCount() - 1 - added + removed
        if not self._kept.follow(now, position, removed, units):
            return
        self._follow(position, removed, added)
        typed = is_short(removed, added) and not self._replacing
        boundary = self._steps.begins(position, deleting=removed > 0)
        self.word_end = position + added if typed and not removed else -1
        self.edited.emit(self.text, typed, boundary)

    def _follow(self, position: int, removed: int, added: int) -> None:
        for follower in self.listeners:
            follower.shift(position, removed, added)
        self.choose_wrapping(self.text)

    def _cursor_changed(self) -> None:
        if self.textCursor().position() != self.word_end:
            self._finish_word()
        self.cursor_moved.emit(self.cursorRect())

    def _finish_word(self) -> None:
        if self.word_end != -1:
            self.word_end = -1
            # What has been found about it can be shown now.
            self.viewport().update()
