"""Line at the bottom of the export dialog: what is still open, or how an export goes."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from editor.gui.theme import Theme
from editor.gui.widgets.announcement import announce

_LONGEST, _SHORTEST = 520, 150
"""Width up to which open points stand in one line, and the least that they get; ``Theme.px``."""


class MessageLine(QWidget):
    """Shows a message about an export, and while there is none, what is open in the review."""

    checklist_requested = Signal()
    """The writer wants to see what is open."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._message = _label("export.said", self)
        self._open = _OpenLabel(theme, self)
        self._show_open = QPushButton(self.tr("&Ansehen"), self)
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
        self._update()

    def show_message(self, text: str, *, problem: bool) -> None:
        """Show the progress or the result of an export; an empty text ends it."""
        self._message.setProperty("role", "warning" if problem else "soft")
        self._message.style().unpolish(self._message)
        self._message.style().polish(self._message)
        self._message.setText(text)
        if text:
            announce(self, text)
        self._update()

    def show_open(self, text: str) -> None:
        """Show what is open in the review, nothing for an empty text."""
        self._open.setText(text)
        self._show_open.setAccessibleDescription(text)
        self._update()

    def _update(self) -> None:
        has_open = bool(self._open.text()) and not self._message.text()
        self._message.setVisible(not has_open)
        self._open.setVisible(has_open)
        self._show_open.setVisible(has_open)


class _OpenLabel(QLabel):
    """Open points, in one line where there is room; on a small screen in several."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        _set_up(self, "export.open")
        self._theme = theme

    def sizeHint(self) -> QSize:
        """Return the width of the text; Qt would break a short one into many lines."""
        text = self.fontMetrics().horizontalAdvance(self.text()) + 1
        width = min(text, self._theme.px(_LONGEST))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a width for which the dialog need not grow when there are open points."""
        width = min(self.sizeHint().width(), self._theme.px(_SHORTEST))
        return QSize(width, self.fontMetrics().height())


def _label(name: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    _set_up(label, name)
    return label


def _set_up(label: QLabel, name: str) -> None:
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
