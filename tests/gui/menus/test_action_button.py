"""Button of an action: what is in brackets gives way where there is no room for it."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from editor.gui.menus.action_button import ActionButton

TEXT = "&LanguageTool herunterladen (56 MB, etwa zwei Minuten)"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    QHBoxLayout(window)
    return window


def test_button_outlives_its_action(window: QWidget) -> None:
    action = QAction(TEXT, window)
    button = ActionButton(action, window)
    delete(action)
    assert button.sizeHint().width() > button.minimumSizeHint().width()


def test_narrow_button_leaves_out_what_is_in_brackets(window: QWidget, qtbot: QtBot) -> None:
    button = ActionButton(QAction(TEXT, window), window)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(button)
    window.show()
    window.resize(button.sizeHint().width() + 100, 100)
    qtbot.waitUntil(lambda: button.text() == TEXT)
    window.resize(button.minimumSizeHint().width() + 40, 100)
    qtbot.waitUntil(lambda: button.text() == "&LanguageTool herunterladen")
    assert button.accessibleName() == TEXT.replace("&", "")
    assert window.minimumSizeHint().width() <= window.width()
    window.resize(button.sizeHint().width() + 100, 100)
    qtbot.waitUntil(lambda: button.text() == TEXT)
