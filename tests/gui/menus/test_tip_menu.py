"""An open menu whose entries change stays on its screen."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.gui.menus.tip_menu import TipMenu
from editor.gui.style_sheet import apply_theme
from editor.gui.theme import make_theme


def test_long_menu_stays_on_its_screen_when_an_entry_changes(
    qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, make_theme("light"), "light")
    menu = TipMenu()
    qtbot.addWidget(menu)
    entries = [menu.addAction(f"Eintrag {number}") for number in range(90)]
    room = menu.screen().availableSize().height()
    menu.popup(QPoint(0, 0))
    qtbot.waitUntil(menu.isVisible)
    assert menu.height() <= room
    entries[-1].setText("Ein anderer Eintrag")
    entries[-2].setShortcut("Ctrl+Shift+F7")
    assert menu.height() <= room
    menu.close()
    assert menu.maximumHeight() > menu.sizeHint().height()
