"""Keys at spoilers: fold, unfold, enter and leave them, and make them text again."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from editor.gui.editor.markdown_edit import MarkdownEdit
from editor.gui.editor.spoilers.spoiler_blocks import ShownSpoiler, SpoilerBlocks
from editor.markdown.selection import CommandEdit
from editor.markdown.spoiler_commands import leave_spoiler, unwrap_spoiler
from editor.markdown.spoiler_spans import SpoilerSpan

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETING = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_PARAGRAPH = "\n\n"


class SpoilerKeys:
    """Handles the keys of one field where they mean something else at a spoiler.

    In a head Enter and Space fold and unfold, Backspace and Delete remove the spoiler but not its
    text, and letters go to the beginning of the text. Enter in an empty last paragraph goes behind
    the spoiler. No key joins a paragraph with a tag.
    """

    def __init__(
        self,
        field: MarkdownEdit,
        blocks: SpoilerBlocks,
        relabel: Callable[[ShownSpoiler], None],
    ) -> None:
        """``relabel`` lets the writer change the label of a spoiler, as F2 in its head does."""
        self._field = field
        self._blocks = blocks
        self._relabel = relabel

    def handle_key(self, event: QKeyEvent) -> bool:
        """Handle a key with an effect of its own; return False for every other key."""
        if not self._blocks.shown:
            return False
        if self._field.textCursor().hasSelection():
            if _is_edit(event):
                self.free_selection()
            return False
        head = self._blocks.at_head
        if head is not None:
            return self._handle_at_head(event, head)
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return self._leave_empty_paragraph()
        if event.key() in _DELETING:
            return self._keep_tags(backwards=event.key() == Qt.Key.Key_Backspace)
        return False

    def free_selection(self) -> None:
        """Make text of the spoilers that the selection cuts, before an edit replaces it.

        A spoiler that is selected as a whole, and text within one, need nothing.
        """
        for span in reversed(self.cut_spoilers(*self._field.selection())):
            self._apply(unwrap_spoiler(self._field.text, span, *self._field.selection()))
        self._leave_borders()

    def _leave_borders(self) -> None:
        """Deselect the line feeds between the selected text and a spoiler before or behind it."""
        text, (low, high) = self._field.text, self._field.selection()
        spans = [spoiler.span for spoiler in self._blocks.shown]
        first, last = low, high
        if low < high and any(span.end == low for span in spans):
            first += len(text[low:high]) - len(text[low:high].lstrip("\n"))
        if low < high and any(span.start == high for span in spans):
            last -= len(text[low:high]) - len(text[low:high].rstrip("\n"))
        if (first, last) != (low, high):
            self._field.select(min(first, high), max(last, min(first, high)))

    def cut_spoilers(self, low: int, high: int) -> list[SpoilerSpan]:
        """Return the spoilers of which a range, in code points, has a part beyond their text."""
        spans = (spoiler.span for spoiler in self._blocks.shown)
        touched = [span for span in spans if max(low, span.start) < min(high, span.end)]
        return [
            span
            for span in touched
            if not (low <= span.start and span.end <= high)
            and not (span.body <= low and high <= span.body_end)
        ]

    def copied_text(self, low: int, high: int) -> str:
        """Return the text of a range, in code points, without the tags of spoilers that it cuts."""
        text, pieces = self._field.text, []
        for span in self.cut_spoilers(low, high):
            for start, end in ((span.start, span.body), (span.body_end, span.end)):
                if max(start, low) < min(end, high):
                    pieces.append(text[low:start])
                    low = min(end, high)
        return "".join((*pieces, text[low:high]))

    def leave_head(self) -> None:
        """Move a cursor in a head to the beginning of the text, where words can be inserted."""
        head = self._blocks.at_head
        if head is not None:
            self._move(head.body)

    def _handle_at_head(self, event: QKeyEvent, head: ShownSpoiler) -> bool:
        if event.key() in (*_ENTER, Qt.Key.Key_Space):
            self._blocks.toggle(head)
            return True
        if event.key() == Qt.Key.Key_F2:
            self._relabel(head)
            return True
        if event.key() in _DELETING:
            span = head.span
            self._apply(unwrap_spoiler(self._field.text, span, span.start, span.start))
            return True
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.text().isprintable() and event.text() and not control:
            self._move(head.body)
        return False

    def _leave_empty_paragraph(self) -> bool:
        text, place = self._field.text, self._field.cursor_place()
        for spoiler in self._blocks.shown:
            span = spoiler.span
            body = text[span.body : span.body_end]
            if place == span.body_end and body.strip() and body.endswith(_PARAGRAPH):
                kept = body.rstrip("\n")
                behind = leave_spoiler(text, span)
                new = kept + text[span.body_end : span.end] + behind.text
                cursor = behind.selection[0] - (len(body) - len(kept))
                self._apply(CommandEdit(span.body, span.end, new, (cursor, cursor)))
                return True
        return False

    def _keep_tags(self, *, backwards: bool) -> bool:
        text, place = self._field.text, self._field.cursor_place()
        for spoiler in self._blocks.shown:
            span = spoiler.span
            if backwards and place == span.body:
                self._apply(unwrap_spoiler(text, span, place, place))
                return True
            if backwards and _is_border(text[span.end : place]):
                self._move(spoiler.last_place)
                return True
            if not backwards and place == span.body_end:
                return True
            if not backwards and _is_border(text[place : span.start]):
                self._move(spoiler.start)
                return True
        return False

    def _move(self, position: int) -> None:
        cursor = self._field.textCursor()
        cursor.setPosition(position)
        self._field.setTextCursor(cursor)

    def _apply(self, edit: CommandEdit) -> None:
        self._field.replace(edit.start, edit.end, edit.text)
        self._field.select(*edit.selection)


def _is_edit(event: QKeyEvent) -> bool:
    """Return whether a key replaces the selection."""
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    types = bool(event.text()) and event.text().isprintable() and not control
    cuts = event.matches(QKeySequence.StandardKey.Cut)
    return types or cuts or event.key() in (*_ENTER, *_DELETING)


def _is_border(between: str) -> bool:
    """Return whether ``between`` is all that separates a paragraph from a spoiler."""
    return between in ("\n", _PARAGRAPH)
