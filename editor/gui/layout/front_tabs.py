"""Tabs of a narrow window: text or preview."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from editor.gui.theme import Theme

_FRONTS = ("text", "preview")


class FrontTabs(QWidget):
    """Lets the writer choose between text and preview."""

    chosen = Signal(str)
    """Emitted with the tab that was chosen: "text" or "preview"."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("frontPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bar = QTabBar(self)
        self._bar.setObjectName("frontTabs")
        self._bar.setProperty("role", "quiet")
        self._bar.setAccessibleName(self.tr("Text und Vorschau"))
        self._bar.setDrawBase(False)
        self._bar.setExpanding(False)
        for title in (self.tr("Text"), self.tr("Vorschau")):
            self._bar.addTab(title)
        self._bar.currentChanged.connect(lambda tab: self.chosen.emit(_FRONTS[tab]))
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(10), theme.px(6), theme.px(12), theme.px(4))
        line.addWidget(self._bar, 1)

    @property
    def has_keyboard(self) -> bool:
        """Whether the tabs have the keyboard."""
        return self._bar.hasFocus()

    def show_front(self, front: str) -> None:
        """Select the tab ``front``."""
        self._bar.setCurrentIndex(_FRONTS.index(front))

    def take_focus(self) -> None:
        """Give the keyboard to the tabs."""
        self._bar.setFocus(Qt.FocusReason.OtherFocusReason)
