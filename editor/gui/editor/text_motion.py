"""Motions of the cursor that know the marks of Markdown."""

from PySide6.QtGui import QTextCursor

from editor.gui.editor.markdown_edit import MarkdownEdit
from editor.markdown.mark_edges import SIGNS
from editor.markdown.scanner.lines import PREFIX

_KEEP = QTextCursor.MoveMode.KeepAnchor


def go_to_text(edit: MarkdownEdit, *, selecting: bool) -> bool:
    """Go to the text of the line, behind its marks; return False where the cursor is there.

    It is that of the first line on the screen of a paragraph; the others have no marks.
    """
    cursor = edit.textCursor()
    start = QTextCursor(cursor)
    start.movePosition(QTextCursor.MoveOperation.StartOfLine)
    prefix = PREFIX.match(cursor.block().text())
    place = cursor.block().position() + (prefix.end() if prefix else 0)
    if start.position() != cursor.block().position() or cursor.position() <= place:
        return False
    edit.move_cursor(edit.positions().code_points(place), selecting=selecting)
    return True


def select_word(edit: MarkdownEdit, by: int) -> bool:
    """Select the word before (``by`` -1) or after (1) the cursor, over the marks between.

    Returns False, and selects nothing, where no mark is there.
    """
    cursor = edit.textCursor()
    if cursor.hasSelection():
        return False
    motions = QTextCursor.MoveOperation
    motion = motions.PreviousWord if by < 0 else motions.NextWord
    cursor.movePosition(motion, _KEEP)
    if not set(cursor.selectedText()) & SIGNS:
        return False
    # Qt takes signs for a word of their own.
    while not set(cursor.selectedText()) - SIGNS and cursor.movePosition(motion, _KEEP):
        pass
    edit.setTextCursor(cursor)
    return True
