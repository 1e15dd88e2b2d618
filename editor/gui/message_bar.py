"""A quiet bar above the form that says one thing and offers one thing to do."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from editor.gui.theme import Theme


class MessageBar(QFrame):
    """Says a sentence until it is closed or replaced; never in the way of typing."""

    left = Signal()
    """It has been closed from within: the keyboard was with it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._do: Callable[[], object] | None = None
        self._of_review = False
        self._insisted: list[tuple[str, str, Callable[[], object] | None]] = []
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
        """What the bar says."""
        return self._label.text()

    def say(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Show ``text``, with a button ``action`` that runs ``do`` where there is one."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._do = do
        self._of_review = False
        self.show()

    def insist(self, text: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Say ``text`` until it is closed itself; what is said over it only hides it."""
        self._insisted.append((text, action, do))
        self.say(text, action, do)

    def say_of_review(
        self, text: str, action: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Say something that is true only as long as the review that is open now is."""
        self.say(text, action, do)
        self._of_review = True

    def take_back(self, text: str) -> None:
        """Say ``text`` no more, if it is what the bar says: it is no longer true."""
        if self.sentence == text:
            self.leave()

    def change_review(self) -> None:
        """Say nothing more of the review that was open until now."""
        if self._of_review:
            self.leave()

    def leave(self) -> None:
        """Go, and tell so where the keyboard goes with it."""
        focused = QApplication.focusWidget()
        held = focused is not None and self.isAncestorOf(focused)
        self._insisted = [said for said in self._insisted if said[0] != self.sentence]
        if self._insisted:
            self.say(*self._insisted[-1])
            return
        self.hide()
        if held:
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
