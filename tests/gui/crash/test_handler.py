"""Crash reports are shown in one dialog, and the writer goes on; real processes really crash."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from editor.gui.crash import handler
from editor.gui.crash.crash_log import CrashLog
from editor.gui.crash.dialog import CrashDialog
from editor.gui.crash.handler import CrashHandler
from editor.gui.program import Program
from editor.gui.worker import Worker
from editor.storage.processes import ProcessIdentity, ScratchFolder
from tests.gui.actions import click, exposed, find, section, type_into, waited

MARKER = "Geheimniswort"

pytestmark = pytest.mark.qt_no_exception_capture


@pytest.fixture
def crashing(unchecked: Program, tmp_path: Path) -> Iterator[CrashHandler]:
    log = CrashLog(ScratchFolder(tmp_path / "crashes", ProcessIdentity.current()))
    made = CrashHandler(unchecked.open_reviews, log, unchecked)
    yield made
    made.stop()


def _window(editor: Program) -> CrashDialog | None:
    return editor.session.window.findChild(CrashDialog)


def _shown(editor: Program) -> bool:
    window = _window(editor)
    return window is not None and window.isVisible()


def _fail(text: str = MARKER) -> None:
    raise LookupError(text)


def test_failure_of_a_program_that_was_replaced_is_no_crash(
    unchecked: Program, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "rezensent"
    file.touch()
    monkeypatch.setattr(handler, "bundle_program", lambda: file)
    log = CrashLog(ScratchFolder(tmp_path / "crashes", ProcessIdentity.current()))
    made = CrashHandler(unchecked.open_reviews, log, unchecked)
    file.unlink()
    QTimer.singleShot(0, unchecked, _fail)
    bar = unchecked.session.window.message_bar
    waited(qtbot, lambda: "aktualisiert oder entfernt" in bar.sentence)
    assert not _shown(unchecked)
    made.stop()


def test_a_slot_that_fails_is_told_and_the_text_is_kept(
    unchecked: Program, crashing: CrashHandler, qtbot: QtBot
) -> None:
    type_into(section(unchecked, "story"), f"Ein {MARKER}.")
    with qtbot.waitSignal(unchecked.session.files.safety.journal_writer.written):
        QTimer.singleShot(0, unchecked, _fail)
        waited(qtbot, lambda: _shown(unchecked))
    window = _window(unchecked)
    assert window is not None
    assert "LookupError" in window.report
    assert MARKER not in window.report
    assert not window.isModal()
    type_into(section(unchecked, "story"), "weiter")
    assert "weiter" in unchecked.session.document.review.text("story")


def test_threads_and_workers_are_heard_too(
    unchecked: Program, crashing: CrashHandler, qtbot: QtBot
) -> None:
    thread = threading.Thread(target=_fail)
    thread.start()
    thread.join()
    waited(qtbot, lambda: _shown(unchecked))
    worker = Worker(unchecked)
    nothing: dict[str, str] = {}
    worker.submit(lambda: nothing[MARKER], lambda _: None)
    waited(qtbot, lambda: "KeyError" in (window.report if (window := _window(unchecked)) else ""))
    worker.stop()


def test_many_mistakes_are_one_window_with_their_number(
    unchecked: Program, crashing: CrashHandler, qtbot: QtBot
) -> None:
    for _ in range(50):
        QTimer.singleShot(0, unchecked, _fail)
    waited(qtbot, lambda: _shown(unchecked))
    waited(qtbot, lambda: _headline(unchecked).find("50") > 0)
    assert len(unchecked.session.window.findChildren(CrashDialog)) == 1
    window = _window(unchecked)
    assert window is not None
    assert window.report.count("LookupError") == 1


def test_the_same_mistake_does_not_come_between_the_writer_and_the_text_twice(
    unchecked: Program, crashing: CrashHandler, qtbot: QtBot
) -> None:
    QTimer.singleShot(0, unchecked, _fail)
    waited(qtbot, lambda: _shown(unchecked))
    window = _window(unchecked)
    assert window is not None
    window.close()
    QTimer.singleShot(0, unchecked, _fail)
    waited(qtbot, lambda: "wieder aufgetreten" in unchecked.session.window.message_bar.sentence)
    assert not window.isVisible()
    find(unchecked, QPushButton, "notice.action").click()
    assert window.isVisible()
    assert "2" in window.headline


def test_a_mistake_in_a_dialog_can_be_closed_before_it(
    unchecked: Program, crashing: CrashHandler, qtbot: QtBot
) -> None:
    dialog = QDialog(unchecked.session.window)
    dialog.open()
    exposed(qtbot, dialog)
    QTimer.singleShot(0, unchecked, _fail)
    waited(qtbot, lambda: _shown(unchecked))
    window = _window(unchecked)
    assert window is not None
    exposed(qtbot, window)
    button = window.findChild(QPushButton, "mistake.go_on")
    assert button is not None
    click(qtbot, button, button.rect().center())
    waited(qtbot, lambda: not window.isVisible())
    assert dialog.isVisible()
    dialog.reject()


def test_nothing_is_said_to_be_kept_where_nothing_is_written(
    unchecked: Program, crashing: CrashHandler, qtbot: QtBot
) -> None:
    QTimer.singleShot(0, unchecked, _fail)
    waited(qtbot, lambda: _shown(unchecked))
    window = _window(unchecked)
    assert window is not None
    assert window.safe == "Alles ist gesichert."


def _headline(editor: Program) -> str:
    window = _window(editor)
    return window.headline if window is not None else ""


def test_the_report_goes_to_the_clipboard_and_the_window_closes(
    unchecked: Program, crashing: CrashHandler, qtbot: QtBot
) -> None:
    QTimer.singleShot(0, unchecked, _fail)
    waited(qtbot, lambda: _shown(unchecked))
    window = _window(unchecked)
    assert window is not None
    find(unchecked, QPushButton, "mistake.copy").click()
    assert QApplication.clipboard().text() == window.report
    find(unchecked, QPushButton, "mistake.go_on").click()
    assert not window.isVisible()
    assert unchecked.session.window.isVisible()


def test_what_is_saved_is_said(
    unchecked: Program, crashing: CrashHandler, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "kritik.md"
    path.write_text("---\ntitle: X\n---\n\nText.\n", "utf-8")
    unchecked.session.files.controller.load(path)
    waited(qtbot, lambda: unchecked.session.document.path == path)
    QTimer.singleShot(0, unchecked, _fail)
    waited(qtbot, lambda: _shown(unchecked))
    window = _window(unchecked)
    assert window is not None
    assert str(path) in window.safe


def test_a_crash_in_foreign_code_is_told_at_the_next_start(
    unchecked: Program, crashing: CrashHandler, qtbot: QtBot, tmp_path: Path
) -> None:
    program = (
        "import sys; sys.path[:0] = sys.argv[2:]; from pathlib import Path; import ctypes;"
        "from editor.gui.crash.crash_log import CrashLog;"
        "from editor.storage.processes import ProcessIdentity, ScratchFolder;"
        "scratch = ScratchFolder(Path(sys.argv[1]), ProcessIdentity.current());"
        "log = CrashLog(scratch); log.open();"
        "ctypes.string_at(0)"
    )
    folder = tmp_path / "crashes"
    dead = subprocess.run(
        [sys.executable, "-c", program, folder, *sys.path],
        capture_output=True,
        check=False,
        env={**os.environ},
    )
    assert dead.returncode != 0
    crashing.start()
    waited(qtbot, lambda: "abgestürzt" in unchecked.session.window.message_bar.sentence)
    find(unchecked, QPushButton, "notice.action").click()
    window = _window(unchecked)
    assert window is not None
    assert "string_at" in window.report
    assert list(folder.iterdir()) == []


def test_a_good_end_leaves_nothing(tmp_path: Path) -> None:
    log = CrashLog(ScratchFolder(tmp_path / "crashes", ProcessIdentity.current()))
    log.open()
    log.close()
    assert list((tmp_path / "crashes").iterdir()) == []
