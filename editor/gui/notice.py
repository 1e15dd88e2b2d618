"""A quiet bar above the form that says one thing and offers one thing to do."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from editor.gui.theme import Theme


class Notice(QFrame):
    """Says a sentence until it is closed or replaced; never in the way of typing."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._do: Callable[[], object] | None = None
        self._button = QPushButton(self)
        self._button.setObjectName("notice.action")
        self._button.clicked.connect(self._act)
        close = QPushButton(self.tr("Schließen"), self)
        close.setObjectName("notice.close")
        close.clicked.connect(self.hide)
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
        self.show()

    def _act(self) -> None:
        self.hide()
        if self._do:
            self._do()
