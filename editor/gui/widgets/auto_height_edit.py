"""Text edit as high as its text, without an undo history of its own."""

import math

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from editor.gui.theme import Theme
from editor.gui.widgets.shortcut_priority import is_history_key

_UNBREAKABLE = 10_000
"""Longest word in characters that Qt lays out without a noticeable delay.

Qt searches for the end of the word in each of its lines. Pasted data may have longer ones."""
_HINT_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_TALL = 10_000
"""Height in pixels that exceeds that of any hint."""
_WRAPPING = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class AutoHeightEdit(QTextEdit):
    """Shows text in the font and line height of a theme; the page around it scrolls."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        # The document has one history for the whole form, which a second one would contradict.
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
        """Show the text in the font and line height of ``theme``."""
        self._theme = theme
        self._spacing = theme.line_spacing()
        self.setFont(theme.text_font)
        self._space_lines()
        self._fit()

    def set_hint(self, hint: str) -> None:
        """Show ``hint`` while there is no text; it is also the accessible description."""
        self._hint = hint
        self.setAccessibleDescription(hint)
        self._fit()
        self.viewport().update()

    def choose_wrapping(self, text: str) -> None:
        """Wrap lines between words, or anywhere if ``text`` has too long a word for that."""
        modes = QTextOption.WrapMode
        mode = modes.WrapAnywhere if _unbreakable(text) else _WRAPPING
        if self.wordWrapMode() != mode:
            self.setWordWrapMode(mode)

    def sizeHint(self) -> QSize:
        """Return the size of the whole text."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Return the smallest useful width with the present height."""
        return QSize(self._theme.px(160), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height when another width wraps the lines anew."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window, whose history covers all fields."""
        if event.type() == QEvent.Type.ShortcutOverride and is_history_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type; leave undo and redo to the window."""
        if is_history_key(event):
            event.ignore()
        elif _is_enter(event) and not self.isReadOnly():
            # On an empty line, Qt itself would only reset the line height of the block.
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    @property
    def preedit(self) -> str:
        """Text at the cursor that an input method is still composing, which is not typed yet."""
        return self.textCursor().block().layout().preeditAreaText()

    def commit_preedit(self) -> None:
        """Take what is being composed as typed, before something else happens to the text."""
        if self.preedit:
            QGuiApplication.inputMethod().commit()
        if text := self.preedit:
            # Not every input method answers.
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(self, event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose, and show or hide the hint, of which Qt would paint a part anew."""
        super().inputMethodEvent(event)
        if self._hint and self.document().isEmpty():
            self.viewport().update()

    def paint_hint(self, painter: QPainter) -> None:
        """Paint the hint in the place of the text, unless something is being composed there."""
        if self.preedit:
            return
        painter.setFont(self._hint_font())
        painter.setPen(self._theme.color("soft_ink"))
        painter.drawText(self.viewport().rect(), _HINT_FLAGS, self._hint)

    def _hint_font(self) -> QFont:
        font = self.font()
        font.setItalic(True)
        return font

    def _hint_height(self) -> int:
        """Return the height of the hint, 0 while there is text."""
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
    """Return whether a word is too long to wrap lines between words."""
    if len(text) <= _UNBREAKABLE:
        return False
    lines = (line for line in text.split("\n") if len(line) > _UNBREAKABLE)
    return any(len(word) > _UNBREAKABLE for line in lines for word in line.split())
