"""Actions that cannot be used say why; tool bar with icons in the colours of the theme."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QToolBar, QToolButton

from editor.gui.actions import Actions
from editor.gui.program import Program
from tests.gui.actions import find


def buttons(program: Program) -> list[QToolButton]:
    bar = find(program, QToolBar, "tools")
    actions = program.session.actions.all()
    return [b for b in bar.findChildren(QToolButton) if b.defaultAction() in actions]


def test_every_tool_has_an_icon_a_name_and_a_tip(unchecked: Program) -> None:
    tools = buttons(unchecked)
    assert len(tools) > 12
    for button in tools:
        action = button.defaultAction()
        assert not button.icon().isNull(), action.text()
        assert not action.isIconVisibleInMenu()
        assert button.accessibleName() == action.text().replace("&", "")
        assert action.toolTip()


def test_icons_are_of_one_size_and_in_the_colours_of_the_theme(unchecked: Program) -> None:
    program = unchecked
    program.settings_store.change(theme="light")
    light = [ink(button) for button in buttons(program)]
    program.settings_store.change(theme="dark")
    dark = [ink(button) for button in buttons(program)]
    assert all(a < 130 < b for a, b in zip(light, dark, strict=True)), (light, dark)
    assert {button.iconSize().width() for button in buttons(program)} == {
        program.session.window.theme.px(18)
    }


def ink(button: QToolButton) -> int:
    """Return the lightness of the strokes, of those that are enabled and not switched on."""
    image: QImage = button.icon().pixmap(48, 48).toImage()
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    inks = [image.pixelColor(x, y) for x, y in places]
    return next(color.lightness() for color in inks if color.alpha() == 255)


def test_program_has_an_icon_of_its_own(qapp: QApplication, unchecked: Program) -> None:
    icon = unchecked.session.window.windowIcon()
    assert not icon.isNull()
    small = icon.pixmap(16, 16).toImage()
    inks = {small.pixelColor(x, y).name() for x in range(16) for y in range(16)}
    assert {"#1f5f8b", "#f6c544"} <= inks, "ground and star are clear at the smallest size"


@pytest.fixture
def actions(qapp: QApplication) -> Actions:
    return Actions(QObject(qapp))


def test_disabled_action_says_why_in_its_tip(actions: Actions) -> None:
    tip = actions["save"].toolTip()
    actions.withhold("test", {"save": "Es gibt nichts zu sichern."})
    assert not actions["save"].isEnabled()
    assert actions["save"].toolTip().splitlines()[1:] == ["Es gibt nichts zu sichern."]
    actions.withhold("test", {})
    assert actions["save"].isEnabled()
    assert actions["save"].toolTip() == tip


def test_action_is_enabled_when_the_last_source_releases_it(actions: Actions) -> None:
    actions.withhold("one", {"save": "Das eine."})
    actions.withhold("other", {"save": "Das andere.", "open": "Das andere."})
    actions.withhold("other", {"open": "Das andere."})
    assert actions["save"].toolTip().endswith("\nDas eine.")
    assert not actions["save"].isEnabled()
    actions.withhold("one", {})
    assert actions["save"].isEnabled()
    assert not actions["open"].isEnabled()


def test_new_keys_do_not_hide_the_reason(actions: Actions) -> None:
    actions.withhold("test", {"save": "Es gibt nichts zu sichern."})
    actions.set_keys("save", actions["open"].shortcut())
    assert actions["save"].toolTip().splitlines()[1:] == ["Es gibt nichts zu sichern."]
