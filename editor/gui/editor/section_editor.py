"""Editor of one section: keys, mouse, drag and drop, clipboard, findings and search matches."""

from PySide6.QtCore import QMimeData, Qt, Signal
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
)
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from editor.gui.dialogs import clipboard_content
from editor.gui.editor.active_paragraph import ActiveParagraph
from editor.gui.editor.editor_signals import EditorSignals
from editor.gui.editor.finding_overlay import FindingOverlay
from editor.gui.editor.image_data import ImageInput
from editor.gui.editor.markdown_edit import MarkdownEdit
from editor.gui.editor.paste_handler import PasteHandler
from editor.gui.editor.search_overlay import SearchOverlay
from editor.gui.editor.section_menu import section_menu
from editor.gui.editor.section_mime import SectionRange, from_mime_data, to_mime_data
from editor.gui.editor.spoilers.spoiler_blocks import SpoilerBlocks
from editor.gui.editor.spoilers.spoiler_cursor import SpoilerCursor
from editor.gui.editor.spoilers.spoiler_heads import SpoilerHeads
from editor.gui.editor.spoilers.spoiler_keys import SpoilerKeys
from editor.gui.editor.spoilers.spoiler_painter import SpoilerPainter
from editor.gui.editor.text_motion import go_to_text, select_word
from editor.gui.editor.typing_assist import TypingAssist, TypingOptions
from editor.gui.theme import Theme
from editor.markdown.selection import trim_punctuation
from editor.markdown.text_moves import copy_words, move_selection
from editor.markdown.word_blanks import is_words, mend_gap

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_RETURNING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)
"""Reasons for which a field loses the focus although the writer stays in it."""


