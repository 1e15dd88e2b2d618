"""Status bar: nothing is cut off in a narrow window, and numbers follow the language."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.layout.status_bar import StatusBar
from editor.gui.menus.action_button import ActionButton
from editor.gui.theme import make_theme
from editor.languagetool.state import EnginePhase, EngineState
from editor.localized import Localized
from editor.review.statistics import Statistics

MISSING = EngineState(EnginePhase.FAILED, Localized("LanguageTool fehlt noch; …", "Missing"))


@pytest.fixture
def bar(qtbot: QtBot) -> StatusBar:
    bar = StatusBar(make_theme("light"), None)  # type: ignore[arg-type]
    qtbot.addWidget(bar)
    bar.offer(QAction("LanguageTool herunterladen (56 MB, etwa zwei Minuten)", bar))
    bar.show_state(MISSING, 0)
    bar.show_saved(dirty=False, path="", at=None)
    bar.show_variant("de-DE")
    return bar


@pytest.fixture
def english_numbers() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize("width", [1_200, 512])
def test_what_is_shown_is_not_cut_off(bar: StatusBar, qtbot: QtBot, width: int) -> None:
    bar.resize(width, 24)
    bar.show()
    parts = [part for kind in (QLabel, QPushButton) for part in bar.findChildren(kind)]

    def is_whole(widget: QWidget) -> bool:
        # A button of an action may leave out what is in brackets.
        brief = isinstance(widget, ActionButton)
        least = widget.minimumSizeHint() if brief else widget.sizeHint()
        return widget.width() >= least.width() and widget.geometry().right() < width

    qtbot.waitUntil(lambda: all(is_whole(part) for part in parts if part.isVisible()))
    assert bar.checker.isVisible() == (width == 1_200)
    assert bar.saved.isVisible()


def test_way_out_of_a_view_is_whole_beside_an_offer(bar: StatusBar, qtbot: QtBot) -> None:
    bar.resize(420, 24)
    bar.show()
    bar.show_view("focus")
    view = next(part for part in bar.findChildren(QLabel) if part.text().startswith("Fokus"))
    qtbot.waitUntil(lambda: view.width() >= view.sizeHint().width())
    assert bar.saved.width() >= bar.saved.sizeHint().width()
    assert bar.saved.geometry().right() < bar.width()


@pytest.mark.usefixtures("english_numbers")
def test_words_are_counted_in_the_notation_of_the_language(bar: StatusBar) -> None:
    bar.show_numbers(Statistics(words=1_234, sentences=100))
    assert bar.numbers.text().startswith("1,234 ")
