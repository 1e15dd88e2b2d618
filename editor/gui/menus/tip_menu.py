"""Menu that stays on its screen, and whose entries have tips where they say more than the entry."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QAction, QHelpEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStyle, QToolTip

from editor.gui.menus.declaration import plain

_LARGEST = QSize(16_777_215, 16_777_215)
"""QWIDGETSIZE_MAX, for a menu of any size."""


class TipMenu(QMenu):
    """Shows the tool tip of an entry that is disabled, or whose tip is not only its name.

    While it is open, the menu never becomes larger than its screen: its entries scroll.
    """

    def showEvent(self, event: QShowEvent) -> None:
        """Keep the size: when an entry changes, Qt gives an open menu the room of all of them."""
        super().showEvent(event)
        edge = self.style().pixelMetric(QStyle.PixelMetric.PM_MenuDesktopFrameWidth, None, self)
        room = self.screen().availableSize() - QSize(2 * edge, 2 * edge)
        self.setMaximumSize(room.expandedTo(self.minimumSize()))

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the menu have any size when it opens again, maybe on another screen."""
        super().hideEvent(event)
        self.setMaximumSize(_LARGEST)

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
