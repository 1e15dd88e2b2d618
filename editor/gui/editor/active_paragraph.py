"""The paragraph that a writer is in: its Markdown marks are seen, those of the others recede."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from editor.gui.editor.highlighter import MarkdownHighlighter


class ActiveParagraph(QObject):
    """Follows the cursor of one field.

    Where marks are hidden, text moves when they appear. It does so only after a mouse button has
    been released and no double click can follow any more, so that no word moves from under the
    pointer.
    """

    restyled = Signal(int, int)
    """A line has other formats: its position and length in UTF-16 units."""

    def __init__(self, field: QTextEdit, highlighter: MarkdownHighlighter) -> None:
        super().__init__(field)
        self._field = field
        self._highlighter = highlighter
        self._active = False
        self._revealed: int | None = None
        self._pressed = False
        self._settled = QTimer(self, singleShot=True)
        self._settled.timeout.connect(self._follow)
        field.cursorPositionChanged.connect(self._cursor_moved)
        self._follow()

    def activate(self) -> None:
        """Show the marks at the cursor: the field has the focus."""
        self._active = True
        self._cursor_moved()

    def deactivate(self) -> None:
        """Let all marks recede: the focus has gone elsewhere."""
        self._active = False
        self._settled.stop()
        self._follow()

    def reveal(self, position: int | None) -> None:
        """Show the marks at a position in UTF-16 units while the focus is elsewhere.

        The current match of a search may be in an address that is hidden.
        """
        if position != self._revealed:
            self._revealed = position
            self._follow()

    def press(self) -> None:
        """Wait while a mouse button is pressed."""
        self._pressed = self._highlighter.hides

    def release(self) -> None:
        """Follow the cursor once no double click can follow the release of the button."""
        if self._pressed:
            self._pressed = False
            self._settled.start(QApplication.doubleClickInterval())

    def settle(self) -> None:
        """Follow the cursor now, as before a key acts on what is seen.

        The release of a button that has opened a menu or begun a drag never comes.
        """
        if self._pressed or self._settled.isActive():
            self._pressed = False
            self._settled.stop()
            self._follow()

    def _cursor_moved(self) -> None:
        if not self._pressed and not self._settled.isActive():
            self._follow()

    def _follow(self) -> None:
        cursor = self._field.textCursor() if self._active else self._revealed_cursor()
        for block in self._highlighter.follow(cursor):
            self.restyled.emit(block.position(), block.length())

    def _revealed_cursor(self) -> QTextCursor | None:
        if self._revealed is None:
            return None
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(min(self._revealed, self._field.document().characterCount() - 1))
        return cursor
