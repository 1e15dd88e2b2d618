"""Line at the bottom of the export dialog: what is still open, or how an export goes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from editor.gui.theme import Theme

_LONGEST = 520
"""Width up to which an open point stands in one line, in units of ``Theme.px``."""


class MessageLine(QWidget):
    """Shows a message about an export, and while there is none, what is open in the review."""

    checklist_requested = Signal()
    """The writer wants to see what is open."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._message = _label("export.said", self)
        self._open = _label("export.open", self)
        self._show_open = QPushButton(self.tr("Ans&ehen"), self)
        self._show_open.setObjectName("export.show_open")
        self._show_open.setToolTip(self.tr("Schließt diesen Dialog und zeigt „Fertig?“"))
        self._show_open.setAutoDefault(False)
        self._show_open.clicked.connect(self.checklist_requested)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, theme.px(8), 0)
        line.setSpacing(theme.px(10))
        line.addWidget(self._message, 1000)
        line.addWidget(self._open)
        line.addWidget(self._show_open)
        line.addStretch(1)
        self._longest = theme.px(_LONGEST)
        self._update()

    def show_message(self, text: str, *, problem: bool) -> None:
        """Show the progress or the result of an export; an empty text ends it."""
        self._message.setProperty("role", "warning" if problem else "soft")
        self._message.style().unpolish(self._message)
        self._message.style().polish(self._message)
        self._message.setText(text)
        self._update()

    def show_open(self, text: str) -> None:
        """Show what is open in the review, nothing for an empty text."""
        self._open.setText(text)
        # Without a width Qt would break a short text into many lines.
        width = self._open.fontMetrics().horizontalAdvance(text) + 1
        self._open.setMinimumWidth(min(width, self._longest))
        self._show_open.setAccessibleDescription(text)
        self._update()

    def _update(self) -> None:
        has_open = bool(self._open.text()) and not self._message.text()
        self._message.setVisible(not has_open)
        self._open.setVisible(has_open)
        self._show_open.setVisible(has_open)


def _label(name: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
