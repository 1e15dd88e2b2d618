"""Button for an action, shown while the action can be used."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget


class ActionButton(QPushButton):
    """Has the text of its action, and is hidden while that is disabled.

    Where there is no room for all of it, what is in brackets is left out.
    """

    def __init__(self, action: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._action = action
        self._whole = action.text()
        """Text of the action, which may be deleted before the button is laid out a last time."""
        self.setAutoDefault(False)
        # Qt lets no button become narrower than its size hint.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._show)
        self._show()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ignore the second click: the action may be another one by then."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """Return the size with the whole text."""
        return super().sizeHint() + QSize(self._wider_by(self._whole, self.text()), 0)

    def minimumSizeHint(self) -> QSize:
        """Return the size with the brief text."""
        return self.sizeHint() + QSize(self._wider_by(self._brief, self._whole), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the text as there is room for."""
        super().resizeEvent(event)
        self._show_text()

    @property
    def _brief(self) -> str:
        return self._whole.partition(" (")[0]

    def _wider_by(self, text: str, other: str) -> int:
        """Return how much wider ``text`` is than ``other``."""
        advance = self.fontMetrics().horizontalAdvance
        return advance(text.replace("&", "")) - advance(other.replace("&", ""))

    def _show_text(self) -> None:
        whole = self.width() >= self.sizeHint().width()
        text = self._whole if whole else self._brief
        if text != self.text():
            self.setText(text)

    def _show(self) -> None:
        # Without asking for a size: Qt would polish the button before it has its role.
        self._whole = self._action.text()
        self.setText(self._whole)
        self.setAccessibleName(self._whole.replace("&", ""))
        self.setToolTip(self._action.toolTip())
        self.setVisible(self._action.isEnabled())
