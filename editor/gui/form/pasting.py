"""What comes into a section from elsewhere: pasted or dropped text, formatted or not, pictures."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from shiboken6 import isValid

from editor.gui.form.pasted_html import PastedHtml
from editor.gui.form.picture_source import Offered, picture_in
from editor.review.pasted_html import is_formatted
from editor.review.pasting import fitted

if TYPE_CHECKING:
    from editor.gui.form.section_editor import SectionEditor


class Pasting:
    """Puts into an editor what is plain text, and offers what has to be worked on first.

    Places are kept by cursors: the writer may type on until the rest comes.
    """

    def __init__(self, editor: "SectionEditor") -> None:
        self._editor = editor

    def takes(self, source: QMimeData) -> bool:
        """Tell whether there is text or a picture in it: Markdown holds no pasted colours."""
        text = source.hasText() and not any(url.isLocalFile() for url in source.urls())
        return text or picture_in(source) is not None

    def insert(self, source: QMimeData) -> None:
        """Take what was pasted or dropped at the cursor."""
        picture = picture_in(source)
        if picture is not None:
            place = QTextCursor(self._editor.textCursor())
            offered = Offered(picture, lambda text: self._editor.put(place, text))
            self._editor.picture_offered.emit(offered)
            return
        html = source.html() if source.hasHtml() else ""
        if is_formatted(html):
            self._editor.html_offered.emit(self._html(html, source.text()))
        else:
            self.insert_text(source)

    def insert_text(self, source: QMimeData) -> None:
        """Take the text only, its line ends as paragraphs of the editor."""
        if not source.hasText():
            return
        before = self._editor.text
        text = source.text().replace("\r\n", "\n").replace("\r", "\n")
        self._editor.put(self._editor.textCursor(), text)
        self._editor.ensureCursorVisible()
        # What is dropped comes as one change with what it leaves behind, once that is done too.
        if self._editor.text is not before:
            self._editor.writing.pasted(text)

    def _html(self, html: str, text: str) -> PastedHtml:
        place = QTextCursor(self._editor.textCursor())
        # What is typed meanwhile comes behind it.
        place.setKeepPositionOnInsert(True)
        chosen = place.selectedText()
        return PastedHtml(html, text, lambda markdown: self._put(place, chosen, markdown))

    def _put(self, place: QTextCursor, chosen: str, text: str) -> None:
        """Put pasted text in the place of what was ``chosen``; typography follows as always."""
        editor = self._editor
        if not isValid(editor):
            # Another review has been opened since, and its form has editors of its own.
            return
        if place.selectedText() != chosen:
            # Typed over, or typed behind: Qt takes that for a part of the selection.
            place.setPosition(place.selectionStart())
        at = editor.positions().code_points
        start, end = at(place.selectionStart()), at(place.selectionEnd())
        text = fitted(text, editor.text[:start], editor.text[end:])
        place.setKeepPositionOnInsert(False)
        editor.put(place, text)
        editor.writing.pasted(text, editor.positions().code_points(place.position()))
