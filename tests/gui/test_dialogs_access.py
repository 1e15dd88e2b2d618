"""Every window and dialog can be used without a mouse, and without eyes.

The Tab key reaches everything and is never trapped, and a screen reader knows each stop by its
role, its name and its value.

They are opened one after another in one window of the program, which costs most.
"""

from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.paths import sample_path
from tests.gui.actions import find, press, waited
from tests.gui.keyboard_walk import name, tab_stops, walk

DIALOGS = (
    *("settings", "export", "versions", "import", "proposals", "decided", "scale_own"),
    *("scale_stars", "open", "save_as", "shortcuts", "help", "about", "server"),
)
"""Actions that open a window over that of the review."""
PANELS = ("to_findings", "to_style", "ready", "statistics", "find", "replace", "facts", "recover")
"""Actions that show something within the window of the review."""


PLAIN = (QAccessible.Role.Client, QAccessible.Role.NoRole)
WITHOUT_ROLE = ("shortcuts.keys",)
"""Widgets for which Qt has no role: they are known by their name alone."""


@pytest.fixture
def sample(unchecked: Program, qtbot: QtBot) -> Iterator[Program]:
    """A window with everything that a review can have, and Qt's own file dialogs."""
    own = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    QApplication.setAttribute(own)
    unchecked.session.files.controller.load(sample_path())
    waited(qtbot, lambda: unchecked.session.document.review.title == "Das Salzarchiv")
    activate(unchecked, qtbot)
    yield unchecked
    QApplication.setAttribute(own, False)


def activate(editor: Program, qtbot: QtBot) -> None:
    editor.session.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is editor.session.window)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def opened_by(editor: Program, qtbot: QtBot, verb: str) -> QWidget:
    """Return the window that the action ``verb`` opens, once it has the keyboard."""
    action, window = editor.session.actions[verb], editor.session.window
    # A dialog that blocks does so in the next turn of the event loop.
    QTimer.singleShot(0, action, action.trigger)
    active = QApplication.activeWindow
    opened: QWidget = waited(qtbot, lambda: active() if active() is not window else None)
    qtbot.waitUntil(lambda: opened.isAncestorOf(QApplication.focusWidget() or window))
    return opened


def faults(window: QWidget, qtbot: QtBot) -> list[str]:
    """Walk through ``window`` and back, and return what the Tab key or a reader does not find."""
    missed = tab_stops(window) - set(walk(qtbot)) | tab_stops(window) - set(walk(qtbot, back=True))
    return [f"not reached: {name(stop)}" for stop in missed] + unspoken(window)


def unspoken(window: QWidget) -> list[str]:
    """Return the stops of ``window`` of which a screen reader would not know what they are."""
    return [f"{what}: {name(stop)}" for stop in tab_stops(window) for what in missing(stop)]


def missing(stop: QWidget) -> Iterator[str]:
    """Yield what an assistive technology does not get to know about ``stop``."""
    spoken = QAccessible.queryAccessibleInterface(stop)
    if not spoken.text(QAccessible.Text.Name):
        yield "no name"
    # The page within a web view tells its role itself.
    in_page = isinstance(stop.parentWidget(), QWebEngineView)
    if spoken.role() in PLAIN and not in_page and stop.objectName() not in WITHOUT_ROLE:
        yield "no role"
    if spoken.role() is QAccessible.Role.SpinBox and spoken.valueInterface() is None:
        yield "no value"
    # On Linux the name of a combo box is its text, and only its label says what it is about.
    if isinstance(stop, QComboBox) and not is_labelled(stop):
        yield "no label"


def is_labelled(stop: QWidget) -> bool:
    parent = stop.parentWidget()
    labels = parent.findChildren(QLabel) if parent is not None else []
    return any(label.buddy() is stop and label.parentWidget() is parent for label in labels)


def not_tools(stops: Iterable[QWidget]) -> list[QWidget]:
    return [stop for stop in stops if not isinstance(stop, QToolButton)]


def test_tab_reaches_everything_in_every_dialog(sample: Program, qtbot: QtBot) -> None:
    found = {}
    for verb in DIALOGS:
        opened = opened_by(sample, qtbot, verb)
        found[verb] = faults(opened, qtbot)
        opened.close()
        activate(sample, qtbot)
    assert found == {verb: [] for verb in DIALOGS}
    press(sample, "link")
    box = [stop.objectName() for stop in walk(qtbot)]
    assert box == ["link.address", "link.take", "link.words"]


def test_tab_reaches_everything_in_the_window_pane_by_pane(sample: Program, qtbot: QtBot) -> None:
    window = sample.session.window
    find(sample, QWidget, "rating.proposal").setFocus()
    order = walk(qtbot)
    assert not tab_stops(window) - set(order)
    assert window.preview_pane.isAncestorOf(order[1])
    assert order[2] is find(sample, QWidget, "findingTabs")
    assert order[-1] is find(sample, QWidget, "rating.verdict")
    # Tools go on and off with what had the keyboard before them.
    assert not_tools(walk(qtbot, back=True)[1:]) == not_tools(order[:0:-1])
    press(sample, "preview")
    found = {}
    for verb in PANELS:
        press(sample, verb)
        missed = tab_stops(window) - set(walk(qtbot))
        found[verb] = [name(stop) for stop in not_tools(missed)] + unspoken(window)
    assert found == {verb: [] for verb in PANELS}
