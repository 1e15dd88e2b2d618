"""Bar above the form with one sentence and at most one action."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from editor.gui.theme import Theme

_READING_MS = 8_000
"""Time that an answer is shown before news may replace it."""


class _Message(NamedTuple):
    text: str
    action: str = ""
    do: Callable[[], object] | None = None
    of_review: bool = False
    """Whether the message is only true as long as the present review is open."""


class MessageBar(QFrame):
    """Shows a sentence until it is closed or replaced, without taking the keyboard.

    A message is an answer to the writer, a lasting one about something that is so until it is
    closed or withdrawn, or news that comes by itself. The next answer replaces an answer or news,
    and only covers a lasting message. News waits until a lasting message is closed, and leaves the
    writer time to read an answer.
    """

    left = Signal()
    """The bar was closed while it had the keyboard."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._lasting: list[_Message] = []
        """Those below the passing message; the last one is on top."""
        self._passing: _Message | None = None
        self._waiting: _Message | None = None
        """News that is shown when nothing lasting is left and the last answer has been read."""
        self._reading = QTimer(self, singleShot=True, interval=_READING_MS)
        """Active while the writer reads an answer."""
        self._reading.timeout.connect(self._show_top)
        self._button = QPushButton(self)
        self._button.setObjectName("notice.action")
        self._button.clicked.connect(self._act)
        close = QPushButton(self.tr("Schließen"), self)
        close.setObjectName("notice.close")
        close.clicked.connect(self.leave)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(16), theme.px(6), theme.px(10), theme.px(6))
        line.addWidget(self._label, 1)
        line.addWidget(self._button)
        line.addWidget(close)
        self.hide()

    @property
    def sentence(self) -> str:
        """The sentence that is shown."""
        return self._label.text()

    def say(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Show ``text``, an answer to the writer, and a button ``action`` that runs ``do``."""
        self._answer(_Message(text, action, do))

    def say_of_review(
        self, text: str, action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Show the answer ``text`` at most as long as the present review is open."""
        self._answer(_Message(text, action, do, of_review=True))

    def inform(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Show ``text``, news that the writer has not asked for, as soon as nothing is covered."""
        self._waiting = _Message(text, action, do)
        self._show_top()

    def insist(
        self,
        text: str,
        action: str = "",
        do: Callable[[], object] | None = None,
        *,
        of_review: bool = False,
    ) -> None:
        """Show ``text`` until the writer closes it or ``take_back`` withdraws it.

        With ``of_review`` it ends with the present review.
        """
        self._lasting = [item for item in self._lasting if item.text != text]
        self._lasting.append(_Message(text, action, do, of_review))
        self._passing = None
        self._show_top()

    def take_back(self, text: str) -> None:
        """Withdraw the message ``text``, no longer true, whether it is shown or covered."""
        self._remove(lambda item: item.text == text)

    def change_review(self) -> None:
        """Close the messages about the review that was open until now."""
        self._remove(lambda item: item.of_review)

    def leave(self) -> None:
        """Close the message that is shown, and show the one below it, if any."""
        if self._passing is not None:
            self._passing = None
        elif self._lasting:
            self._lasting.pop()
        self._show_top()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _act(self) -> None:
        message = self._top()
        self.leave()
        if message is not None and message.do is not None:
            message.do()

    def _answer(self, message: _Message) -> None:
        self._passing = message
        self._reading.start()
        self._show_top()

    def _top(self) -> _Message | None:
        return self._passing or (self._lasting[-1] if self._lasting else None)

    def _remove(self, is_over: Callable[[_Message], bool]) -> None:
        self._lasting = [item for item in self._lasting if not is_over(item)]
        if self._passing is not None and is_over(self._passing):
            self._passing = None
        if self._waiting is not None and is_over(self._waiting):
            self._waiting = None
        self._show_top()

    def _show_top(self) -> None:
        is_read = self._passing is None or not self._reading.isActive()
        if self._waiting is not None and not self._lasting and is_read:
            self._passing, self._waiting = self._waiting, None
        message = self._top()
        if message is None:
            self._close()
            return
        self._label.setText(message.text)
        self.setAccessibleName(message.text)
        self._button.setText(message.action)
        self._button.setVisible(bool(message.action))
        self.show()

    def _close(self) -> None:
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self.hide()
        if had_focus:
            self.left.emit()
