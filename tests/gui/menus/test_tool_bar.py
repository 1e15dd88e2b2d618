"""A narrow tool bar gives up labels, then tools, and never the button that publishes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.menus.tool_bar import ToolBar
from editor.gui.style_sheet import apply_theme
from editor.gui.theme import make_theme

NARROW = 240
"""Room for one tool, the menu and the primary button, in device-independent pixels."""
LESS_NEEDED = ("Liste", "Zitat", "Gliederung")


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> Iterator[ToolBar]:
    apply_theme(qapp, make_theme("light"), "light")
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1_000, 800)
    bar = ToolBar("Werkzeuge", window)
    actions = {text: QAction(text, bar) for text in ("Fett", "Zitat", "Liste", "Gliederung")}
    for text in ("Fett", "Zitat", "Liste"):
        bar.add_tool(actions[text])
    bar.add_space()
    bar.add_tool(actions["Gliederung"], "Gliederung")
    bar.add_primary(actions["Fett"], "Exportieren …", actions["Fett"].trigger)
    bar.give_up([actions[text] for text in LESS_NEEDED])
    bar.resize(900, 40)
    window.show()
    yield bar
    window.close()


def shown(bar: ToolBar) -> list[str]:
    buttons = [b for b in bar.findChildren(QToolButton) if b.defaultAction() is not None]
    return [b.defaultAction().text() for b in buttons if b.isVisible()]


def test_wide_bar_shows_everything(bar: ToolBar) -> None:
    assert shown(bar) == ["Fett", "Zitat", "Liste", "Gliederung"]
    assert not bar.more.isVisible()


def test_label_goes_before_a_tool(bar: ToolBar) -> None:
    bar.resize(bar.sizeHint().width() - 4, 40)
    assert len(shown(bar)) == 4
    outline = next(b for b in bar.findChildren(QToolButton) if b.text().strip() == "Gliederung")
    assert outline.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly


def test_wider_tools_are_fitted_without_another_width_of_the_bar(
    bar: ToolBar, qtbot: QtBot
) -> None:
    bar.resize(bar.sizeHint().width() + 20, 40)
    bar.setStyleSheet("QToolButton { padding: 20px; }")
    qtbot.waitUntil(lambda: len(shown(bar)) < 4)
    primary = bar.findChild(QToolButton, "primary")
    assert isinstance(primary, QToolButton)
    qtbot.waitUntil(primary.isVisible)


def test_primary_button_is_there_at_every_width(bar: ToolBar, qtbot: QtBot) -> None:
    primary = bar.findChild(QToolButton, "primary")
    assert isinstance(primary, QToolButton)
    for width in range(450, NARROW, -1):
        bar.resize(width, 40)
        qtbot.wait(0)
        assert primary.isVisible(), width
        assert bar.rect().contains(primary.geometry()), width


def test_tools_without_room_are_in_a_menu_that_the_keyboard_reaches(
    bar: ToolBar, qtbot: QtBot
) -> None:
    bar.resize(NARROW, 40)
    primary = bar.findChild(QToolButton, "primary")
    assert isinstance(primary, QToolButton)
    qtbot.waitUntil(primary.isVisible)
    assert bar.rect().contains(primary.geometry())
    assert shown(bar) == ["Fett"]
    assert bar.more.isVisible()
    assert bar.more.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert {action.text() for action in bar.more.menu().actions()} == set(LESS_NEEDED)
    bar.resize(900, 40)
    qtbot.waitUntil(lambda: len(shown(bar)) == 4)
    assert not bar.more.isVisible()


def test_button_of_a_greyed_action_stays_grey_when_the_bar_gets_narrow_and_wide(
    bar: ToolBar, qtbot: QtBot
) -> None:
    buttons = [b for b in bar.findChildren(QToolButton) if b.defaultAction() is not None]
    for button in buttons:
        button.defaultAction().setEnabled(False)
    bar.resize(NARROW, 40)
    qtbot.waitUntil(lambda: len(shown(bar)) == 1)
    bar.resize(900, 40)
    qtbot.waitUntil(lambda: len(shown(bar)) == 4)
    assert not any(button.isEnabled() for button in buttons)
    primary = bar.findChild(QToolButton, "primary")
    assert isinstance(primary, QToolButton)
    assert not primary.isEnabled()
    for button in buttons:
        button.defaultAction().setEnabled(True)
    assert all(button.isEnabled() for button in (*buttons, primary))


def test_low_window_has_no_bar(bar: ToolBar) -> None:
    window = bar.window()
    for height, shown_there in ((233, False), (700, True), (240, False)):
        window.resize(1_000, height)
        assert bar.isVisible() is shown_there
    bar.show_tools(shown=False)
    window.resize(1_000, 700)
    assert not bar.isVisible()
    bar.show_tools(shown=True)
    assert bar.isVisible()
