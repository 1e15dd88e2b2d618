"""Button for an action, shown while the action can be used."""

from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QWidget

from editor.gui.widgets.brief_button import BriefButton


class ActionButton(BriefButton):
    """Has the text of its action, and is hidden while that is disabled."""

    def __init__(self, action: QAction, parent: QWidget) -> None:
        super().__init__(action.text(), parent)
        self._action = action
        self.setAutoDefault(False)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._show)
        self._show()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ignore the second click: the action may be another one by then."""
        event.ignore()

    def _show(self) -> None:
        self.show_whole(self._action.text())
        self.setAccessibleName(self._action.text().replace("&", ""))
        self.setToolTip(self._action.toolTip())
        self.setVisible(self._action.isEnabled())
