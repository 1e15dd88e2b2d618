"""Windows fit the screen that they open on, whatever its size and scale.

The screens are those of the offscreen platform, in a process of their own: see
screen_fit_driver.py.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout
from pytestqt.qtbot import QtBot

from editor.gui.screen_fit import resize_to_fit

PATIENCE_S = 120


def test_small_dialog_is_as_large_as_it_was_asked_to_be(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    lines = QVBoxLayout(dialog)
    lines.addWidget(QLabel("Text"))
    lines.addWidget(QPushButton("Gut"))
    resize_to_fit(dialog, 400, 300)
    assert (dialog.width(), dialog.height()) == (400, 300)
    assert dialog.findChild(QScrollArea) is None


def test_dialog_larger_than_the_screen_scrolls_and_keeps_its_buttons(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    lines = QVBoxLayout(dialog)
    inner = QHBoxLayout()
    lines.addLayout(inner)
    tall, good = QLabel("Text"), QPushButton("Gut")
    tall.setMinimumSize(3_000, 3_000)
    inner.addWidget(tall)
    lines.addStretch(1)
    lines.addWidget(good)
    resize_to_fit(dialog, 3_100, 3_100)
    dialog.show()
    room = dialog.screen().availableGeometry()
    assert room.width() >= dialog.width()
    assert room.height() >= dialog.height()
    area = dialog.findChild(QScrollArea)
    assert area is not None
    assert area.isAncestorOf(tall)
    assert not area.isAncestorOf(good)
    assert dialog.rect().contains(good.geometry())


@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [(1280, 800, 1), (1024, 700, 1.5), (1280, 800, 1.5), (1280, 800, 3)],
)
def test_window_and_dialogs_are_inside_the_screen(
    width: int, height: int, scale: float, tmp_path: Path
) -> None:
    seen = told(tmp_path, width / scale, height / scale)
    assert set(seen) == {"window", "export", "settings", "versions", "shortcuts", "import"}
    assert not [name for name, inside in seen.items() if not inside]


def told(folder: Path, width: float, height: float) -> dict[str, Any]:
    """Return which windows were inside a screen of so many device-independent pixels."""
    path = folder / "screen.json"
    screen = {"name": "S", "x": 0, "y": 0, "width": int(width), "height": int(height)}
    path.write_text(json.dumps({"screens": [screen | {"logicalDpi": 96, "dpr": 1}]}), "ascii")
    result = subprocess.run(
        [sys.executable, "-m", "tests.gui.screen_fit_driver"],
        env={
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={path}",
            "REZENSENT_HOME": str(folder),
        },
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    seen: dict[str, Any] = json.loads(result.stdout)
    return seen
