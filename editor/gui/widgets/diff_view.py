"""Two versions of a text side by side; differences are marked by shape and by colour."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from editor.gui.theme import Theme
from editor.review.text_diff import DiffPiece, DiffSide
from editor.review.versions.review_diff import PartDiff

_CONTEXT = 300
"""Characters of equal text that are shown before and after a difference."""
_LEAST = 120
"""Least width of each text, in units of ``Theme.px``."""
_MOST = 100_000
"""Largest number of characters that are shown of one piece."""
_LINE_HEIGHT, _PROPORTIONAL = 130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
"""Line height of the texts in per cent, and its kind."""


class DiffView(QWidget):
    """Shows the parts of a comparison, each under its heading.

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
            pane.setMinimumWidth(theme.px(_LEAST))
            columns.addLayout(column, 1)
        self._headings: dict[QTextEdit, list[int]] = {self._left: [], self._right: []}
        """Positions of the headings in the texts; both sides have the same ones."""
        for pane, other in ((self._left, self._right), (self._right, self._left)):
            pane.verticalScrollBar().valueChanged.connect(partial(self._follow, pane, other))

    def show_parts(self, parts: Sequence[PartDiff]) -> None:
        """Show the comparison of a review, or of one text as the only part without a heading.

        Beside parts that differ, long ones that are the same are shown as a number of words.
        """
        # What is not written yet is no place to scroll to.
        self._following = True
        for pane, side, marked in (
            (self._left, DiffSide.OLD, _struck(self._theme)),
            (self._right, DiffSide.NEW, _added(self._theme)),
        ):
            self._headings[pane] = _PaneWriter(pane, side, marked, self._theme).write(parts)
        self._following = False
        self._follow(self._left, self._right, self._left.verticalScrollBar().value())

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
        self._headings = {self._left: [], self._right: []}
        pane.clear()
        pane.setTextColor(self._theme.color("soft_ink"))
        pane.setPlainText(sentence)

    def _follow(self, pane: QTextEdit, other: QTextEdit, value: int) -> None:
        """Scroll the other side to the same part, and as far in it, as far as it reaches."""
        if self._following:
            return
        self._following = True
        here, there = self._anchors(pane), self._anchors(other)
        part = min(max(bisect_right(here, value) - 1, 0), len(here) - 2)
        share = (value - here[part]) / max(1, here[part + 1] - here[part])
        other.verticalScrollBar().setValue(
            round(there[part] + share * (there[part + 1] - there[part]))
        )
        self._following = False

    def _anchors(self, pane: QTextEdit) -> list[float]:
        """Return where the parts of a text begin, in pixels, and twice where the last one ends."""
        layout, document = pane.document().documentLayout(), pane.document()
        tops = [
            layout.blockBoundingRect(document.findBlock(position)).top()
            for position in self._headings[pane]
        ]
        height = layout.documentSize().height()
        return [0.0, *tops, height, height]


class _PaneWriter:
    """Writes one side of a comparison into its pane, and scrolls to the first difference."""

    def __init__(
        self, pane: QTextEdit, side: DiffSide, marked: QTextCharFormat, theme: Theme
    ) -> None:
        self._pane, self._side, self._theme = pane, side, theme
        self._marked, self._plain, self._quiet = marked, QTextCharFormat(), QTextCharFormat()
        self._quiet.setForeground(theme.color("soft_ink"))
        pane.clear()
        pane.document().setDocumentMargin(theme.px(10))
        self._lines = QTextBlockFormat()
        self._lines.setLineHeight(_LINE_HEIGHT, _PROPORTIONAL)
        self._cursor = QTextCursor(pane.document())
        self._first = -1
        """Position of the first difference, -1 for none."""

    def write(self, parts: Sequence[PartDiff]) -> list[int]:
        """Write ``parts`` and return the positions of their headings."""
        headings = []
        brief = any(part.changed for part in parts)
        for number, part in enumerate(parts):
            headings.append(self._begin(part.heading, first=number == 0))
            length = sum(len(piece.text) for piece in part.pieces)
            if brief and not part.changed and length > _CONTEXT:
                words = sum(len(piece.text.split()) for piece in part.pieces)
                text = QCoreApplication.translate("DiffView", "{n} gleiche Wörter")
                self._cursor.insertText(f"⋯ {text.format(n=words)} ⋯", self._quiet)
            else:
                self._write_pieces(part.pieces)
        self._cursor.setPosition(max(self._first, 0))
        self._pane.setTextCursor(self._cursor)
        self._pane.ensureCursorVisible()
        return headings

    def _begin(self, heading: str, *, first: bool) -> int:
        """Write a heading, if there is one, and return where it begins."""
        if not heading:
            return self._cursor.position()
        block, bold = QTextBlockFormat(), QTextCharFormat()
        block.setTopMargin(0 if first else self._theme.px(14))
        block.setBottomMargin(self._theme.px(2))
        bold.setFontWeight(QFont.Weight.Bold)
        bold.setForeground(self._theme.color("accent"))
        if first:
            self._cursor.setBlockFormat(block)
        else:
            self._cursor.insertBlock(block)
        position = self._cursor.position()
        self._cursor.insertText(heading, bold)
        self._cursor.insertBlock(self._lines, self._plain)
        return position

    def _write_pieces(self, pieces: Sequence[DiffPiece]) -> None:
        for index, piece in enumerate(pieces):
            if piece.side is self._side:
                self._first = self._cursor.position() if self._first < 0 else self._first
                # A space before a word is marked only if nothing else differs.
                word = piece.text.lstrip() or piece.text
                self._cursor.insertText(piece.text[: len(piece.text) - len(word)], self._plain)
                self._cursor.insertText(_cut(word), self._marked)
            elif piece.side is DiffSide.BOTH:
                ends = (index > 0, index < len(pieces) - 1)
                for text, left_out in _excerpt(piece.text, ends):
                    self._cursor.insertText(text, self._quiet if left_out else self._plain)


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
