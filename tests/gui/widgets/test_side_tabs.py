"""Tabs over the side panels: what they show stays where it is while numbers come and go."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.style_sheet import apply_theme
from editor.gui.theme import make_theme
from editor.gui.widgets.side_tabs import SidePanel, SideTabs
from tests.gui.actions import exposed


class Panel(SidePanel):
    def take_focus(self) -> None:
        self.setFocus()


@pytest.mark.parametrize("width", [*range(300, 660, 30)])
def test_number_in_a_tab_does_not_move_the_panel(
    qtbot: QtBot, qapp: QApplication, width: int
) -> None:
    theme = make_theme("light")
    apply_theme(qapp, theme, "light")
    window = QWidget()
    qtbot.addWidget(window)
    tabs = SideTabs(theme, window)
    names = ("Hinweise", "Stil", "Fertig?", "Zahlen")
    panels = [Panel(tabs) for _ in names]
    for panel, name in zip(panels, names, strict=True):
        tabs.add(panel, name, QComboBox(tabs) if panel is panels[0] else None)
    tabs.open(panels[1])
    tabs.open(panels[0])
    window.resize(width, 600)
    tabs.resize(width, 600)
    window.show()
    exposed(qtbot, window)
    before = panels[0].mapTo(window, QPoint())
    for panel, number in zip(panels, (12, 4, 13), strict=False):
        tabs.set_title(panel, f"{names[panels.index(panel)]} · {number}")
    layout = tabs.layout()
    assert layout is not None
    layout.activate()
    assert panels[0].mapTo(window, QPoint()) == before


def test_tabs_are_whole_in_a_low_window(qtbot: QtBot, qapp: QApplication) -> None:
    theme = make_theme("light")
    apply_theme(qapp, theme, "light")
    window = QWidget()
    qtbot.addWidget(window)
    tabs = SideTabs(theme, window)
    panel = Panel(tabs)
    panel.setMinimumHeight(200)
    tabs.add(panel, "Hinweise")
    tabs.resize(300, 45)
    window.show()
    exposed(qtbot, window)
    (bar,) = tabs.findChildren(QTabBar)
    assert bar.height() >= bar.sizeHint().height()


def test_focus_goes_from_panel_to_panel_by_way_of_the_tabs(
    qtbot: QtBot, qapp: QApplication
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    tabs, elsewhere = SideTabs(make_theme("light"), window), QLineEdit(window)
    elsewhere.move(0, 200)
    panels = [Panel(tabs), Panel(tabs)]
    for panel in panels:
        tabs.add(panel, "Hinweise")
    field = QLineEdit(panels[0])
    QWidget.setTabOrder(field, elsewhere)
    window.show()
    exposed(qtbot, window)
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    went: list[QWidget | None] = []
    qapp.focusChanged.connect(lambda _, now: went.append(now))
    tabs.open(panels[1])
    tabs.take_focus()
    assert went == [tabs.findChild(QTabBar), panels[1]]
