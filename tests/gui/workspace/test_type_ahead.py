"""Keys that are pressed before there is a field for them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QInputMethodQueryEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.workspace.type_ahead import TypeAhead


class Bench:
    """A window with an empty page and two fields, of which one comes to be the first."""

    def __init__(self, app: QApplication) -> None:
        self.window = QWidget()
        self.page = QScrollArea(self.window)
        self.page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.first, self.second = QLineEdit(self.window), QLineEdit(self.window)
        column = QVBoxLayout(self.window)
        for widget in (self.page, self.first, self.second):
            column.addWidget(widget)
        self.type_ahead = TypeAhead(app, self.window)
        self.window.show()

    @property
    def texts(self) -> tuple[str, str]:
        return self.first.text(), self.second.text()


@pytest.fixture
def bench(qapp: QApplication, qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench(qapp)
    qtbot.addWidget(bench.window)
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
    bench.type_ahead.hold(bench.page)
    yield bench
    bench.type_ahead.drop()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_kept_keys_are_typed_in_their_order_into_the_field_with_the_focus(bench: Bench) -> None:
    QTest.keyClicks(focused(), "Am ")
    bench.first.setFocus()
    # These must not come before those that were typed earlier.
    QTest.keyClicks(focused(), "Meer")
    assert bench.texts == ("", "")
    bench.type_ahead.hand_on()
    assert bench.texts == ("Am Meer", "")
    QTest.keyClicks(focused(), ".")
    assert bench.texts == ("Am Meer.", "")


def test_kept_tab_moves_on_and_a_kept_deletion_deletes(bench: Bench) -> None:
    QTest.keyClicks(focused(), "Salz!")
    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Tab):
        QTest.keyClick(focused(), key)
    QTest.keyClicks(focused(), "Deich")
    bench.first.setFocus()
    bench.type_ahead.hand_on()
    assert bench.texts == ("Salz", "Deich")


def test_what_an_input_method_commits_is_kept(bench: Bench) -> None:
    query = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    QApplication.sendEvent(focused(), query)
    assert query.value(Qt.InputMethodQuery.ImEnabled)
    event = QInputMethodEvent()
    event.setCommitString("é")
    QApplication.sendEvent(focused(), event)
    QTest.keyClicks(focused(), "t")
    bench.first.setFocus()
    bench.type_ahead.hand_on()
    assert bench.texts == ("ét", "")


def test_dropped_keys_are_typed_nowhere(bench: Bench) -> None:
    QTest.keyClicks(focused(), "Salz")
    bench.type_ahead.drop()
    bench.first.setFocus()
    bench.type_ahead.hand_on()
    QTest.keyClicks(focused(), "neu")
    assert bench.texts == ("neu", "")


def test_keys_of_a_dialog_stay_in_it(bench: Bench, qtbot: QtBot) -> None:
    dialog = QDialog(bench.window)
    field = QLineEdit(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    field.setFocus()
    QTest.keyClicks(focused(), "dort")
    assert field.text() == "dort"
    dialog.close()
