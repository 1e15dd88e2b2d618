"""The editor of one section: grows with its text, shows findings, sends edits, keeps nothing."""

import math
from collections.abc import Iterable

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from editor.gui.clipboard import copied
from editor.gui.form.dragging import Stretch, packed, unpacked
from editor.gui.form.finding_menu import Acting, finding_menu
from editor.gui.form.growing_edit import GrowingEdit
from editor.gui.form.highlighter import MarkdownHighlighter
from editor.gui.form.match_marks import MatchMarks, Place
from editor.gui.form.pasting import Pasting
from editor.gui.form.positions import Positions
from editor.gui.form.underlines import Mark, marks_between, paint_marks, shifted
from editor.gui.form.writing import Writing
from editor.gui.theme import Theme
from editor.language.checker import Finding
from editor.language.correction import correction
from editor.review.difference import difference
from editor.review.stretch import without_marks

_PARAGRAPH = "\u2029"


class SectionEditor(GrowingEdit):
    """Shows a section's Markdown and reports every edit as the whole new text."""

    edited = Signal(object, bool, bool)
    """New text, whether it was typed, whether a new undo step begins with it.

    An object and not a str: Qt would copy the text to its own kind of string and back, per key.
    """
    focused = Signal()
    cursor_moved = Signal(QRect)
    """Where the cursor is, in the editor's coordinates."""
    finding_asked = Signal(object, QRect)
    """The writer asked about a finding; carries it and the place of its word."""
    fix_asked = Signal(object, str)
    """The writer chose a replacement for a finding."""
    decided = Signal(object, str)
    """The writer decided something else about a finding; carries it and the choice's verb."""
    dropped = Signal(object, int, bool)
    """Text of another section was dropped: its Stretch, where, and whether it is a copy."""
    picture_offered = Signal(object)
    """A picture was dropped or pasted; carries it as Offered."""
    html_offered = Signal(object)
    """Formatted text was pasted; carries it as PastedHtml."""
    menu_made = Signal(object)
    """The context menu is about to be shown; carries it for further entries."""

    def __init__(self, section_id: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName(f"section.{section_id}")
        self._section_id = section_id
        self._text = ""
        self._marks: list[Mark] = []
        self._matches = MatchMarks()
        self._showing = False
        self._replacing = False
        self._deleting = False
        self._word_end = -1
        self._dragging = False
        """Whether the pointer is down that has dragged something already."""
        self._pointing = False
        self._by_words = False
        self.writing = Writing(self)
        self._pasting = Pasting(self)
        self._highlighter = MarkdownHighlighter(self.document(), theme)
        self.set_theme(theme)
        self.document().contentsChange.connect(self._contents_changed)
        self.cursorPositionChanged.connect(self._cursor_changed)

    # -- what is shown --------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Show the text in the font and colours of ``theme``."""
        super().set_theme(theme)
        self._highlighter.set_theme(theme)

    def show_text(self, text: str, *, follow: bool = False) -> None:
        """Show ``text``, changing only what differs, so that cursor and underlines stay.

        With ``follow`` the cursor goes to the end of what changed, as after undo.
        """
        if text == self._text:
            return
        change = difference(self._text, text)
        positions = Positions(self._text)
        cursor = QTextCursor(self.document())
        cursor.setPosition(positions.utf16(change.start))
        cursor.setPosition(positions.utf16(change.old_end), QTextCursor.MoveMode.KeepAnchor)
        self._text = text
        self._showing = True
        cursor.insertText(text[change.start : change.new_end])
        self._showing = False
        if follow:
            self.setTextCursor(cursor)

    @property
    def text(self) -> str:
        """The Markdown that is shown, no-break spaces included."""
        return self._text

    def selection(self) -> tuple[int, int]:
        """Return start and end of what is selected, in code points."""
        cursor, at = self.textCursor(), self.positions().code_points
        return at(cursor.selectionStart()), at(cursor.selectionEnd())

    def select(self, start: int, end: int) -> None:
        """Select from ``start`` to ``end``, in code points."""
        cursor, at = self.textCursor(), self.positions().utf16
        cursor.setPosition(at(start))
        cursor.setPosition(at(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def select_nothing(self) -> None:
        """Leave the cursor where it is, and nothing selected."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def replace(self, start: int, end: int, text: str) -> None:
        """Put ``text`` in the place of a stretch, in code points, as an undo step of its own."""
        change = difference(self._text[start:end], text)
        at = self.positions().utf16
        cursor = QTextCursor(self.document())
        cursor.setPosition(at(start + change.start))
        cursor.setPosition(at(start + change.old_end), QTextCursor.MoveMode.KeepAnchor)
        self.put(cursor, text[change.start : change.new_end])

    def put(self, place: QTextCursor, text: str) -> None:
        """Insert ``text`` at ``place`` as an undo step of its own."""
        self._replacing = True
        place.insertText(text)
        self._replacing = False

    def shows(self, text: str) -> bool:
        """Whether ``text`` is what the editor shows."""
        return text == self._text

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Underline ``findings``, whose offsets count code points of the text that is shown."""
        positions = Positions(self._text)
        at = positions.utf16
        before, self._marks = self._marks, [Mark(at(f.start), at(f.end), f) for f in findings]
        if self._marks != before:
            self.viewport().update()

    def show_matches(self, spans: Iterable[tuple[int, int]], current: int | None = None) -> None:
        """Mark what a search has found, in code points; ``current`` is the index of its place."""
        at = self.positions().utf16
        places = [Place(at(s), at(e), i == current) for i, (s, e) in enumerate(spans)]
        if places or self._matches:
            self._matches = MatchMarks(places)
            self.viewport().update()

    def reveal(self, finding: Finding) -> bool:
        """Select the place of ``finding``; return False when an edit has done away with it."""
        mark = self._mark(finding)
        if mark is None:
            return False
        cursor = self.textCursor()
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        # Focus first: the cursor of the current editor is what form and preview follow.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setTextCursor(cursor)
        return True

    def apply(self, finding: Finding, replacement: str) -> bool:
        """Put ``replacement`` in the place of ``finding``; return False when it is gone."""
        mark = self._mark(finding)
        if mark is None:
            return False
        positions = Positions(self._text)
        start, end = positions.code_points(mark.start), positions.code_points(mark.end)
        self._marks.remove(mark)
        cursor = self.textCursor()
        cursor.beginEditBlock()
        for edit in correction(self._text, start, end, replacement):
            cursor.setPosition(positions.utf16(edit.start))
            cursor.setPosition(positions.utf16(edit.end), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(edit.text)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def next_finding(self, by: int, *, inside: bool) -> Finding | None:
        """Return the first finding after the cursor (by 1) or before it (by -1), None for no more.

        Without ``inside`` the search begins at the section's edge, not at the cursor.
        """
        cursor = self.textCursor()
        if by > 0:
            start = cursor.selectionEnd() if inside else -1
            mark = next((m for m in self._marks if m.start >= start), None)
        else:
            end = cursor.selectionStart() if inside else math.inf
            mark = next((m for m in reversed(self._marks) if m.start < end), None)
        return self._present(mark)

    def finding_at_cursor(self) -> Finding | None:
        """Return the finding that the cursor touches, the shortest one where several do."""
        return self._finding_at(self.textCursor().position())

    def word_at_cursor(self) -> str:
        """Return the word that the cursor stands in or at, empty where it is at none."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        word = cursor.selectedText()
        return word if any(map(str.isalpha, word)) else ""

    def place_of(self, finding: Finding) -> QRect:
        """Return where ``finding`` stands, in the editor's coordinates."""
        mark = self._mark(finding)
        cursor = self.textCursor().position()
        return self._area(mark.start, mark.end) if mark else self._area(cursor, cursor)

    def area(self, start: int, end: int) -> QRect:
        """Return where the text from ``start`` to ``end``, in code points, stands in the editor.

        Of several lines it is the beginning of the first one.
        """
        at = self.positions().utf16
        return self._area(at(start), at(end))

    def positions(self) -> Positions:
        """Return what converts between code points and the units of Qt in the present text."""
        # Without characters beyond U+FFFF both counts are the same, and there is nothing to search.
        plain = self.document().characterCount() == len(self._text) + 1
        return Positions("" if plain else self._text)

    # -- Qt ---------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, the underlines and what a search has found of what is exposed."""
        if self._matches:
            self._paint_matches(event.rect())
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if not self._text:
            self.paint_hint(painter)
        elif self._marks:
            self._paint_marks(painter, event.rect())
        painter.end()

    def _paint_matches(self, area: QRect) -> None:
        painter = QPainter(self.viewport())
        painter.setClipRect(area)
        self._matches.paint(painter, self.document(), *self._exposed(area), self._theme)
        painter.end()

    def _exposed(self, area: QRect) -> tuple[int, int]:
        """Return the start of the first paragraph in ``area`` and the end of the last one."""
        first = self.cursorForPosition(area.topLeft()).block().position()
        last_block = self.cursorForPosition(area.bottomRight()).block()
        return first, last_block.position() + last_block.length()

    def _paint_marks(self, painter: QPainter, area: QRect) -> None:
        visible = marks_between(self._marks, *self._exposed(area))
        painter.setClipRect(area)
        finished = (mark for mark in visible if mark.end != self._word_end)
        paint_marks(painter, self.document(), finished, self._theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, with what writing does beyond the keys."""
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif not self.writing.pressed(event):
            self._press(event)
            self.writing.typed(event.text() if event.isAccepted() else "")

    def _press(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.matches(QKeySequence.StandardKey.InsertParagraphSeparator):
            # Qt itself would take the first Enter on an empty line for its line spacing's end.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what an input method or a dead key has made as typed."""
        super().inputMethodEvent(event)
        self.writing.typed(event.commitString())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this section is the current one."""
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the finding of the last word too: who leaves it has finished it."""
        super().focusOutEvent(event)
        self._set_word_end(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Set the cursor, or begin to drag."""
        self._dragging = False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select, or drag once.

        Qt does not notice that Escape has ended a drag: it begins the next one with the same button
        down, and one more after that one's drop, which then keeps every key to itself.
        """
        if self._dragging:
            return
        self._pointing = True
        super().mouseMoveEvent(event)
        self._pointing = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word alone: for Qt a German quotation mark belongs to it."""
        super().mouseDoubleClickEvent(event)
        self._by_words = True
        self._leave_marks_out()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask about an underlined word that was clicked."""
        super().mouseReleaseEvent(event)
        if self._by_words:
            self._by_words = False
            self._leave_marks_out()
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.ask_about_cursor(quiet=True)

    def ask_about_cursor(self, *, quiet: bool = False) -> bool:
        """Ask for the card of the finding at the cursor; return whether there is one."""
        finding = self.finding_at_cursor()
        if finding is None or (quiet and self._word_end == self.textCursor().position()):
            return False
        self.finding_asked.emit(finding, self.place_of(finding))
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the usual menu with the finding at the pointer and its suggestions on top."""
        at = self.cursorForPosition(event.pos())
        pointed = event.reason() == QContextMenuEvent.Reason.Mouse
        if pointed and not self.textCursor().hasSelection():
            # What the menu does, as moving a paragraph, is meant for the text under the pointer.
            self.setTextCursor(at)
        act = Acting(self.fix_asked.emit, self.decided.emit)
        usual = self.createStandardContextMenu()
        menu = finding_menu(usual, self._finding_at(at.position()), act)
        self.menu_made.emit(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what is selected as text, no-break spaces included, and where it stands."""
        self._dragging |= self._pointing
        start, end = self.selection()
        return packed(Stretch(self._section_id, start, end), self._text[start:end])

    def dropEvent(self, event: QDropEvent) -> None:
        """Leave text that comes from another section to the document: two edits are one step."""
        stretch = unpacked(event.mimeData())
        if stretch is None or stretch.section == self._section_id:
            super().dropEvent(event)
            return
        copy = event.dropAction() == Qt.DropAction.CopyAction
        # Whoever started to drag removes what has been moved: here the document does it.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dragLeaveEvent(QDragLeaveEvent())
        at = self.cursorForPosition(event.position().toPoint()).position()
        self.dropped.emit(stretch, self.positions().code_points(at), copy)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Accept what ``Pasting`` takes."""
        return self._pasting.takes(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what was pasted or dropped."""
        self._pasting.insert(source)

    def paste_plain(self) -> None:
        """Paste what was copied without its formatting."""
        self._pasting.insert_text(copied())

    # -- inside -----------------------------------------------------------------------------------

    def _leave_marks_out(self) -> None:
        start, end = self.selection()
        low, high = without_marks(self._text, start, end)
        if (low, high) != (start, end):
            self.select(low, high)

    def _mark(self, finding: Finding) -> Mark | None:
        """Return the place of ``finding``, also where the same one has been found anew."""
        same = (mark for mark in self._marks if mark.finding is finding)
        return next(same, None) or next(
            (mark for mark in self._marks if self._present(mark) == finding), None
        )

    def _present(self, mark: Mark | None) -> Finding | None:
        """Return the finding of ``mark`` where it stands now: what is typed ahead moves it."""
        if mark is None:
            return None
        at = self.positions().code_points
        return mark.finding.at(at(mark.start), at(mark.end))

    def _area(self, start: int, end: int) -> QRect:
        """Return the area of the text between two places in UTF-16 units, or of its first line."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        first = self.cursorRect(cursor)
        cursor.setPosition(end)
        last = self.cursorRect(cursor)
        return first.united(last) if first.top() == last.top() else first

    def _finding_at(self, position: int) -> Finding | None:
        touching = list(marks_between(self._marks, position, position))
        return self._present(min(touching, key=lambda m: m.end - m.start, default=None))

    def _contents_changed(self, position: int, removed: int, added: int) -> None:
        if self._showing:
            self._follow(position, removed, added)
            self.choose_wrapping(self._text)
            return
        text = self.document().toRawText().replace(_PARAGRAPH, "\n")
        if text == self._text:
            # Only formats changed.
            return
        self._follow(position, removed, added)
        self._text = text
        self.choose_wrapping(self._text)
        short = max(removed, added) <= 2 and 0 in (removed, added)  # noqa: PLR2004
        typed = short and not self._replacing
        boundary = self._begins_step(position, deleting=removed > 0)
        self._word_end = position + added if typed and not removed else -1
        self.edited.emit(text, typed, boundary)

    def _follow(self, position: int, removed: int, added: int) -> None:
        self._marks = shifted(self._marks, position, removed, added)
        self._matches.shift(position, removed, added)

    def _begins_step(self, position: int, *, deleting: bool) -> bool:
        switched, self._deleting = deleting != self._deleting, deleting
        before = self.document().characterAt(position - 1) if position else " "
        here = self.document().characterAt(position)
        return switched or (not deleting and before.isspace() and not here.isspace())

    def _cursor_changed(self) -> None:
        if self.textCursor().position() != self._word_end:
            self._set_word_end(-1)
        self.cursor_moved.emit(self.cursorRect())

    def _set_word_end(self, position: int) -> None:
        if self._word_end != position:
            self._word_end = position
            self.viewport().update()
