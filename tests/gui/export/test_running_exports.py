"""A window that is closed while it exports waits for the files, and says so."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from editor.export.jobs import executor
from editor.export.jobs.job import ExportSource, ExportTarget
from editor.export.jobs.preset import ExportedFile
from editor.export.jobs.writer import write_target
from editor.gui.program import Program
from tests.gui.actions import press, waited
from tests.gui.export.dialog_driver import asked, open_sample, tick, write


@pytest.fixture
def begun() -> threading.Event:
    """Set when a file is about to be written."""
    return threading.Event()


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch, begun: threading.Event) -> Iterator[threading.Event]:
    """What lets the disk take the exported files."""
    takes = threading.Event()

    def slow(source: ExportSource, target: ExportTarget, *, synced: bool) -> ExportedFile:
        begun.set()
        takes.wait()
        return write_target(source, target, synced=synced)

    monkeypatch.setattr(executor, "write_target", slow)
    yield takes
    takes.set()


@pytest.fixture
def exporting(
    unchecked: Program, qtbot: QtBot, tmp_path: Path, disk: threading.Event, begun: threading.Event
) -> Path:
    path = open_sample(qtbot, unchecked, tmp_path)
    dialog = asked(qtbot, unchecked)
    tick(dialog, "html")
    write(dialog)
    qtbot.waitUntil(begun.is_set)
    press(unchecked, "close")
    bar = unchecked.session.window.message_bar
    waited(qtbot, lambda: "läuft noch" in bar.sentence)
    return path.with_suffix(".html")


def test_the_window_closes_when_the_file_is_there(
    exporting: Path, unchecked: Program, qtbot: QtBot, disk: threading.Event
) -> None:
    window = unchecked.session.window
    assert window.isVisible()
    disk.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert exporting.exists()


def test_the_window_stays_when_the_file_cannot_be_written(
    exporting: Path, unchecked: Program, qtbot: QtBot, disk: threading.Event
) -> None:
    exporting.mkdir()
    disk.set()
    requests = unchecked.session.export.controller.requests
    qtbot.waitUntil(lambda: not requests.busy)
    qtbot.wait(0)
    assert unchecked.session.window.isVisible()
    assert not unchecked.session.window.message_bar.isVisible()


def test_what_is_written_meanwhile_is_asked_about(
    exporting: Path, unchecked: Program, qtbot: QtBot, disk: threading.Event
) -> None:
    session = unchecked.session
    session.document.edit_text("story", "Noch ein Satz.", typing=True, boundary=False)
    disk.set()
    question = waited(qtbot, lambda: session.window.findChild(QMessageBox, "dialog.unsaved"))
    assert exporting.exists()
    assert session.window.isVisible()
    question.close()


def test_the_writer_need_not_wait(exporting: Path, unchecked: Program, qtbot: QtBot) -> None:
    window = unchecked.session.window
    buttons = window.message_bar.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "Ohne Export schließen").click()
    qtbot.waitUntil(lambda: not window.isVisible())
