"""A text field as high as its text, without a history and without a colour of its own."""

import math

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from editor.gui.theme import Theme
from editor.gui.widgets.history_keys import is_history_key

_UNBREAKABLE = 10_000
"""Characters without a space that Qt, which looks for the end of such a word in each of its lines,
still lays out at once; pasted data may have more."""
_HINT_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_TALL = 10_000
"""Height that no hint reaches, in pixels."""
_WRAPPING = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class AutoHeightEdit(QTextEdit):
    """Shows text in the font and the measure of the theme; what is around it scrolls."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        # The document keeps one history for the whole form; a second one here would contradict it.
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(_WRAPPING)
        self.document().setDocumentMargin(0)
        self._hint = ""
        self._theme = theme
        self._spacing = theme.line_spacing()
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def set_theme(self, theme: Theme) -> None:
        """Show the text in the font and colours of ``theme``."""
        self._theme = theme
        self._spacing = theme.line_spacing()
        self.setFont(theme.text_font)
        self._space_lines()
        self._fit()

    def set_hint(self, hint: str) -> None:
        """Show ``hint`` as long as there is no text."""
        self._hint = hint
        self.setAccessibleDescription(hint)
        self._fit()
        self.viewport().update()

    def choose_wrapping(self, text: str) -> None:
        """Break lines between words, or anywhere while one word is beyond all measure."""
        modes = QTextOption.WrapMode
        mode = modes.WrapAnywhere if _unbreakable(text) else _WRAPPING
        if self.wordWrapMode() != mode:
            self.setWordWrapMode(mode)

    def sizeHint(self) -> QSize:
        """Return the size that shows the whole text."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the smallest useful size: the whole text at a narrow width."""
        return QSize(self._theme.px(160), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow or shrink with the text when the width changes its lines."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window: they go through all fields in order."""
        if event.type() == QEvent.Type.ShortcutOverride and is_history_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; undo and redo belong to the window."""
        if is_history_key(event):
            event.ignore()
        elif _is_enter(event) and not self.isReadOnly():
            # Qt itself would take the first Enter on an empty line for its line spacing's end.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def paint_hint(self, painter: QPainter) -> None:
        """Draw the hint where the text will be."""
        painter.setFont(self._hint_font())
        painter.setPen(self._theme.color("soft_ink"))
        painter.drawText(self.viewport().rect(), _HINT_FLAGS, self._hint)

    def _hint_font(self) -> QFont:
        font = self.font()
        font.setItalic(True)
        return font

    def _hint_height(self) -> int:
        """Return the room that the whole hint needs while there is no text."""
        if not self._hint or not self.document().isEmpty():
            return 0
        room = QRect(0, 0, self.viewport().width(), _TALL)
        return QFontMetrics(self._hint_font()).boundingRect(room, _HINT_FLAGS, self._hint).height()

    def _space_lines(self) -> None:
        spacing = QTextBlockFormat()
        spacing.setLineHeight(
            self._spacing, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)

    def _height(self) -> int:
        line = self.fontMetrics().lineSpacing() * self._spacing / 100
        least = max(line, self._hint_height())
        return math.ceil(max(self.document().size().height(), least)) + 2

    def _fit(self) -> None:
        height = self._height()
        if self.minimumHeight() != height:
            self.setFixedHeight(height)


def _is_enter(event: QKeyEvent) -> bool:
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and event.matches(QKeySequence.StandardKey.InsertParagraphSeparator)


def _unbreakable(text: str) -> bool:
    """Tell whether there is a word so long that breaking lines at words takes its time."""
    if len(text) <= _UNBREAKABLE:
        return False
    lines = (line for line in text.split("\n") if len(line) > _UNBREAKABLE)
    return any(len(word) > _UNBREAKABLE for line in lines for word in line.split())
