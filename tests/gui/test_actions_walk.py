"""Every action once, in a window with a review: nothing breaks, and every dialog can be closed."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QMessageBox,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor.gui.menus.menu_bar import declarations
from editor.gui.program import Program
from editor.gui.worker import Worker
from editor.paths import sample_path
from tests.gui.actions import section, waited

LEAVING = {"close", "quit", "new_window"}
"""What closes and opens windows; its own tests are in test_program."""
OUTSIDE = {"install_checker", "restart_checker", "read_aloud", "print"}
"""What needs the network, a process, a voice or a printer; each has tests of its own."""
VERBS = [item.verb for item in declarations() if item.verb not in LEAVING | OUTSIDE]
LATER = {"import_clipboard", "versions", "export"}
"""Some whose dialogs are there, or are filled, only when a worker has answered."""
ACTED_ON = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QListView, QTextEdit)


@pytest.fixture
def filled(unchecked: Program, qtbot: QtBot) -> Program:
    unchecked.session.files.controller.load(sample_path())
    waited(qtbot, lambda: unchecked.session.document.review.title == "Das Salzarchiv")
    section(unchecked, "story").setFocus()
    copied = QMimeData()
    copied.setHtml("<p>Vorweg.</p><h2>Fazit</h2><p>Sehr <b>gut</b>.</p>")
    copied.setText("Vorweg.\nFazit\nSehr gut.")
    QGuiApplication.clipboard().setMimeData(copied)
    return unchecked


def test_every_action_runs_and_every_dialog_can_be_left(filled: Program, qtbot: QtBot) -> None:
    problems: list[str] = []
    seen: set[str] = set()
    for verb in VERBS:
        section(filled, "story").setFocus()
        filled.session.actions[verb].trigger()
        rest(filled, qtbot)
        if opened(filled):
            seen.add(verb)
        problems += [f"{verb}: {name}" for dialog in opened(filled) for name in unnamed(dialog)]
        for dialog in opened(filled):
            dialog.close()
        qtbot.waitUntil(lambda: not opened(filled))
        if (
            filled.session.document.review.title != "Das Salzarchiv"
            or filled.session.document.dirty
        ):
            reload(filled, qtbot)
    assert not problems, "\n".join(problems)
    assert seen >= LATER


def rest(editor: Program, qtbot: QtBot) -> None:
    """Wait until nothing is under way any more that could still open a dialog."""
    # Once around: what an action has posted may begin with a worker.
    qtbot.wait(0)
    workers = (*editor.findChildren(Worker), *editor.session.window.findChildren(Worker))
    waited(qtbot, lambda: not any(worker.busy for worker in workers), timeout=60_000)


def reload(editor: Program, qtbot: QtBot) -> None:
    editor.session.files.controller.load(sample_path())
    waited(
        qtbot, lambda: editor.session.document.review.title and not editor.session.document.dirty
    )


def opened(editor: Program) -> list[QWidget]:
    """Return the dialogs and other windows that are open beside the editor's."""
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget.isVisible() and widget is not editor.session.window and widget.windowTitle() != ""
    ]


def unnamed(dialog: QWidget) -> list[str]:
    """Return what a person can act on in ``dialog`` but a screen reader has no name for."""
    if isinstance(dialog, QFileDialog | QMessageBox):
        return []
    fields = [w for kind in ACTED_ON for w in dialog.findChildren(kind) if w.isVisible()]
    return [
        f"{type(w).__name__} {w.objectName()}"
        for w in fields
        # The button that empties a line is Qt's own, and the keyboard does not stop at it.
        if not isinstance(w.parent(), QLineEdit)
        and not w.objectName().startswith("qt_")
        and not (w.accessibleName() or spoken(w))
    ]


def spoken(widget: QWidget) -> str:
    """Return what is read out where there is no accessible name: a button's text, a label."""
    labels = (label for label in widget.window().findChildren(QLabel) if label.buddy() is widget)
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return text or "".join(label.text() for label in labels)
