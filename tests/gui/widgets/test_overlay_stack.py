"""Lines over a form: they move nothing, and cover neither the cursor nor what is pointed at."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.theme import make_theme
from editor.gui.widgets.overlay_stack import OverlayLine, OverlayStack
from tests.gui.actions import exposed


class Window(QMainWindow):
    """Window with a field at the top, one in the middle and one at the bottom."""

    def __init__(self) -> None:
        super().__init__()
        theme = make_theme("light")
        centre = QWidget(self)
        self.setCentralWidget(centre)
        self.overlays = OverlayStack(theme, self)
        self.lines = [self._line(text) for text in ("Gesichert.", "Lang. " * 60)]
        self.resize(900, 600)
        self.top, self.middle, self.bottom = (QLineEdit(centre) for _ in range(3))
        for edit, y in ((self.top, 14), (self.middle, 290), (self.bottom, 560)):
            edit.setGeometry(200, y, 500, 26)
        QCursor.setPos(self.mapToGlobal(QPoint(2, 300)))

    def _line(self, text: str) -> OverlayLine:
        line = OverlayLine(make_theme("light"), self)
        line.buttons.addWidget(QPushButton("Schließen", line))
        line.label.setText(text)
        self.overlays.add(line)
        return line


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.show()
    exposed(qtbot, window)
    window.activateWindow()
    return window


def test_line_lies_over_the_window_at_its_top(window: Window) -> None:
    window.middle.setFocus()
    places = [edit.geometry() for edit in (window.top, window.middle, window.bottom)]
    window.lines[0].show()
    body = window.lines[0].geometry()
    assert window.rect().contains(body)
    assert body.bottom() < window.middle.y()
    assert [edit.geometry() for edit in (window.top, window.middle, window.bottom)] == places


def test_long_sentence_wraps_and_lines_stand_below_each_other(window: Window) -> None:
    window.middle.setFocus()
    for line in window.lines:
        line.show()
    first, second = (line.geometry() for line in window.lines)
    assert second.height() > first.height()
    assert first.bottom() < second.top()
    label = window.lines[1].label
    assert label.height() >= label.heightForWidth(label.width())


def test_buttons_stand_below_a_sentence_that_is_too_long_beside_them(window: Window) -> None:
    window.middle.setFocus()
    window.resize(420, 600)
    for line in window.lines:
        line.show()
    short, long = window.lines
    button = long.findChild(QPushButton)
    assert button is not None
    assert button.geometry().top() >= long.label.geometry().bottom()
    button = short.findChild(QPushButton)
    assert button is not None
    assert button.geometry().left() >= short.label.geometry().right()


def test_buttons_that_are_too_wide_for_a_row_stand_one_below_the_other(window: Window) -> None:
    window.middle.setFocus()
    line = window.lines[0]
    other = QPushButton("Eine ganz andere Fassung öffnen", line)
    line.buttons.addWidget(other)
    close = line.findChild(QPushButton)
    assert close is not None
    for width, stacked in ((900, False), (300, True), (900, False)):
        window.resize(width, 600)
        line.show()
        assert (other.y() > close.geometry().bottom()) is stacked
        assert all(line.rect().contains(button.geometry()) for button in (close, other))
        assert other.width() >= other.minimumSizeHint().width()


def test_line_stands_at_the_bottom_while_the_cursor_is_at_the_top(window: Window) -> None:
    window.top.setFocus()
    window.lines[0].show()
    assert window.lines[0].geometry().top() > window.middle.geometry().bottom()


def test_line_gives_way_to_the_cursor(window: Window) -> None:
    window.middle.setFocus()
    window.top.setText("x" * 30)
    window.lines[0].show()
    window.top.setFocus()
    window.top.setCursorPosition(20)
    assert not window.lines[0].geometry().intersects(window.top.geometry())


def test_line_stays_while_one_of_its_buttons_is_pressed(window: Window) -> None:
    window.top.setFocus()
    line = window.lines[0]
    line.show()
    place = line.geometry()
    button = line.findChild(QPushButton)
    assert button is not None
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert button.hasFocus()
    assert line.geometry() == place
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)


def test_line_does_not_appear_under_the_pointer(window: Window) -> None:
    window.middle.setFocus()
    QCursor.setPos(window.mapToGlobal(QPoint(450, 25)))
    window.lines[0].show()
    assert not window.lines[0].geometry().contains(QPoint(450, 25))


def test_line_follows_the_size_of_the_window(window: Window) -> None:
    window.middle.setFocus()
    window.lines[1].show()
    high = window.lines[1].geometry().height()
    window.resize(420, 600)
    assert window.lines[1].geometry().height() > high
    assert window.rect().contains(window.lines[1].geometry())


def test_line_leaves_the_keyboard_where_it_is(window: Window) -> None:
    window.middle.setFocus()
    window.lines[0].show()
    assert window.middle.hasFocus()


def life(line: OverlayLine) -> QTimer:
    clock = line.findChild(QTimer, "line.life")
    assert clock is not None
    return clock


def test_line_expires_in_its_time(window: Window, qtbot: QtBot) -> None:
    line = window.lines[0]
    line.show()
    with qtbot.waitSignal(line.expired):
        line.expire_after(1)
    line.expire_after(60_000)
    line.expire_after(0)
    assert not life(line).isActive()


def test_line_that_is_used_does_not_expire(window: Window, qtbot: QtBot) -> None:
    line = window.lines[0]
    line.show()
    line.take_focus()
    line.expire_after(60_000)
    with qtbot.assertNotEmitted(line.expired):
        life(line).timeout.emit()
    assert life(line).isActive()


def test_closed_line_does_not_expire(window: Window) -> None:
    line = window.lines[0]
    line.show()
    line.expire_after(60_000)
    line.hide()
    assert not life(line).isActive()


def test_stack_reports_a_line_that_is_closed_with_the_keyboard(window: Window) -> None:
    left: list[bool] = []
    window.overlays.left.connect(lambda: left.append(True))
    line = window.lines[0]
    window.middle.setFocus()
    line.show()
    line.hide()
    assert not left
    line.show()
    line.take_focus()
    line.hide()
    assert left == [True]


def test_window_that_shows_a_line_can_be_deleted(qtbot: QtBot) -> None:
    window = Window()
    window.show()
    exposed(qtbot, window)
    window.lines[0].show()
    with qtbot.waitSignal(window.destroyed):
        window.deleteLater()
