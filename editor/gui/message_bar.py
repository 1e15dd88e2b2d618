"""Bar above the form with one sentence and at most one action."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from editor.gui.theme import Theme


class MessageBar(QFrame):
    """Shows a sentence until it is closed or replaced, without taking the keyboard."""

    left = Signal()
    """The bar was closed while it had the keyboard."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._do: Callable[[], object] | None = None
        self._of_review = False
        self._lasting: list[tuple[str, str, Callable[[], object] | None]] = []
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
        """Show ``text``, and a button ``action`` that runs ``do``."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._do = do
        self._of_review = False
        self.show()

    def insist(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Show ``text`` until the writer closes it; a later sentence only covers it."""
        self._lasting.append((text, action, do))
        self.say(text, action, do)

    def say_of_review(
        self, text: str, action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Show ``text`` at most as long as the present review is open."""
        self.say(text, action, do)
        self._of_review = True

    def take_back(self, text: str) -> None:
        """Close the bar if it shows ``text``, which is no longer true."""
        if self.sentence == text:
            self.leave()

    def change_review(self) -> None:
        """Close a sentence about the review that was open until now."""
        if self._of_review:
            self.leave()

    def leave(self) -> None:
        """Close the sentence and show the lasting one below it, if any."""
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._lasting = [item for item in self._lasting if item[0] != self.sentence]
        if self._lasting:
            self.say(*self._lasting[-1])
            return
        self.hide()
        if had_focus:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _act(self) -> None:
        self.leave()
        if self._do:
            self._do()
