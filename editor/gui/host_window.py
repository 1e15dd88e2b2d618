"""Window that rooms open their dialogs over and speak through."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from editor.gui.message_bar import MessageBar
from editor.gui.theme import Theme
from editor.gui.widgets.overlay_stack import OverlayStack


class HostWindow(QMainWindow):
    """Main window as far as a room may know it: parent of dialogs, theme and message bar."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        """Colours and sizes in which everything is shown now."""
        self.overlays = OverlayStack(theme, self)
        """Places lines such as the message bar over the form."""
        self.message_bar = MessageBar(theme, self)
        self.overlays.add(self.message_bar)

    def come_to_front(self) -> None:
        """Show the window before all others, also where it was minimised."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
