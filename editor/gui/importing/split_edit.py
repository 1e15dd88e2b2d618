"""Choice of the position at which a unit is split: a mark that moves from word to word."""

from bisect import bisect_left
from textwrap import shorten

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from editor.gui.editor.utf16_positions import Utf16Positions
from editor.gui.theme import Theme
from editor.gui.widgets.announcement import announce
from editor.importing.segmentation import clause_starts, split_positions

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_FLAG = Qt.TextInteractionFlag
_SPOKEN = 40
"""Code points after the mark that a screen reader says."""
_TEMPORARY = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class SplitEdit(QTextEdit):
    """Covers the row of a unit. Arrow keys and clicks move the mark, Enter splits there."""

    chosen = Signal(int)
    """Emitted with the position at which to split, in code points."""
    cancelled = Signal()
    """Emitted when the writer cancels."""

    def __init__(self, text: str, row: QRect, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("import.divide")
        self.setAccessibleName(self.tr("Stelle zum Teilen"))
        self.setTextInteractionFlags(_FLAG.TextSelectableByKeyboard | _FLAG.TextSelectableByMouse)
        self.setCursorWidth(theme.px(2))
        self.document().setDocumentMargin(theme.px(8))
        self._theme = theme
        self._row = row
        self._places = split_positions(text)
        self._clauses = clause_starts(text)
        self._positions = Utf16Positions(text)
        self._place = -1
        self._text = text.rstrip()
        self.setPlainText(self._text)
        self._list = parent
        parent.installEventFilter(self)

    @property
    def possible(self) -> bool:
        """Whether there is a position at which the unit can be split."""
        return bool(self._places)

    @property
    def place(self) -> int:
        """Position of the mark, in code points."""
        return self._place

    def start(self) -> None:
        """Show the mark at the second clause, else in the middle, and take the focus."""
        middle = self._places[len(self._places) // 2]
        self.show()
        self._fit()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._mark(self._clauses[0] if self._clauses else middle)

    def next_clause(self) -> None:
        """Move the mark to the next clause, from the last one to the first."""
        if self._clauses:
            following = (place for place in self._clauses if place > self._place)
            self._mark(next(following, self._clauses[0]))

    def event(self, event: QEvent) -> bool:
        """Keep all keys from the shortcuts of the page, which would assign the unit."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the width of the list."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the mark, split, or cancel."""
        key = Qt.Key(event.key())
        if key in _ENTER:
            self.chosen.emit(self._place)
        elif key == Qt.Key.Key_Escape or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.cancelled.emit()
        elif key in _STEPS:
            self._step(_STEPS[key])
        elif key == Qt.Key.Key_S:
            self.next_clause()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
            self._snap()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Move the mark to the click."""
        super().mouseReleaseEvent(event)
        self._snap()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Cancel when another widget of the page receives the focus."""
        super().focusOutEvent(event)
        if event.reason() not in _TEMPORARY:
            self.cancelled.emit()

    # -- inside -----------------------------------------------------------------------------------

    def _step(self, by: int) -> None:
        index = self._places.index(self._place) + by
        self._mark(self._places[min(max(index, 0), len(self._places) - 1)])

    def _snap(self) -> None:
        """Move the mark to the possible position nearest to the cursor."""
        at = self._positions.code_points(self.textCursor().position())
        index = bisect_left(self._places, at)
        self._mark(min(self._places[max(index - 1, 0) : index + 1], key=lambda p: abs(p - at)))

    def _mark(self, place: int) -> None:
        self._place = place
        cursor = self.textCursor()
        cursor.setPosition(self._positions.utf16(place))
        self.setTextCursor(cursor)
        rest = QTextEdit.ExtraSelection()
        rest.cursor = QTextCursor(cursor)
        rest.cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        rest.format.setBackground(self._theme.color("accent_ground"))
        rest.format.setForeground(self._theme.color("accent"))
        self.setExtraSelections([rest])
        if self.isVisible():
            announce(self, shorten(self._text[place:], _SPOKEN, placeholder=" …"))

    def _fit(self) -> None:
        """Cover the row, with the height of the text, within the list."""
        area = self._list.rect()
        self.resize(area.width(), self.height())
        self.document().setTextWidth(self.viewport().width())
        frame = self.height() - self.viewport().height()
        height = max(round(self.document().size().height()) + frame, self._row.height())
        height = min(height, area.height())
        top = max(0, min(self._row.top(), area.height() - height))
        self.setGeometry(0, top, area.width(), height)
