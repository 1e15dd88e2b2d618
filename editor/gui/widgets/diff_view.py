"""Two versions of a text side by side; differences are marked by shape and by colour."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollBar,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from editor.gui.theme import Theme
from editor.review.text_diff import DiffPiece, DiffSide

_CONTEXT = 300
"""Characters of equal text that are shown before and after a difference."""
_MOST = 100_000
"""Largest number of characters that are shown of one piece."""


class DiffView(QWidget):
    """Shows the pieces of a comparison.

    Text that is only on the left is struck out; text only on the right is bold and underlined.
    """

    def __init__(self, titles: tuple[str, str], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._following = False
        self._left = _pane("difference.left", titles[0], self)
        self._right = _pane("difference.right", titles[1], self)
        columns = QHBoxLayout(self)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(theme.px(12))
        for title, pane in zip(titles, (self._left, self._right), strict=True):
            label = QLabel(title, self)
            label.setProperty("role", "strong")
            column = QVBoxLayout()
            column.addWidget(label)
            column.addWidget(pane, 1)
            columns.addLayout(column, 1)
        bars = self._left.verticalScrollBar(), self._right.verticalScrollBar()
        for bar, other in (bars, bars[::-1]):
            bar.valueChanged.connect(partial(self._follow, other))

    def show_pieces(self, pieces: Sequence[DiffPiece]) -> None:
        """Show a comparison."""
        self._fill(self._left, pieces, DiffSide.OLD, _struck(self._theme))
        self._fill(self._right, pieces, DiffSide.NEW, _added(self._theme))

    def say(self, sentence: str) -> None:
        """Show a sentence instead of a comparison."""
        self._right.clear()
        self.say_left(sentence)

    def say_left(self, sentence: str) -> None:
        """Show a sentence instead of the left text."""
        self._say_in(self._left, sentence)

    def say_right(self, sentence: str) -> None:
        """Show a sentence instead of the right text."""
        self._say_in(self._right, sentence)

    def _say_in(self, pane: QTextEdit, sentence: str) -> None:
        pane.clear()
        pane.setTextColor(self._theme.color("soft_ink"))
        pane.setPlainText(sentence)

    def _follow(self, other: QScrollBar, value: int) -> None:
        """Scroll the other side to the same position, as far as it reaches."""
        if not self._following:
            self._following = True
            other.setValue(value)
            self._following = False

    def _fill(
        self, pane: QTextEdit, pieces: Sequence[DiffPiece], side: DiffSide, marked: QTextCharFormat
    ) -> None:
        pane.clear()
        cursor = QTextCursor(pane.document())
        first = -1
        plain, quiet = QTextCharFormat(), QTextCharFormat()
        quiet.setForeground(self._theme.color("soft_ink"))
        for index, piece in enumerate(pieces):
            if piece.side is side:
                first = cursor.position() if first < 0 else first
                # A space before a word is marked only if nothing else differs.
                word = piece.text.lstrip() or piece.text
                cursor.insertText(piece.text[: len(piece.text) - len(word)], plain)
                cursor.insertText(_cut(word), marked)
            elif piece.side is DiffSide.BOTH:
                ends = (index > 0, index < len(pieces) - 1)
                for text, left_out in _excerpt(piece.text, ends):
                    cursor.insertText(text, quiet if left_out else plain)
        cursor.setPosition(max(first, 0))
        pane.setTextCursor(cursor)
        pane.ensureCursorVisible()


def _pane(name: str, spoken: str, parent: QWidget) -> QTextEdit:
    pane = QTextEdit(parent)
    pane.setObjectName(name)
    pane.setAccessibleName(spoken)
    pane.setReadOnly(True)
    pane.setTabChangesFocus(True)
    pane.setUndoRedoEnabled(False)
    pane.setFrameShape(QFrame.Shape.StyledPanel)
    return pane


def _struck(theme: Theme) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setFontStrikeOut(True)
    shape.setForeground(theme.color("spelling"))
    return shape


def _added(theme: Theme) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setFontUnderline(True)
    shape.setFontWeight(QFont.Weight.Bold)
    shape.setForeground(theme.color("good"))
    return shape


def _excerpt(text: str, ends: tuple[bool, bool]) -> Iterable[tuple[str, bool]]:
    """Yield the texts to show for an equal piece, and whether each stands for omitted words.

    ``ends`` tells whether there is a difference before the piece and after it.
    """
    before, behind = (_CONTEXT if end else 0 for end in ends)
    if not any(ends):
        yield _cut(text), False
    elif len(text) <= before + behind + _CONTEXT:
        yield text, False
    else:
        if before:
            yield text[:before].rpartition(" ")[0], False
        words = len(text[before : len(text) - behind].split())
        left_out = QCoreApplication.translate("DiffView", "{n} gleiche Wörter")
        above, below = ("\n" if end else "" for end in ends)
        yield f"{above}⋯ {left_out.format(n=words)} ⋯{below}", True
        if behind:
            yield text[-behind:].partition(" ")[2], False


def _cut(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[:_MOST]} …"
