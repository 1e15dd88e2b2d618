"""What comes into a section from elsewhere: pasted or dropped text, formatted or not, pictures."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from shiboken6 import isValid

from editor.gui.editor.editor_signals import EditorSignals
from editor.gui.editor.image_drop import ImageOffer, image_in
from editor.gui.editor.markdown_edit import MarkdownEdit
from editor.gui.editor.typing_assist import TypingAssist
from editor.importing.html_cleaner import is_formatted
from editor.markdown.blank_lines import with_blank_lines


@dataclass(frozen=True, slots=True)
class PastedHtml:
    """HTML of a clipboard, the same as plain text, and what puts a text where it was pasted."""

    html: str
    text: str
    put: Callable[[str], None]


class PasteHandler:
    """Puts into a field what is plain text, and offers what has to be worked on first.

    Places are kept by cursors: the writer may type on until the rest comes.
    """

    def __init__(
        self, field: MarkdownEdit, typing_assist: TypingAssist, signals: EditorSignals
    ) -> None:
        self._field = field
        self._typing_assist = typing_assist
        self._signals = signals

    def takes(self, source: QMimeData) -> bool:
        """Tell whether there is text or a picture in it: Markdown holds no pasted colours."""
        text = source.hasText() and not any(url.isLocalFile() for url in source.urls())
        return text or image_in(source) is not None

    def insert(self, source: QMimeData) -> None:
        """Take what was pasted or dropped at the cursor."""
        picture = image_in(source)
        if picture is not None:
            place = QTextCursor(self._field.textCursor())
            offered = ImageOffer(picture, lambda text: self._field.put(place, text))
            self._signals.image_offered.emit(offered)
            return
        html = source.html() if source.hasHtml() else ""
        if is_formatted(html):
            self._signals.html_pasted.emit(self._html(html, source.text()))
        else:
            self.insert_text(source)

    def insert_text(self, source: QMimeData) -> None:
        """Take the text only, its line ends as paragraphs of the editor."""
        if not source.hasText():
            return
        before = self._field.text
        text = source.text().replace("\r\n", "\n").replace("\r", "\n")
        self._field.put(self._field.textCursor(), text)
        self._field.ensureCursorVisible()
        # What is dropped comes as one change with what it leaves behind, once that is done too.
        if self._field.text is not before:
            self._typing_assist.pasted(text)

    def _html(self, html: str, text: str) -> PastedHtml:
        place = QTextCursor(self._field.textCursor())
        # What is typed meanwhile comes behind it.
        place.setKeepPositionOnInsert(True)
        chosen = place.selectedText()
        return PastedHtml(html, text, lambda markdown: self._put(place, chosen, markdown))

    def _put(self, place: QTextCursor, chosen: str, text: str) -> None:
        """Put pasted text in the place of what was ``chosen``; typography follows as always."""
        field = self._field
        if not isValid(field):
            # Another review has been opened since, and its form has editors of its own.
            return
        if place.selectedText() != chosen:
            # Typed over, or typed behind: Qt takes that for a part of the selection.
            place.setPosition(place.selectionStart())
        at = field.positions().code_points
        start, end = at(place.selectionStart()), at(place.selectionEnd())
        text = with_blank_lines(text, field.text[:start], field.text[end:])
        place.setKeepPositionOnInsert(False)
        field.put(place, text)
        self._typing_assist.pasted(text, field.positions().code_points(place.position()))
