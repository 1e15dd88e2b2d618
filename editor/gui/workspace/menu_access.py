"""The menu bar by keyboard, also while it is hidden."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow, QMenu


class MenuAccess(QObject):
    """Opens the first menu; a hidden menu bar is shown until its last menu has closed."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shown_for_keys = False

    def open(self) -> None:
        """Open the first menu. Does nothing where the desktop has the menu bar of the window."""
        bar = self._window.menuBar()
        entries = [entry for entry in bar.actions() if entry.isVisible() and entry.isEnabled()]
        if bar.isNativeMenuBar() or not entries:
            return
        if bar.isHidden():
            self._shown_for_keys = True
            bar.show()
            for menu in self._menus():
                menu.aboutToHide.connect(self._look_soon)
        bar.setActiveAction(entries[0])

    def _menus(self) -> Iterator[QMenu]:
        for entry in self._window.menuBar().actions():
            menu = entry.menu()
            if isinstance(menu, QMenu):
                yield menu

    def _look_soon(self) -> None:
        # By the next turn, an arrow key may have opened the next menu.
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        if self._shown_for_keys and not any(menu.isVisible() for menu in self._menus()):
            self._shown_for_keys = False
            for menu in self._menus():
                menu.aboutToHide.disconnect(self._look_soon)
            self._window.menuBar().hide()
