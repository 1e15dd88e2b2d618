"""The keyboard focus is visible at every widget, in light and dark."""

from collections.abc import Iterator
from itertools import islice

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QKeySequenceEdit,
    QMessageBox,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.gui.dialogs import ask_unsaved
from editor.gui.program import Program
from editor.gui.widgets.chip_edit import ChipEdit
from editor.paths import sample_path
from editor.proofing.names.entries import VOCABULARY_KEY
from tests.gui.actions import exposed, press, section, waited
from tests.gui.test_theme import LARGE, contrast

AROUND = 4
"""How far beyond a widget its ring may be, in pixels."""
FRAMES = (ChipEdit, QAbstractSpinBox, QComboBox, QKeySequenceEdit)
"""Fields with a line in them that has the keyboard."""
ENOUGH = 24
"""Pixels that have to change: the sides of the smallest thing that has the keyboard."""


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest, unchecked: Program) -> str:
    unchecked.settings_store.change(theme=request.param)
    return str(request.param)


def stops(window: QWidget) -> Iterator[QWidget]:
    """Yield what the Tab key comes to in ``window``."""
    known: set[QWidget] = {window}
    widget = window.nextInFocusChain()
    while widget is not None and widget not in known:
        known.add(widget)
        tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        seen = tab and widget.isVisible() and widget.isEnabled() and not _is_page(widget)
        if seen and widget.window() is window:
            yield widget
        widget = widget.nextInFocusChain()


def _is_page(widget: QWidget) -> bool:
    """Whether it is in the preview, whose page says itself what has the keyboard."""
    ancestors = [widget]
    while (parent := ancestors[-1].parentWidget()) is not None:
        ancestors.append(parent)
    return any(isinstance(ancestor, QWebEngineView) for ancestor in ancestors)


def picture(window: QWidget, area: QRect) -> QImage:
    return window.grab(area).toImage()


def unseen(window: QWidget, *elsewhere: QWidget) -> list[str]:
    """Return the stops of ``window`` that look the same, or nearly, with the keyboard as without.

    One of ``elsewhere`` takes the keyboard meanwhile.
    """
    return [
        f"{type(stop).__name__} {stop.objectName()}: {changed}"
        for stop in list(stops(window))
        if (changed := _changed(window, stop, next(w for w in elsewhere if w is not stop))) < ENOUGH
    ]


def _framed(stop: QWidget) -> QWidget:
    """Return what has the frame of ``stop``: the field that a line is in, the card of a section."""
    ancestor = stop
    while (parent := ancestor.parentWidget()) is not None and ancestor.objectName() != "card":
        ancestor = parent
        if isinstance(ancestor, FRAMES) or ancestor.objectName() == "card":
            return ancestor
    return stop


def _scroll_to(stop: QWidget) -> None:
    """Show what a page hides; the Tab key itself does so, too."""
    page = stop.parentWidget()
    while page is not None:
        if isinstance(page, QScrollArea):
            page.ensureWidgetVisible(stop)
        page = page.parentWidget()


def _changed(window: QWidget, stop: QWidget, elsewhere: QWidget) -> int:
    """Return how many pixels around ``stop`` differ clearly with the keyboard, ENOUGH at most."""
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    _scroll_to(stop)
    QApplication.processEvents()
    framed = _framed(stop)
    ring = QRect(-AROUND, -AROUND, framed.width() + 2 * AROUND, framed.height() + 2 * AROUND)
    area = ring.translated(framed.mapTo(window, QPoint())).intersected(window.rect())
    with_it = picture(window, area)
    elsewhere.setFocus()
    QApplication.processEvents()
    without = picture(window, area)
    changed = (
        (x, y)
        for x in range(with_it.width())
        for y in range(with_it.height())
        if with_it.pixel(x, y) != without.pixel(x, y)
        and contrast(with_it.pixelColor(x, y), without.pixelColor(x, y)) >= LARGE
    )
    return sum(1 for _ in islice(changed, ENOUGH))


@pytest.fixture
def filled(scheme: str, unchecked: Program, qtbot: QtBot) -> Program:
    unchecked.session.files.controller.load(sample_path())
    waited(qtbot, lambda: unchecked.session.document.review.title == "Das Salzarchiv")
    # Something decided, or the dialog of decisions has nothing but a button.
    unchecked.session.document.edit_fact(VOCABULARY_KEY, "Meyer", typing=False)
    return unchecked


def test_every_stop_of_the_window_shows_the_keyboard(filled: Program, qtbot: QtBot) -> None:
    press(filled, "replace")
    qtbot.wait(0)
    places = (section(filled, "story"), section(filled, "cast"))
    assert not unseen(filled.session.window, *places)


@pytest.mark.parametrize("verb", ["settings", "shortcuts", "import_clipboard", "decided", "server"])
def test_every_stop_of_a_dialog_shows_the_keyboard(
    verb: str, filled: Program, qtbot: QtBot
) -> None:
    QApplication.clipboard().setText("Falkenried nimmt sich Zeit.\n\nFazit\n\nLohnt sich.")
    press(filled, verb)
    dialog = waited(qtbot, lambda: filled.session.window.findChild(QDialog))
    exposed(qtbot, dialog)
    first, second = list(stops(dialog))[:2]
    assert not unseen(dialog, first, second)
    dialog.close()


def test_every_stop_of_a_question_shows_the_keyboard(filled: Program, qtbot: QtBot) -> None:
    ask_unsaved(filled.session.window, "Das Salzarchiv", lambda _: None)
    box = waited(qtbot, lambda: filled.session.window.findChild(QMessageBox))
    exposed(qtbot, box)
    first, second = list(stops(box))[:2]
    assert not unseen(box, first, second)
    box.close()
