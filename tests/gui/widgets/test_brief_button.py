"""A button gives up what is in brackets, and is never cut off in the middle."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.widgets.brief_button import BriefButton
from tests.gui.actions import exposed

WHOLE = "Herunterladen (56 MB, etwa zwei Minuten)"


@pytest.fixture
def button(qtbot: QtBot) -> BriefButton:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    button = BriefButton("", window)
    row.addWidget(button)
    row.addWidget(QLabel(), 1)
    window.resize(800, 60)
    window.show()
    exposed(qtbot, window)
    return button


def test_whole_text_is_shown_where_it_has_room(button: BriefButton, qtbot: QtBot) -> None:
    button.show_whole(WHOLE)
    qtbot.waitUntil(lambda: button.width() >= button.sizeHint().width())
    assert button.text() == WHOLE


def test_text_shown_again_in_a_narrow_window_stays_brief(button: BriefButton, qtbot: QtBot) -> None:
    button.show_whole(WHOLE)
    button.setMaximumWidth(button.minimumSizeHint().width() + 10)
    qtbot.waitUntil(lambda: button.text() == "Herunterladen")
    button.show_whole(WHOLE)
    assert button.text() == "Herunterladen"
    button.hide()
    button.show_whole(WHOLE)
    button.show()
    assert button.text() == "Herunterladen"
