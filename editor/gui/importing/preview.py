"""Preview of the sections of a sectioning, with the selected unit marked."""

from PySide6.QtGui import QShowEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from editor.gui.editor.utf16_positions import Utf16Positions
from editor.gui.theme import Theme
from editor.importing.sectioning import Sectioning


class ImportPreview(QPlainTextEdit):
    """Read-only view. QPlainTextEdit lays lines out when they are shown: fast for a whole book."""

    def __init__(self, ids: list[str], labels: list[str], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("import.preview")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self._theme = theme
        self._labels = dict(zip(ids, labels, strict=True))
        self._text = ""
        self._starts: dict[str, int] = {}
        self._marked: QTextCursor | None = None
        self.setFont(theme.text_font)
        self.document().setDocumentMargin(theme.px(14))

    def show_sectioning(self, sectioning: Sectioning) -> None:
        """Show the text of each section, in the order that they will have in an empty review."""
        texts = sectioning.texts()
        place = self.verticalScrollBar().value()
        self._text, headings = "", []
        self._marked = None
        for key in (key for key in sectioning.in_order(self._labels) if key in texts):
            before = "\n\n" if self._text else ""
            headings.append((len(self._text) + len(before), len(self._labels[key])))
            self._starts[key] = len(self._text) + len(before)
            self._text += f"{before}{self._labels[key]}\n{texts[key]}"
        # setPlainText uses the format at the cursor, which may be in a heading.
        self.setCurrentCharFormat(QTextCharFormat())
        self.setPlainText(self._text)
        self._mark_headings(headings)
        self.verticalScrollBar().setValue(place)

    def mark(self, section: str, text: str) -> None:
        """Mark ``text`` in ``section`` and scroll to it."""
        wanted = text.strip()
        start = self._text.find(wanted, self._starts.get(section, 0)) if wanted else -1
        if start < 0:
            self.setExtraSelections([])
            return
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor(start, len(wanted))
        selection.format.setBackground(self._theme.color("accent_ground"))
        self.setExtraSelections([selection])
        self._marked = self._cursor(start, 0)
        self._reveal()

    def showEvent(self, event: QShowEvent) -> None:
        """Scroll to the mark, which was not possible before the widget had a size."""
        super().showEvent(event)
        self._reveal()

    def _reveal(self) -> None:
        """Scroll to the mark, and to the heading if that is directly above it."""
        if self._marked is None:
            return
        above = QTextCursor(self._marked)
        above.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        for cursor in (above, self._marked):
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def _mark_headings(self, headings: list[tuple[int, int]]) -> None:
        bold = QTextCharFormat()
        font = self.font()
        font.setBold(True)
        bold.setFont(font)
        bold.setForeground(self._theme.color("accent"))
        for start, length in headings:
            self._cursor(start, length).mergeCharFormat(bold)

    def _cursor(self, start: int, length: int) -> QTextCursor:
        positions = Utf16Positions(self._text)
        cursor = QTextCursor(self.document())
        cursor.setPosition(positions.utf16(start))
        cursor.setPosition(positions.utf16(start + length), QTextCursor.MoveMode.KeepAnchor)
        return cursor
