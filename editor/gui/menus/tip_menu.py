"""Menu whose entries have tips where they say more than the entry itself."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QMenu, QToolTip

from editor.gui.menus.declaration import plain


class TipMenu(QMenu):
    """Shows the tool tip of an entry that is disabled, or whose tip is not only its name."""

    def event(self, event: QEvent) -> bool:
        """Show the tip of the entry under the pointer."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().event(event)
        action: QAction | None = self.actionAt(event.pos())
        tip = entry_tip(action) if action else ""
        if tip:
            QToolTip.showText(event.globalPos(), tip, self)
        else:
            QToolTip.hideText()
        return True


def entry_tip(action: QAction) -> str:
    """Return the tip to show at the entry of ``action``, empty for none."""
    name = plain(action.text())
    tip = action.toolTip()
    return tip if not action.isEnabled() or not tip.startswith(name) else ""
