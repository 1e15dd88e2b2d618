"""Box at the cursor with the text and the address of a link."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from editor.gui.theme import Theme
from editor.gui.widgets.announcement import announce
from editor.gui.widgets.raised_frame import RaisedFrame

_WIDTH, _LINE = 380, 160
"""Width of the box where there is room, and least width of a line, in units of ``Theme.px``."""
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAB = {True: Qt.FocusReason.TabFocusReason, False: Qt.FocusReason.BacktabFocusReason}


class LinkBox(RaisedFrame):
    """Two lines and their buttons over the window. Return takes them; Escape closes the box.

    So does a click elsewhere in the window; the box stays while another program is used, from which
    the address may be copied. After ``taken`` the receiver closes it, or shows a problem.
    """

    taken = Signal(str, str)
    """Emitted with the words and the address as they were typed."""
    dismissed = Signal()
    """Closed by Escape: the text gets the keyboard focus again."""
    removal_chosen = Signal()
    """The link is to become text again."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("linkBox")
        self.setAccessibleName(self.tr("Verweis"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = parent
        self._place = QRect()
        self._words = self._line("link.words", self.tr("Wie die Adresse"))
        self._address = self._line("link.address", "https://www.beispiel.de")
        self._problem = QLabel(self)
        self._problem.setObjectName("link.problem")
        self._problem.setProperty("role", "warning")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._address.textEdited.connect(lambda _: self._problem.hide())
        self._take = QPushButton(self.tr("&OK"), self)
        self._take.setObjectName("link.take")
        self._take.setProperty("role", "act")
        self._take.clicked.connect(self._emit_taken)
        self._remove = QPushButton(self.tr("&Verweis entfernen"), self)
        self._remove.setObjectName("link.remove")
        self._remove.clicked.connect(self.removal_chosen)
        self._column = QVBoxLayout(self)
        self._lay_out()

    def show_link(self, words: str, address: str, place: QRect, *, exists: bool) -> None:
        """Open beside ``place``, a rectangle in the coordinates of the window.

        ``exists`` says whether the text has the link already, and it can be removed.
        """
        self._words.setText(words)
        self._words.setCursorPosition(0)
        self._address.setText(address)
        self._address.setCursorPosition(0)
        self._remove.setVisible(exists)
        self._place = place
        self._settle()
        self.show()
        first = self._address if words or exists or address else self._words
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        first.selectAll()
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with the address, which gets the keyboard focus."""
        self._problem.setText(sentence)
        self._problem.show()
        self._settle()
        self._address.setFocus(Qt.FocusReason.OtherFocusReason)
        self._address.selectAll()
        announce(self, sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the link with Return, close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
            self.close()
        elif event.key() in _RETURN and not isinstance(self.focusWidget(), QPushButton):
            self._emit_taken()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - Qt's signature
        """Keep the Tab key within the box, which closes when the keyboard leaves it."""
        stops = (self._words, self._address, self._take, self._remove)
        visible = [stop for stop in stops if stop.isVisible()]
        if not visible:
            # The box closes, and Qt looks for another widget for the keyboard.
            return super().focusNextPrevChild(forward)
        here = next((n for n, stop in enumerate(visible) if stop.hasFocus()), 0)
        visible[(here + (1 if forward else -1)) % len(visible)].setFocus(_TAB[forward])
        return True

    def _follow_focus(self, _: QWidget | None, new: QWidget | None) -> None:
        if new is not None and not self.isAncestorOf(new) and new is not self:
            self.close()

    def _settle(self) -> None:
        """Take the size of the content, below the place, or above it at the end of the window."""
        self._column.activate()
        gap, area = self._theme.px(6), self._window.rect()
        width = min(max(self._column.sizeHint().width(), self._theme.px(_WIDTH)), area.width())
        height = self._column.heightForWidth(width)
        size = QSize(width, height if height > 0 else self._column.sizeHint().height())
        # The place may have been scrolled out of the window.
        y = max(area.top(), self._place.bottom() + gap)
        if y + size.height() > area.bottom():
            above = min(self._place.top() - gap, area.bottom() + 1)
            y = max(area.top(), above - size.height())
        x = max(area.left(), min(self._place.left(), area.right() - size.width()))
        self.place_over(QRect(QPoint(x, y), size))
        self._column.activate()

    def _emit_taken(self) -> None:
        self.taken.emit(self._words.text(), self._address.text())

    def _line(self, name: str, placeholder: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setObjectName(name)
        line.setPlaceholderText(placeholder)
        line.setMinimumWidth(self._theme.px(_LINE))
        return line

    def _lay_out(self) -> None:
        column = self._column
        margin = self._theme.px(14)
        column.setContentsMargins(margin, self._theme.px(12), margin, self._theme.px(12))
        column.setSpacing(self._theme.px(10))
        lines = QFormLayout()
        lines.setHorizontalSpacing(self._theme.px(12))
        lines.setVerticalSpacing(self._theme.px(8))
        lines.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        lines.addRow(self.tr("&Text"), self._words)
        lines.addRow(self.tr("&Adresse"), self._address)
        column.addLayout(lines)
        column.addWidget(self._problem)
        buttons = QHBoxLayout()
        buttons.setSpacing(self._theme.px(8))
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        buttons.addWidget(self._take)
        column.addLayout(buttons)
