"""A program that is replaced while it runs is noticed, and the window says so."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from editor.gui.context import SessionContext
from editor.gui.host_window import HostWindow
from editor.gui.theme import make_theme
from editor.gui.updates import program_watcher, room
from editor.gui.updates.program_watcher import ProgramWatcher
from tests.gui.actions import PATIENCE_MS


@pytest.fixture(autouse=True)
def quick_installer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let an installer be finished with a file at once."""
    monkeypatch.setattr(program_watcher, "_SETTLED_MS", 20)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of a program."""
    file = tmp_path / "rezensent"
    file.write_text("old")
    return file


def replace(file: Path) -> None:
    """Put another file in the place of ``file``, as dpkg does."""
    new = file.with_name("rezensent.dpkg-new")
    new.write_text("new")
    new.replace(file)


def test_another_file_in_its_place_is_noticed(qtbot: QtBot, file: Path) -> None:
    parent = QObject()
    watcher = ProgramWatcher(file, parent)
    with qtbot.waitSignal(watcher.replaced, timeout=PATIENCE_MS):
        replace(file)


def test_a_removal_is_noticed(qtbot: QtBot, file: Path) -> None:
    parent = QObject()
    watcher = ProgramWatcher(file, parent)
    with qtbot.waitSignal(watcher.replaced, timeout=PATIENCE_MS):
        file.unlink()


def test_another_mode_is_not_another_program(qtbot: QtBot, file: Path) -> None:
    parent = QObject()
    watcher = ProgramWatcher(file, parent)
    with (
        qtbot.waitSignal(watcher._settled.timeout, timeout=PATIENCE_MS),
        qtbot.assertNotEmitted(watcher.replaced),
    ):
        file.chmod(0o755)


def test_the_window_says_that_its_program_was_replaced(
    qtbot: QtBot, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "bundle_program", lambda: file)
    window = HostWindow(make_theme("light"))
    qtbot.addWidget(window)
    updates = room.UpdatesRoom(cast("SessionContext", SimpleNamespace(window=window)))
    updates.start()
    replace(file)
    bar = window.message_bar
    qtbot.waitUntil(lambda: "öffnen Sie es wieder" in bar.sentence, timeout=PATIENCE_MS)


def test_only_the_program_of_a_bundle_is_watched(qtbot: QtBot) -> None:
    window = HostWindow(make_theme("light"))
    qtbot.addWidget(window)
    room.UpdatesRoom(cast("SessionContext", SimpleNamespace(window=window))).start()
    assert window.findChild(ProgramWatcher) is None
