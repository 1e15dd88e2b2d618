"""Pasting and dropping into a section: plain text, formatted text and images."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from shiboken6 import isValid

from editor.errors import RezensentError
from editor.gui.editor.editor_signals import EditorSignals
from editor.gui.editor.image_data import ImageInput
from editor.gui.editor.image_drop import ImageOffer, image_in
from editor.gui.editor.markdown_edit import MarkdownEdit
from editor.gui.editor.typing_assist import TypingAssist
from editor.importing.html_cleaner import is_formatted
from editor.markdown.blank_lines import with_blank_lines
from editor.markdown.image_paragraphs import insert_image
from editor.markdown.link_commands import is_address
from editor.markdown.plaintext.letters import compose
from editor.markdown.spoiler_commands import fit_spoilers
from editor.storage.size_limit import LONGEST_INSERTED

_LONGEST_HTML = 20 * LONGEST_INSERTED
"""Code points of HTML; word processors write many times more of it than of text."""


@dataclass(frozen=True, slots=True)
class PastedHtml:
    """HTML of a clipboard, its plain text, and a function that inserts text where it was pasted."""

    html: str
    text: str
    put: Callable[[str], None]


class PasteHandler:
    """Inserts plain text, and emits signals for formatted text and images.

    QTextCursors keep the positions, since the writer may continue to type until a conversion ends.
    """

    def __init__(
        self, field: MarkdownEdit, typing_assist: TypingAssist, signals: EditorSignals
    ) -> None:
        self._field = field
        self._typing_assist = typing_assist
        self._signals = signals

    def accepts(self, source: QMimeData) -> bool:
        """Return whether ``source`` holds text or an image."""
        text = source.hasText() and not any(url.isLocalFile() for url in source.urls())
        return text or image_in(source) is not None

    def insert(self, source: QMimeData) -> None:
        """Insert ``source`` at the cursor, now or once it has been converted."""
        image = image_in(source)
        if image is not None:
            self.offer_image(image)
            return
        if self.refuse(source):
            return
        html = source.html() if source.hasHtml() else ""
        if self._field.textCursor().hasSelection() and is_address(source.text()):
            self._signals.address_pasted.emit(source.text())
        elif is_formatted(html):
            self._signals.html_pasted.emit(self._pasted_html(html, source.text()))
        else:
            self.insert_text(source)

    def refuse(self, source: QMimeData) -> bool:
        """Return whether the text of ``source`` is too long to be inserted, and say so."""
        # Checked before a conversion, which would take minutes.
        if len(source.text()) <= LONGEST_INSERTED and len(source.html()) <= _LONGEST_HTML:
            return False
        self._signals.paste_refused.emit(
            RezensentError(
                "Der Text ist zu lang, um ihn einzufügen (mehr als 200.000 Zeichen); bitte "
                "kopieren Sie ihn in mehreren Teilen, oder importieren Sie ihn mit „Datei ▸ "
                "Text importieren“.",
                "The text is too long to be pasted (more than 200,000 characters); please "
                "copy it in several parts, or import it with “File ▸ Import text”.",
            )
        )
        return True

    def offer_image(self, source: ImageInput | None) -> None:
        """Emit the offer of an image, whose paragraph will be near the cursor of now."""
        place = QTextCursor(self._field.textCursor())
        offer = ImageOffer(source, lambda image: self._insert_image(place, image))
        self._signals.image_offered.emit(offer)

    def _insert_image(self, place: QTextCursor, image: str) -> None:
        field = self._field
        # Another review may have been opened since then, with editors of its own.
        if isValid(field):
            at = field.positions().code_points(place.selectionEnd())
            edit = insert_image(field.text, at, image)
            field.replace(edit.start, edit.end, edit.text)

    def insert_text(self, source: QMimeData) -> None:
        """Insert the plain text of ``source`` only, each of its lines as a paragraph of Qt.

        Its letters are composed: macOS and PDF files hold „ö“ as two characters.
        """
        if not source.hasText() or self.refuse(source):
            return
        before = self._field.text
        text = compose(source.text().replace("\r\n", "\n").replace("\r", "\n"))
        self._typing_assist.format_keys.prepare(text)
        text = fit_spoilers(self._field.text, *self._field.selection(), text)
        self._field.put(self._field.textCursor(), text)
        self._field.ensureCursorVisible()
        # Qt reports a drop within the field as one change, once the dragged text is removed too.
        if self._field.text is not before:
            self._typing_assist.typeset_inserted(text)
            self._typing_assist.format_keys.tidy()

    def _pasted_html(self, html: str, text: str) -> PastedHtml:
        place = QTextCursor(self._field.textCursor())
        # Text that is typed until the conversion ends comes after the pasted text.
        place.setKeepPositionOnInsert(True)
        selected = place.selectedText()
        return PastedHtml(html, text, lambda markdown: self._put(place, selected, markdown))

    def _put(self, place: QTextCursor, selected: str, text: str) -> None:
        """Replace what was ``selected`` at ``place`` by ``text``, with typography."""
        field = self._field
        if not isValid(field):
            # Another review has been opened since then, with editors of its own.
            return
        if place.selectedText() != selected:
            # The writer has typed over the selection, or after it, which Qt adds to the selection.
            place.setPosition(place.selectionStart())
        at = field.positions().code_points
        start, end = at(place.selectionStart()), at(place.selectionEnd())
        text = with_blank_lines(text, field.text[:start], field.text[end:])
        place.setKeepPositionOnInsert(False)
        field.put(place, text)
        end = field.positions().code_points(place.position())
        self._typing_assist.typeset_inserted(text, end)
