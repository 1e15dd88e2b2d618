"""Frame over the window: soft shadow, below which everything can be clicked."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.theme import Theme, make_theme
from editor.gui.widgets.raised_frame import RaisedFrame

BODY = QRect(100, 100, 200, 80)


class Window(QWidget):
    """Window that a button fills, with a raised frame over it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.resize(400, 300)
        self.button = QPushButton(self)
        self.button.setStyleSheet("border: none; background: white")
        self.button.resize(self.size())
        self.frame = RaisedFrame(theme, self)
        self.frame.place_over(BODY)

    def light(self, x: int, y: int) -> int:
        """Return how light the window is at a place, from 0 to 255."""
        return self.grab().toImage().pixelColor(x, y).lightness()


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window(make_theme("light"))
    qtbot.addWidget(window)
    window.show()
    return window


def test_shadow_fades_out_without_an_edge(window: Window) -> None:
    lights = [window.light(200, y) for y in range(BODY.bottom() + 2, BODY.bottom() + 40)]
    steps = [after - before for before, after in pairwise(lights)]
    assert lights[0] < 240
    assert lights[-1] == 255
    assert min(steps) >= 0
    assert max(steps) <= 5


def test_shadow_is_below_rather_than_above(window: Window) -> None:
    assert window.light(200, BODY.bottom() + 4) < window.light(200, BODY.top() - 4)


def test_shadow_can_be_clicked_through(window: Window, qtbot: QtBot) -> None:
    beside, inside = QPoint(BODY.right() + 6, 140), BODY.center()
    for place, expected in ((beside, window.button), (inside, window.frame)):
        assert window.childAt(place) is expected
    with qtbot.waitSignal(window.button.clicked):
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=beside)


def test_shadow_comes_and_goes_with_the_frame(window: Window, qtbot: QtBot) -> None:
    window.frame.hide()
    assert window.light(200, BODY.bottom() + 4) == 255
    window.frame.show()
    window.frame.place_over(BODY.translated(0, 100))
    assert window.light(200, BODY.bottom() + 4) == 255
    assert window.light(200, BODY.bottom() + 104) < 250
    window.frame.deleteLater()
    qtbot.waitUntil(lambda: window.light(200, BODY.bottom() + 104) == 255)
