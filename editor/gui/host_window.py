"""Window that rooms open their dialogs over and speak through."""

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices
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

    def open_outside(self, url: QUrl) -> None:
        """Open ``url`` with the program that the desktop has for it, or say where it is."""
        if not QDesktopServices.openUrl(url):
            text = QCoreApplication.translate(
                "HostWindow", "Dafür hat sich kein Programm geöffnet: {place}"
            )
            place = url.toLocalFile() if url.isLocalFile() else url.toDisplayString()
            self.message_bar.say(text.format(place=place))

    def come_to_front(self) -> None:
        """Show the window before all others, also where it was minimised."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
