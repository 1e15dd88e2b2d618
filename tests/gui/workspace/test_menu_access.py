"""F10 opens the first menu, and shows a hidden menu bar for as long as a menu is open."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.workspace.menu_access import MenuAccess
from tests.gui.actions import press


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    window = QMainWindow()
    qtbot.addWidget(window)
    for title in ("Datei", "Bearbeiten"):
        window.menuBar().addMenu(title).addAction("Etwas")
    window.show()
    yield window
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def menus(window: QMainWindow) -> list[QMenu]:
    return [menu for menu in window.menuBar().findChildren(QMenu) if menu.title()]


def test_first_menu_opens(window: QMainWindow) -> None:
    MenuAccess(window).open()
    assert [menu.isVisible() for menu in menus(window)] == [True, False]


def test_hidden_bar_is_there_until_its_last_menu_closes(window: QMainWindow, qtbot: QtBot) -> None:
    window.menuBar().hide()
    access = MenuAccess(window)
    watched = menus(window)[0].receivers(SIGNAL("aboutToHide()"))
    for _ in range(2):
        access.open()
        first, second = menus(window)
        assert window.menuBar().isVisible()
        QTest.keyClick(first, Qt.Key.Key_Right)
        qtbot.waitUntil(second.isVisible)
        qtbot.wait(0)
        assert window.menuBar().isVisible(), "another menu is open"
        QTest.keyClick(second, Qt.Key.Key_Escape)
        qtbot.waitUntil(window.menuBar().isHidden)
    assert menus(window)[0].receivers(SIGNAL("aboutToHide()")) == watched, "watched for ever"


def test_bar_that_was_there_stays(window: QMainWindow, qtbot: QtBot) -> None:
    MenuAccess(window).open()
    menus(window)[0].close()
    qtbot.wait(0)
    assert window.menuBar().isVisible()


def test_key_works_while_one_writes_in_one_section_alone(unchecked: Program, qtbot: QtBot) -> None:
    window = unchecked.session.window
    press(unchecked, "focus_mode")
    assert window.menuBar().isHidden()
    field = window.focusWidget()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_F10)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    qtbot.waitUntil(window.menuBar().isHidden)
    assert window.focusWidget() is field
