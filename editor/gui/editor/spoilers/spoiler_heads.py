"""Heads of the spoilers in a text field under the mouse, and the change of their labels."""

import html
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent

from editor.gui.editor.markdown_edit import MarkdownEdit
from editor.gui.editor.spoilers.spoiler_blocks import ShownSpoiler, SpoilerBlocks
from editor.gui.editor.spoilers.spoiler_label_edit import SpoilerLabelEdit
from editor.gui.editor.spoilers.spoiler_painter import SpoilerPainter
from editor.markdown.selection import CommandEdit
from editor.markdown.spoiler_commands import relabel_spoiler


class SpoilerHeads:
    """Folds and unfolds by a click on a head, and changes its label after a double click."""

    def __init__(
        self,
        field: MarkdownEdit,
        blocks: SpoilerBlocks,
        painter: SpoilerPainter,
        apply: Callable[[CommandEdit], object],
    ) -> None:
        """``apply`` makes an edit of the text as an undo step of its own."""
        self._field = field
        self._blocks = blocks
        self._painter = painter
        self._apply = apply
        self.pressed = False
        """Whether a mouse button is held that was pressed on a head."""

    def press(self, event: QMouseEvent) -> bool:
        """Fold or unfold the spoiler whose head is clicked; return False for another click."""
        head = self._painter.head_at(event.position())
        self.pressed = head is not None and event.button() == Qt.MouseButton.LeftButton
        if head is not None and self.pressed:
            self._field.move_cursor(head.span.start, selecting=False)
            self._blocks.toggle(head)
        return self.pressed

    def double_click(self, event: QMouseEvent) -> bool:
        """Let the writer change the label that is clicked; return False for another click."""
        head = self._painter.head_at(event.position())
        if head is None:
            return False
        self.pressed = True
        # The first of the two clicks has folded or unfolded it.
        self._blocks.toggle(head)
        self.edit_label(head)
        return True

    def release(self) -> bool:
        """Return whether the button that is released was pressed on a head."""
        pressed, self.pressed = self.pressed, False
        return pressed

    def hover(self, event: QMouseEvent) -> None:
        """Show a hand over a head, and the bar of a text elsewhere."""
        head = self._painter.head_at(event.position())
        shapes = Qt.CursorShape
        shape = shapes.IBeamCursor if head is None else shapes.PointingHandCursor
        self._field.viewport().setCursor(shape)

    def edit_label(self, spoiler: ShownSpoiler) -> None:
        """Show a line in the head of ``spoiler``, in whose label it has the cursor."""
        area = self._painter.head_area(spoiler)
        edit = SpoilerLabelEdit(html.unescape(spoiler.span.label), area, self._field.viewport())
        edit.chosen.connect(self._relabel)

    def _relabel(self, label: str) -> None:
        head = self._blocks.at_head
        if head is not None and label != html.unescape(head.span.label):
            self._apply(relabel_spoiler(self._field.text, head.span, label))
