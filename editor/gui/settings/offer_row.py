"""Row of the settings window that offers an action while it can be used."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from editor.gui.menus.action_button import ActionButton
from editor.gui.settings.setting import matches_query
from editor.settings.declaration import SettingGroup


class OfferRow(QWidget):
    """Stands above the settings of the check; without an action that can be used it is empty."""

    group = SettingGroup.CHECKING

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._action: QAction | None = None
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)

    def offer(self, action: QAction) -> None:
        """Show a button for ``action`` while that is enabled."""
        self._action = action
        self._line.addWidget(ActionButton(action, self))
        self._line.addStretch(1)

    def matches(self, query: str) -> bool:
        """Return whether ``query`` matches the text of the action."""
        action = self._action
        return action is not None and matches_query(query, action.text().replace("&", ""))
