"""Welcome page: every size has room for it, and every choice can be read."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.gui.theme import make_theme
from editor.gui.welcome.choices import earlier_choices, new_choices
from editor.gui.welcome.page import WelcomePage


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> WelcomePage:
    page = WelcomePage(make_theme("light"), None)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.new.show_choices(new_choices(()))
    page.earlier.show_choices(earlier_choices((), 0, lambda _: "Strg+O"))
    return page


def test_columns_are_one_above_the_other_in_a_narrow_window(
    page: WelcomePage, qtbot: QtBot
) -> None:
    page.resize(1_000, 600)
    page.show()
    qtbot.waitUntil(lambda: page.new.y() == page.earlier.y())
    page.resize(400, 600)
    qtbot.waitUntil(lambda: page.new.geometry().bottom() < page.earlier.y())
    content = page.widget()
    assert content is not None
    qtbot.waitUntil(lambda: content.width() <= page.viewport().width())


def test_a_choice_is_told_to_a_screen_reader(page: WelcomePage) -> None:
    for button in (*page.new.usable, *page.earlier.usable):
        assert button.accessibleName()
        assert button.accessibleDescription()
        assert button.sizeHint().height() > 2 * button.fontMetrics().height()
