"""Geometry of text in a QTextEdit, in the coordinates of its viewport."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit


def selection_rect(edit: QTextEdit, selection: QTextCursor) -> QRect:
    """Return the rectangle of a selection; of one over several lines the start of the first."""
    cursor = QTextCursor(edit.document())
    cursor.setPosition(selection.selectionStart())
    first = edit.cursorRect(cursor)
    cursor.setPosition(selection.selectionEnd())
    last = edit.cursorRect(cursor)
    return first.united(last) if first.top() == last.top() else first


def lines_rect(edit: QTextEdit, selection: QTextCursor) -> QRect:
    """Return the rectangle from the start of a selection to its end, over all of its lines.

    Of a selection over several lines it begins at the left of its start and reaches to the right
    edge of the text.
    """
    cursor = QTextCursor(edit.document())
    cursor.setPosition(selection.selectionStart())
    first = edit.cursorRect(cursor)
    cursor.setPosition(selection.selectionEnd())
    last = edit.cursorRect(cursor)
    right = last.right() if first.top() == last.top() else edit.viewport().width()
    return QRect(first.topLeft(), last.bottomRight()).adjusted(0, 0, right - last.right(), 0)


def exposed_range(edit: QTextEdit, area: QRect) -> tuple[int, int]:
    """Return the start of the first paragraph in ``area`` and the end of the last one.

    Both are in UTF-16 units.
    """
    first = edit.cursorForPosition(area.topLeft()).block().position()
    last_block = edit.cursorForPosition(area.bottomRight()).block()
    return first, last_block.position() + last_block.length()