class SectionEditor(MarkdownEdit):
    """Passes each event on to the part that handles it."""

    focused = Signal()
    """The editor has received the focus: its section is the current one."""

    def __init__(
        self,
        section_id: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        signals: EditorSignals,
        typing_options: TypingOptions,
    ) -> None:
        super().__init__(theme, parent)
        self.setObjectName(f"section.{section_id}")
        self._section_id = section_id
        self._signals = signals
        self._double_clicked = False
        self._in_mouse_move = False
        self._dragged = False
        """Whether a drag has begun since the button was pressed."""
        self._paragraph = ActiveParagraph(self, self._highlighter)
        self.findings = FindingOverlay(self)
        self._paragraph.restyled.connect(self.findings.restyle)
        self.matches = SearchOverlay(self, self._paragraph.reveal)
        self.typing_assist = TypingAssist(self, typing_options)
        self._paste_handler = PasteHandler(self, self.typing_assist, signals)
        self.spoilers = SpoilerBlocks(self, theme)
        self.listeners = (self.findings, self.matches)
        self._spoiler_cursor = SpoilerCursor(self, self.spoilers)
        self._spoiler_painter = painter = SpoilerPainter(self, self.spoilers)
        self._heads = SpoilerHeads(self, self.spoilers, painter, self.typing_assist.apply)
        self.spoiler_keys = SpoilerKeys(self, self.spoilers, self._heads.edit_label)
        self.cursorPositionChanged.connect(self.typing_assist.format_keys.cursor_moved)

    def set_theme(self, theme: Theme) -> None:
        """Use the font, sizes and colours of ``theme``."""
        super().set_theme(theme)
        self.spoilers.set_theme(theme)

    def show_text(self, text: str, *, follow: bool = False) -> None:
        """Show ``text``; the spoilers of a review that is opened are folded."""
        opened = not self.text and not follow
        super().show_text(text, follow=follow)
        if opened:
            self.spoilers.fold_all(folded=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw search matches, text, and the underlines of findings or the hint."""
        if self.matches:
            painter = QPainter(self.viewport())
            self.matches.paint(painter, event.rect(), self._theme)
            painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if not self.text:
            self.paint_hint(painter)
        elif self.findings:
            self.findings.paint(painter, event.rect(), self._theme)
        if self.spoilers.shown:
            painter.setClipRect(event.rect())
            self._spoiler_painter.paint(painter, event.rect(), self._theme)
        painter.end()

    # -- keys -------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, with the assistance for typing."""
        self._paragraph.settle()
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif _is_home(event) and go_to_text(self, selecting=bool(event.modifiers() & _SHIFT)):
            event.accept()
        elif not self.spoiler_keys.handle_key(event) and not self.typing_assist.handle_key(event):
            self._handle_plain_key(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Treat the result of an input method or a dead key as typed."""
        if self.isReadOnly():
            event.ignore()
            return
        if event.commitString() or event.preeditString():
            # Qt replaces the selection by either of them.
            self.spoiler_keys.leave_head()
            self.spoiler_keys.free_selection()
            self.typing_assist.prepare_commit(event.commitString())
        super().inputMethodEvent(event)
        self.typing_assist.handle_commit(event.commitString())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Emit ``focused``."""
        super().focusInEvent(event)
        self._paragraph.activate()
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take what was typed as finished, unless the focus comes back, as from a menu."""
        super().focusOutEvent(event)
        if event.reason() not in _RETURNING:
            self.typing_assist.format_keys.leave()
            self._paragraph.deactivate()

    # -- mouse ------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Set the cursor, prepare a drag, or fold the spoiler whose head was clicked."""
        self._dragged = False
        if not self._heads.press(event):
            self._paragraph.press()
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select, or begin one drag.

        Qt does not notice that Escape has ended a drag: while the button stays pressed it begins
        another one, and one more after its drop, which then swallows every key.
        """
        if not event.buttons():
            self._heads.hover(event)
        if not self._dragged and not self._heads.pressed:
            before, (start, end) = self.text, self.selection()
            self._in_mouse_move = True
            super().mouseMoveEvent(event)
            self._in_mouse_move = False
            # A drag lasts until its drop; the review may have been closed meanwhile.
            if isValid(self) and self.text != before:
                self._mend_gap(before, start, end)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word without the German quotation marks that Qt counts as part of it.

        In the head of a spoiler, let the writer change its label.
        """
        if self._heads.double_click(event):
            return
        super().mouseDoubleClickEvent(event)
        self._double_clicked = True
        self._deselect_punctuation()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the card of a finding that was clicked."""
        if self._heads.release():
            return
        super().mouseReleaseEvent(event)
        self._paragraph.release()
        if self._double_clicked:
            self._double_clicked = False
            self._deselect_punctuation()
        cursor = self.textCursor()
        clicked = event.button() == Qt.MouseButton.LeftButton and not cursor.hasSelection()
        if clicked and cursor.position() != self.word_end:
            self.request_finding_card()

    def request_finding_card(self) -> None:
        """Request the card of the finding at the cursor, if there is one."""
        finding = self.findings.at_cursor()
        if finding is not None:
            self._signals.finding_requested.emit(self._section_id, finding)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show Qt's menu without undo; other parts of the window may add entries."""
        at = self.cursorForPosition(event.pos())
        pointed = event.reason() == QContextMenuEvent.Reason.Mouse
        if pointed and not self.textCursor().hasSelection():
            # Commands of the menu, such as moving a paragraph, apply to the text under the pointer.
            self.setTextCursor(at)
        menu = section_menu(self, self.cut, self._delete_selected)
        finding = self.findings.at(at.position())
        self._signals.menu_created.emit(self._section_id, menu, finding)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    # -- clipboard and drag -----------------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected text, no-break spaces included, and its range.

        Tags of a spoiler that is selected in part are left out.
        """
        self._dragged |= self._in_mouse_move
        start, end = self.selection()
        text = self.spoiler_keys.copied_text(start, end)
        source = SectionRange(self._section_id, start, end)
        return to_mime_data(source, text, self._signals.form_key)

    def dropEvent(self, event: QDropEvent) -> None:
        """Move text of the section, or let the document move that of another one, in one step."""
        source = from_mime_data(event.mimeData(), self._signals.form_key)
        if source is None and self._paste_handler.refuse(event.mimeData()):
            # Not accepted, so that the other program keeps what was to be moved.
            event.ignore()
            self.dragLeaveEvent(QDragLeaveEvent())
            return
        copy = event.dropAction() == Qt.DropAction.CopyAction
        if source is None or (copy and not self._copies(source, event.mimeData().text())):
            super().dropEvent(event)
            return
        at = self.cursorForPosition(event.position().toPoint()).position()
        offset = self.positions().code_points(self._spoiler_cursor.off_tags(at))
        # After a move Qt would remove the text, which is done here.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dragLeaveEvent(QDragLeaveEvent())
        if source.section != self._section_id:
            self._signals.text_dropped.emit(self._section_id, source, offset, copy)
        elif copy:
            self.typing_assist.apply(copy_words(self.text, source.start, source.end, offset))
        elif not self.spoiler_keys.cut_spoilers(source.start, source.end):
            self.typing_assist.apply(move_selection(self.text, source.start, source.end, offset))

    def _copies(self, source: SectionRange, dragged: str) -> bool:
        """Tell whether a copy of ``dragged`` is of another section, or of whole words of this."""
        if source.section != self._section_id:
            return True
        here = self.text[source.start : source.end] == dragged
        return here and is_words(self.text, source.start, source.end)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Accept text and images."""
        return self._paste_handler.accepts(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert what was pasted or dropped."""
        self.spoiler_keys.leave_head()
        self.spoiler_keys.free_selection()
        self._paste_handler.insert(source)

    def offer_image(self, source: ImageInput | None) -> None:
        """Offer an image for the paragraph border nearest to the cursor; None asks for a file."""
        self._paste_handler.offer_image(source)

    def cut(self) -> None:
        """Cut the selection; marks of what remains stay in pairs, and tags do not remain alone."""
        self.copy()
        if self.textCursor().hasSelection():
            self._delete_selected()

    def paste_plain(self) -> None:
        """Paste the clipboard without its formatting."""
        self.spoiler_keys.leave_head()
        self.spoiler_keys.free_selection()
        self._paste_handler.insert_text(clipboard_content())

    # -- inside -----------------------------------------------------------------------------------

    def _delete_selected(self) -> None:
        self.spoiler_keys.free_selection()
        if not self.typing_assist.format_keys.delete(1):
            self.textCursor().removeSelectedText()

    def _handle_plain_key(self, event: QKeyEvent) -> None:
        keys, format_keys = QKeySequence.StandardKey, self.typing_assist.format_keys
        if event.matches(keys.Cut):
            # Qt would call its own function and not the one of this class.
            self.cut()
            return
        word = event.matches(keys.DeleteEndOfWord) - event.matches(keys.DeleteStartOfWord)
        if word and (self.textCursor().hasSelection() or select_word(self, word)):
            self._delete_selected()
            return
        if event.text() and event.text().isprintable() and not event.modifiers() & _COMMANDS:
            format_keys.make_room()
        super().keyPressEvent(event)
        self.typing_assist.handle_typed(event.text() if event.isAccepted() else "")
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            format_keys.tidy()

    def _mend_gap(self, before: str, start: int, end: int) -> None:
        """Leave no second blank where words were that another window or program has taken."""
        taken = self.text == before[:start] + before[end:] and is_words(before, start, end)
        gap = mend_gap(self.text, start) if taken else None
        if gap is not None:
            self.typing_assist.apply(gap)

    def _deselect_punctuation(self) -> None:
        start, end = self.selection()
        low, high = trim_punctuation(self.text, start, end)
        if (low, high) != (start, end):
            self.select(low, high)


def _is_home(event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == Qt.Key.Key_Home and not modifiers & ~_SHIFT
