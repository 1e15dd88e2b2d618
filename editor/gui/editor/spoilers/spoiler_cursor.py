"""The text cursor at spoilers: it is kept out of their tags, which are not seen."""

from PySide6.QtGui import QTextCursor

from editor.gui.editor.markdown_edit import MarkdownEdit
from editor.gui.editor.spoilers.spoiler_blocks import SpoilerBlocks


class SpoilerCursor:
    """Keeps the cursor of one field out of the tags of its spoilers.

    The only place in a head is its start. The cursor steps over the text of a folded spoiler, and
    a cursor that is put into it, as by a search, unfolds it.
    """

    def __init__(self, field: MarkdownEdit, blocks: SpoilerBlocks) -> None:
        self._field = field
        self._blocks = blocks
        self._last = 0
        """Position of the cursor before it moved."""
        # An edit can also end a spoiler around the cursor, or put the cursor into a folded one.
        field.document().contentsChanged.connect(self.follow)
        field.cursorPositionChanged.connect(self.follow)

    def off_tags(self, position: int) -> int:
        """Return a position in UTF-16 units, or where the text of a spoiler is beside its tag."""
        spoiler = self._blocks.at(position)
        if spoiler is None or position in (spoiler.start, spoiler.end):
            return position
        return min(max(position, spoiler.body), spoiler.body_end)

    def follow(self) -> None:
        """Move a cursor that is in a tag to the next place where it is seen."""
        blocks = self._blocks
        if blocks.updating:
            return
        blocks.read()
        cursor = self._field.textCursor()
        before, self._last = self._last, cursor.position()
        if not blocks.shown:
            return
        if cursor.hasSelection():
            self._stop(cursor.anchor(), cursor.anchor())
            target = self._stop(cursor.position(), before)
            if target != cursor.position():
                cursor.setPosition(target, QTextCursor.MoveMode.KeepAnchor)
                self._field.setTextCursor(cursor)
            return
        target = self._stop(cursor.position(), before)
        if target != cursor.position():
            cursor.setPosition(target)
            self._field.setTextCursor(cursor)
        if any(spoiler.start in (before, target) for spoiler in blocks.shown):
            # Qt repaints the cursor only, and not the head that it comes to or leaves.
            self._field.viewport().update()

    def _stop(self, position: int, before: int) -> int:
        """Return where a cursor that comes from ``before`` to ``position`` is seen."""
        forward = position >= before
        spoiler = self._blocks.at(position)
        if spoiler is None or position == spoiler.start:
            return position
        if spoiler.body <= position <= spoiler.body_end:
            self._blocks.unfold_between(position, position + 1)
            return position
        if position < spoiler.body:
            comes_from_outside = not spoiler.start <= before <= spoiler.end
            if comes_from_outside or not forward:
                return spoiler.start
            if not spoiler.folded:
                return spoiler.body
        behind = spoiler.end + 1
        exists = behind < self._field.document().characterCount()
        return behind if forward and exists else spoiler.last_place
