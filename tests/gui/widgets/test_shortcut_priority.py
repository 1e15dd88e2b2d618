"""A key of an action belongs to the action, in every kind of field and on every platform."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMainWindow, QToolTip
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from tests.gui.widgets.shortcut_driver import walk
from tests.gui.x_server import x_server

PATIENCE_S = 120
MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Shift)


class GreedyLine(QLineEdit):
    """A line that takes every key before the shortcuts, and says so by its text."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in MODIFIERS:
            self.setText("taken")


@pytest.fixture
def greedy(qtbot: QtBot) -> Iterator[GreedyLine]:
    window = QMainWindow()
    qtbot.addWidget(window)
    line = GreedyLine(window)
    window.setCentralWidget(line)
    window.show()
    window.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    yield line
    window.close()


def action_of(line: QLineEdit, keys: str, *, enabled: bool = True) -> list[bool]:
    """Give the window an action with ``keys``, and return what is put down when it runs."""
    runs: list[bool] = []
    action = QAction(line.window(), enabled=enabled)
    action.setShortcut(QKeySequence(keys))
    action.triggered.connect(lambda checked=False: runs.append(checked))
    line.window().addAction(action)
    return runs


@pytest.mark.parametrize("keys", ["Ctrl+K", "Ctrl+E", "Ctrl+U", "Ctrl+D", "Alt+Up", "F4", "Ctrl+,"])
@pytest.mark.parametrize("enabled", [True, False])
def test_key_of_an_action_never_reaches_the_field(
    greedy: GreedyLine, keys: str, enabled: bool
) -> None:
    runs = action_of(greedy, keys, enabled=enabled)
    QTest.keySequence(greedy, QKeySequence(keys))
    assert runs == [False] * enabled
    assert greedy.text() == ""


def test_key_of_a_disabled_action_shows_why(greedy: GreedyLine, qtbot: QtBot) -> None:
    action_of(greedy, "Ctrl+K", enabled=False)
    action = greedy.window().actions()[0]
    action.setToolTip("Verweis (Strg+K)\nNur im Text eines Abschnitts.")
    QTest.keyClick(greedy, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(QToolTip.isVisible)
    assert QToolTip.text() == "Nur im Text eines Abschnitts."
    QToolTip.hideText()


@pytest.mark.parametrize("keys", ["Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+A", "Ctrl+Left"])
def test_field_keeps_the_keys_of_editing(greedy: GreedyLine, keys: str) -> None:
    runs = action_of(greedy, keys)
    QTest.keySequence(greedy, QKeySequence(keys))
    assert (runs, greedy.text()) == ([], "taken")


@pytest.mark.parametrize("keys", ["Ctrl+K", "Alt+Left", "Alt+Down"])
def test_key_without_an_action_belongs_to_the_field(greedy: GreedyLine, keys: str) -> None:
    QTest.keySequence(greedy, QKeySequence(keys))
    assert greedy.text() == "taken"


@pytest.mark.parametrize("keys", ["Alt+1", "Alt+Q", "Alt+Shift+Q"])
def test_character_with_alt_is_not_typed(qtbot: QtBot, keys: str) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    line = QLineEdit("grossartig", window)
    window.setCentralWidget(line)
    window.show()
    window.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    line.selectAll()
    QTest.keySequence(line, QKeySequence(keys))
    assert line.text() == "grossartig"
    QTest.keyClicks(line, "@")
    assert line.text() == "@"


def test_every_shortcut_runs_once_in_every_field(unchecked: Program) -> None:
    unchecked.session.window.activateWindow()
    assert walk(unchecked) == []


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="takes the Debian package xvfb")
def test_every_shortcut_runs_once_in_every_field_of_x11(tmp_path: Path) -> None:
    with x_server("1280x800x24", "-noreset") as display:
        assert faults(display, tmp_path) == []


def faults(display: str, home: Path) -> Any:
    own = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "REZENSENT_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.widgets.shortcut_driver"],
        env={**os.environ, **own},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])
