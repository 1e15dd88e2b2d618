"""Message box: however long its sentences are, its buttons are on the screen."""

import pytest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from editor.gui.screen_fit.message_box import MessageBox
from editor.gui.screen_fit.scrolling_lines import LinesArea


@pytest.fixture
def box(qtbot: QtBot, qapp: QApplication) -> MessageBox:
    box = MessageBox()
    qtbot.addWidget(box)
    box.setIcon(QMessageBox.Icon.Question)
    box.setText("Möchten Sie sichern?")
    return box


def test_short_question_is_as_qt_lays_it_out(box: MessageBox) -> None:
    box.addButton(QMessageBox.StandardButton.Ok)
    box.show()
    assert box.findChild(LinesArea) is None


def test_long_sentences_scroll_and_the_buttons_stay(box: MessageBox, qtbot: QtBot) -> None:
    box.setInformativeText("\n".join(f"Abschnitt {number}" for number in range(400)))
    button = box.addButton(QMessageBox.StandardButton.Ok)
    box.show()
    room = box.screen().availableGeometry()
    area, buttons = box.findChild(LinesArea), box.findChild(QDialogButtonBox)
    assert area is not None
    assert buttons is not None
    qtbot.waitUntil(lambda: room.contains(box.geometry()))
    assert box.rect().contains(buttons.geometry())
    assert buttons.rect().contains(button.geometry())
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert area.horizontalScrollBar().maximum() == 0


def test_wide_buttons_stand_one_below_the_other(box: MessageBox, qtbot: QtBot) -> None:
    buttons = [
        box.addButton("Ein sehr langer Knopf " * 4, QMessageBox.ButtonRole.AcceptRole)
        for _ in range(5)
    ]
    box.show()
    room = box.screen().availableGeometry()
    qtbot.waitUntil(lambda: room.contains(box.geometry()))
    assert len({button.y() for button in buttons}) == len(buttons)


def test_sentence_can_be_changed_while_it_is_shown(box: MessageBox, qtbot: QtBot) -> None:
    box.setInformativeText("\n".join(map(str, range(400))))
    box.addButton(QMessageBox.StandardButton.Ok)
    box.show()
    room = box.screen().availableGeometry()
    label = box.findChild(QLabel, "qt_msgbox_label")
    assert label is not None
    label.setText("Etwas anderes, " * 40)
    QApplication.processEvents()
    assert room.contains(box.geometry())
