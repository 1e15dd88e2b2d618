"""The editor of one section: what keys, mouse and clipboard do in it, and what is marked there."""

import json
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from editor.gui.dialogs import copied
from editor.gui.editor.editor_signals import EditorSignals
from editor.gui.editor.finding_overlay import FindingOverlay
from editor.gui.editor.markdown_edit import MarkdownEdit
from editor.gui.editor.paste_handler import PasteHandler
from editor.gui.editor.search_overlay import SearchOverlay
from editor.gui.editor.typing_assist import TypingAssist, TypingOptions
from editor.gui.theme import Theme
from editor.markdown.selection import trim_punctuation

_UNDO = ("edit-undo", "edit-redo")
"""Object names of Qt's menu entries that act on its own undo stack, which stays empty here."""
_FORMAT = "application/x-rezensent-stretch"


class SectionRange(NamedTuple):
    """A stretch of a section, in code points."""

    section: str
    start: int
    end: int


def to_mime_data(stretch: SectionRange, text: str) -> QMimeData:
    """Return ``text``, which stands at ``stretch``, as it is dragged or copied."""
    data = QMimeData()
    data.setText(text)
    data.setData(_FORMAT, json.dumps([_process(), *stretch]).encode())
    return data


def from_mime_data(data: QMimeData) -> SectionRange | None:
    """Return where the text was taken from, None when that was not in this program."""
    if not data.hasFormat(_FORMAT):
        return None
    process, *stretch = json.loads(bytes(data.data(_FORMAT).data()))
    # Another window's sections have the same names and are not ours to move.
    return SectionRange(*stretch) if process == _process() else None


def _process() -> int:
    return QCoreApplication.applicationPid()


class SectionEditor(MarkdownEdit):
    """Hands every event to whoever of its parts knows what to do with it."""

    focused = Signal()

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
        self._by_words = False
        self._moving = False
        self._dragged = False
        """Whether something has been dragged since the button went down."""
        self.findings = FindingOverlay(self)
        self.matches = SearchOverlay(self)
        self.listeners = (self.findings, self.matches)
        self.typing_assist = TypingAssist(self, typing_options)
        self._paste_handler = PasteHandler(self, self.typing_assist, signals)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, the underlines and what a search has found of what is exposed."""
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
        painter.end()

    # -- keys -------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, with what writing does beyond the keys."""
        if self.isReadOnly():
            super().keyPressEvent(event)
        elif not self.typing_assist.pressed(event):
            super().keyPressEvent(event)
            self.typing_assist.typed(event.text() if event.isAccepted() else "")

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what an input method or a dead key has made as typed."""
        super().inputMethodEvent(event)
        self.typing_assist.typed(event.commitString())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this section is the current one."""
        super().focusInEvent(event)
        self.focused.emit()

    # -- the mouse --------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Set the cursor, or begin to drag."""
        self._dragged = False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select, or drag once.

        Qt does not notice that Escape has ended a drag: it begins the next one with the same button
        down, and one more after that one's drop, which then keeps every key to itself.
        """
        if not self._dragged:
            self._moving = True
            super().mouseMoveEvent(event)
            self._moving = False

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
        cursor = self.textCursor()
        clicked = event.button() == Qt.MouseButton.LeftButton and not cursor.hasSelection()
        if clicked and cursor.position() != self.word_end:
            self.ask_about_cursor()

    def ask_about_cursor(self) -> None:
        """Ask for the card of the finding at the cursor, if there is one."""
        finding = self.findings.at_cursor()
        if finding is not None:
            area = self.findings.area_of(finding)
            on_screen = QRect(self.viewport().mapToGlobal(area.topLeft()), area.size())
            self._signals.finding_requested.emit(self._section_id, finding, on_screen)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the usual menu with the finding at the pointer and its suggestions on top."""
        at = self.cursorForPosition(event.pos())
        pointed = event.reason() == QContextMenuEvent.Reason.Mouse
        if pointed and not self.textCursor().hasSelection():
            # What the menu does, as moving a paragraph, is meant for the text under the pointer.
            self.setTextCursor(at)
        menu = self.createStandardContextMenu()
        _remove_undo(menu)
        finding = self.findings.at(at.position())
        self._signals.menu_created.emit(self._section_id, menu, finding)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    # -- what comes and goes ----------------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what is selected as text, no-break spaces included, and where it stands."""
        self._dragged |= self._moving
        start, end = self.selection()
        return to_mime_data(SectionRange(self._section_id, start, end), self.text[start:end])

    def dropEvent(self, event: QDropEvent) -> None:
        """Leave text that comes from another section to the document: two edits are one step."""
        stretch = from_mime_data(event.mimeData())
        if stretch is None or stretch.section == self._section_id:
            super().dropEvent(event)
            return
        copy = event.dropAction() == Qt.DropAction.CopyAction
        # Whoever started to drag removes what has been moved: here the document does it.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.dragLeaveEvent(QDragLeaveEvent())
        at = self.cursorForPosition(event.position().toPoint()).position()
        offset = self.positions().code_points(at)
        self._signals.text_dropped.emit(self._section_id, stretch, offset, copy)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Accept what ``PasteHandler`` takes."""
        return self._paste_handler.takes(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what was pasted or dropped."""
        self._paste_handler.insert(source)

    def paste_plain(self) -> None:
        """Paste what was copied without its formatting."""
        self._paste_handler.insert_text(copied())

    # -- inside -----------------------------------------------------------------------------------

    def _leave_marks_out(self) -> None:
        start, end = self.selection()
        low, high = trim_punctuation(self.text, start, end)
        if (low, high) != (start, end):
            self.select(low, high)


def _remove_undo(menu: QMenu) -> None:
    """Remove Qt's undo and redo, and the separator after them."""
    for action in menu.actions():
        if action.objectName() in _UNDO:
            menu.removeAction(action)
    if menu.actions() and menu.actions()[0].isSeparator():
        menu.removeAction(menu.actions()[0])
