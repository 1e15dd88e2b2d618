"""Windows fit the screen that they open on, whatever its size and scale.

The screens are those of the offscreen platform, in a process of their own: see
screen_driver.py.
"""

import ast
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout
from pytestqt.qtbot import QtBot

import editor.gui
from editor.gui.screen_fit import keep_fitted, resize_to_fit

PATIENCE_S = 120
GUI = Path(editor.gui.__file__).parent
DIALOGS = {"QDialog", "QFileDialog", "QColorDialog", "QPrintDialog", "QFontDialog", "QWizard"} | {
    "QProgressDialog",
    "QInputDialog",
    "QErrorMessage",
}
FITTED = {"resize_to_fit", "keep_fitted", "style_file_dialog"}


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


def test_dialog_that_grows_stays_on_its_screen(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    lines = QVBoxLayout(dialog)
    text, good = QLabel("Text"), QPushButton("Gut")
    lines.addWidget(text)
    lines.addWidget(good)
    keep_fitted(dialog)
    dialog.show()
    text.setMinimumSize(3_000, 3_000)
    room = dialog.screen().availableGeometry()
    qtbot.waitUntil(lambda: dialog.findChild(QScrollArea) is not None)
    qtbot.waitUntil(lambda: room.contains(dialog.geometry()))
    assert dialog.rect().contains(good.geometry())


def test_dialog_is_as_high_as_its_text_is_at_its_width(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    lines = QVBoxLayout(dialog)
    text = QLabel(40 * "Wort ")
    text.setWordWrap(True)
    lines.addWidget(text)
    lines.addWidget(QPushButton("Gut"))
    resize_to_fit(dialog, 200, 0)
    dialog.show()
    assert text.height() >= text.heightForWidth(text.width())


def test_last_line_that_outgrows_a_dialog_that_scrolls_stands_in_several(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    lines = QVBoxLayout(dialog)
    tall = QLabel("Text")
    tall.setMinimumHeight(3_000)
    lines.addWidget(tall)
    foot = QHBoxLayout()
    said, good = QLabel(), QPushButton("Gut")
    said.setWordWrap(True)
    foot.addWidget(said, 1)
    foot.addWidget(good)
    lines.addLayout(foot)
    resize_to_fit(dialog, 3_100, 3_100)
    dialog.show()
    assert dialog.findChild(QScrollArea) is not None
    said.setMinimumWidth(dialog.screen().availableGeometry().width() - 60)
    said.setText("Noch offen " * 60)
    qtbot.waitUntil(lambda: said.geometry().bottom() < good.geometry().top())
    assert dialog.rect().contains(said.geometry())
    assert dialog.rect().contains(good.mapTo(dialog, good.rect().center()))
    assert said.height() >= said.heightForWidth(said.width())


def test_buttons_that_are_wider_than_the_screen_stand_in_several_lines(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    lines, foot = QVBoxLayout(dialog), QHBoxLayout()
    lines.addWidget(QLabel("Text"))
    buttons = [QPushButton("Ein sehr langer Knopf " * 2) for _ in range(9)]
    for button in buttons:
        foot.addWidget(button)
    lines.addLayout(foot)
    resize_to_fit(dialog, 300, 100)
    dialog.show()
    room = dialog.screen().availableGeometry()
    qtbot.waitUntil(lambda: len({button.y() for button in buttons}) > 1)
    assert room.contains(dialog.geometry())
    for button in buttons:
        place = QRect(button.mapTo(dialog, QPoint()), button.size())
        assert dialog.rect().contains(place)


@pytest.mark.parametrize(
    ("width", "height", "scale", "dpi"),
    [(1024, 700, 1, 144), (1024, 700, 3, 96)],
)
def test_window_and_dialogs_are_inside_the_screen(
    width: int, height: int, scale: float, dpi: int, tmp_path: Path
) -> None:
    seen = told(tmp_path, width / scale, height / scale, dpi)
    assert {"window", "find bar", "export", "settings", "color", "rounding"} < set(seen)
    assert {name: outside for name, outside in seen.items() if outside} == {}


@pytest.mark.soak
@pytest.mark.skipif(shutil.which("weston") is None, reason="takes the Debian package weston")
@pytest.mark.skipif("REZENSENT_STARTS" not in os.environ, reason="is a part of make soak")
@pytest.mark.parametrize("scale", [1, 2, 3])
def test_window_and_dialogs_fit_a_screen_of_wayland(scale: int, tmp_path: Path) -> None:
    os.chmod(tmp_path, 0o700)  # noqa: PTH101 - the server demands it
    here = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "weston-test"}
    size = (f"--width={1024 // scale}", f"--height={700 // scale}", f"--scale={scale}")
    command = ["weston", "--backend=headless-backend.so", "--socket=weston-test", "--no-config"]
    log = f"--log={tmp_path / 'weston.log'}"
    with subprocess.Popen([*command, *size, log], env={**os.environ, **here}) as server:
        try:
            wait_for(tmp_path / "weston-test")
            seen = told_on({**here, "QT_QPA_PLATFORM": "wayland"}, tmp_path)
        finally:
            server.terminate()
    assert {name: outside for name, outside in seen.items() if outside} == {}


def wait_for(path: Path) -> None:
    """Wait until ``path`` is there."""
    end = time.monotonic() + PATIENCE_S
    while not path.exists():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_every_dialog_of_the_program_is_kept_inside() -> None:
    for path in GUI.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        made = {name for node in ast.walk(tree) for name in made_by(node)}
        called = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        if path.name != "message_box.py":
            assert "QMessageBox" not in made, f"{path}: MessageBox fits its screen"
        if made & DIALOGS:
            assert called & FITTED, path


def made_by(node: ast.AST) -> list[str]:
    """Return the classes that ``node`` makes an object or a subclass of."""
    if isinstance(node, ast.Call):
        return [node.func.id] if isinstance(node.func, ast.Name) else []
    if isinstance(node, ast.ClassDef):
        return [base.id for base in node.bases if isinstance(base, ast.Name)]
    return []


def told(folder: Path, width: float, height: float, dpi: int) -> dict[str, Any]:
    """Return what was outside a screen of so many device-independent pixels, by window.

    ``dpi`` is that of the fonts.
    """
    path = folder / "screen.json"
    screen = {"name": "S", "x": 0, "y": 0, "width": int(width), "height": int(height)}
    path.write_text(json.dumps({"screens": [screen | {"logicalDpi": 96, "dpr": 1}]}), "ascii")
    platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={path}", "QT_FONT_DPI": str(dpi)}
    return told_on(platform, folder)


def told_on(platform: dict[str, str], folder: Path) -> dict[str, Any]:
    """Return what was outside the screen of ``platform``, which are environment variables."""
    result = subprocess.run(
        [sys.executable, "-m", "tests.gui.screen_fit.screen_driver"],
        env={
            **os.environ,
            **platform,
            "REZENSENT_HOME": str(folder),
        },
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    # The export dialog comes before the preview here, and its page has images as well.
    assert "Too late to register scheme" not in result.stderr
    seen: dict[str, Any] = json.loads(result.stdout)
    return seen
