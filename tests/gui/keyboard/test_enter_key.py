"""Enter presses the button that has the keyboard focus, in windows and in dialogs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.actions import exposed


class Pressed(list[str]):
    """Names of the buttons that were pressed."""

    def button(self, name: str, window: QWidget, kind: type[QPushButton | QToolButton]) -> QWidget:
        button = kind(window)
        button.clicked.connect(lambda: self.append(name))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = window.layout()
        assert layout is not None
        layout.addWidget(button)
        return button


@pytest.mark.parametrize("kind", [QPushButton, QToolButton])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
@pytest.mark.parametrize("window_kind", [QWidget, QDialog])
def test_key_presses_the_focused_button_once(
    qtbot: QtBot,
    window_kind: type[QWidget],
    kind: type[QPushButton | QToolButton],
    key: Qt.Key,
) -> None:
    window, pressed = window_kind(), Pressed()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    default = pressed.button("default", window, QPushButton)
    assert isinstance(default, QPushButton)
    default.setDefault(True)
    other = pressed.button("other", window, kind)
    if isinstance(other, QPushButton):
        other.setAutoDefault(False)
    window.show()
    exposed(qtbot, window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    other.setFocus()
    QTest.keyClick(other, key)
    assert pressed == ["other"]


def test_enter_in_a_field_of_a_dialog_presses_the_default_button(qtbot: QtBot) -> None:
    window, pressed = QDialog(), Pressed()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    default = pressed.button("default", window, QPushButton)
    assert isinstance(default, QPushButton)
    default.setDefault(True)
    pressed.button("other", window, QPushButton).setFocus()
    field = QLineEdit(window)
    layout.addWidget(field)
    window.show()
    exposed(qtbot, window)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert pressed == ["default"]
