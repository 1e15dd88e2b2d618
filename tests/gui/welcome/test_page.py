"""Welcome page: every size has room for it, and every choice can be read."""

from functools import partial

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.gui.theme import make_theme
from editor.gui.welcome.choice_button import ChoiceButton
from editor.gui.welcome.choices import earlier_choices, new_choices
from editor.gui.welcome.page import WelcomePage


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> WelcomePage:
    page = WelcomePage(make_theme("light"), None)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.new.show_choices(new_choices(()))
    page.earlier.show_choices(earlier_choices((), 0, lambda _: "Strg+O"))
    return page


def _has_its_height(button: ChoiceButton) -> bool:
    return button.height() == button.heightForWidth(button.width())


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


def test_sentences_are_shown_whole_at_every_width(page: WelcomePage, qtbot: QtBot) -> None:
    choice = page.new.usable[0].choice._replace(sentence="Im Kino, im Stream oder daheim. " * 6)
    page.new.show_choices([choice, *new_choices(())[1:]])
    page.show()
    heights = []
    for width in (1_000, 420):
        page.resize(width, 600)
        for button in page.new.usable:
            qtbot.waitUntil(partial(_has_its_height, button))
            metrics, room = button.fontMetrics(), QRect(0, 0, button.width(), 1_000)
            least = metrics.boundingRect(
                room, Qt.TextFlag.TextWordWrap, button.choice.sentence
            ).height()
            assert button.height() > least + metrics.height()
        heights.append(page.new.usable[0].height())
    assert heights[0] < heights[1]


def test_a_choice_is_told_to_a_screen_reader(page: WelcomePage) -> None:
    for button in (*page.new.usable, *page.earlier.usable):
        assert button.accessibleName()
        assert button.accessibleDescription()
        assert button.sizeHint().height() > 2 * button.fontMetrics().height()
