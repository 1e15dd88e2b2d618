"""Files that the system wants opened while the program runs, as macOS does by an event."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.settings import Folders
from tests.gui.actions import exposed, waited
from tests.gui.conftest import close


def test_a_file_is_opened_in_the_window_without_a_review_and_then_in_one_of_its_own(
    unchecked: Program, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    first = unchecked.session
    one, other = _review(tmp_path, "Nordlicht"), _review(tmp_path, "Über den Dächern – neu")
    _request(qapp, one)
    waited(qtbot, lambda: first.document.path == one)
    assert unchecked.sessions == [first]
    first.document.edit_fact("title", "Unsaved")
    _request(qapp, other)
    second = unchecked.sessions[1]
    exposed(qtbot, second.window)
    waited(qtbot, lambda: second.document.path == other)
    waited(qtbot, second.window.isActiveWindow)
    assert first.document.review.title == "Unsaved"
    assert not first.window.findChildren(QMessageBox)
    _request(qapp, one)
    waited(qtbot, first.window.isActiveWindow)
    assert unchecked.sessions == [first, second]
    second.window.leave()


def test_files_that_are_opened_together_get_a_window_each(
    unchecked: Program, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    wanted = [_review(tmp_path, title) for title in ("Nordlicht", "Südwind", "Ostern")]
    for path in (*wanted, wanted[0], wanted[2]):
        _request(qapp, path)
    assert len(unchecked.sessions) == len(wanted)
    for session in unchecked.sessions:
        exposed(qtbot, session.window)
    waited(qtbot, lambda: [each.document.path for each in unchecked.sessions] == wanted)
    for session in unchecked.sessions[1:]:
        session.window.leave()


def test_a_window_whose_file_could_not_be_opened_takes_the_next_one(
    unchecked: Program, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    session = unchecked.session
    _request(qapp, tmp_path / "missing.md")
    waited(qtbot, lambda: session.vacant)
    wanted = _review(tmp_path, "Nordlicht")
    _request(qapp, wanted)
    waited(qtbot, lambda: session.document.path == wanted)
    assert unchecked.sessions == [session]


def test_a_review_that_is_begun_is_not_replaced(
    unchecked: Program, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    first = unchecked.session
    first.document.edit_text("story", "Noch in keiner Datei.", typing=True, boundary=True)
    _request(qapp, _review(tmp_path, "Nordlicht"))
    second = unchecked.sessions[1]
    exposed(qtbot, second.window)
    waited(qtbot, lambda: second.document.review.title == "Nordlicht")
    assert first.document.review.text("story") == "Noch in keiner Datei."
    second.window.leave()


def test_an_address_that_is_no_file_opens_nothing(unchecked: Program, qapp: QApplication) -> None:
    QApplication.sendEvent(qapp, QFileOpenEvent(QUrl("mailto:solveig@example.org")))
    assert unchecked.sessions == [unchecked.session]


@pytest.fixture
def starting(qtbot: QtBot, qapp: QApplication, folders: Folders) -> Iterator[Program]:
    program = Program(folders)
    yield program
    close(qtbot, program)


@pytest.mark.parametrize("last", [True, False], ids=["after a session", "at the very first start"])
def test_a_file_with_which_the_system_starts_the_program_is_shown_alone(
    starting: Program, qtbot: QtBot, qapp: QApplication, tmp_path: Path, *, last: bool
) -> None:
    # The event comes before the first paint: the review of the last session has not been read.
    wanted = _review(tmp_path, "Nordlicht")
    if last:
        before = {"path": str(_review(tmp_path, "Die vorige")), "section": "", "position": 0}
        starting.settings_store.change(session=before)
    starting.start()
    _request(qapp, wanted)
    session = starting.session
    exposed(qtbot, session.window)
    opened: list[str] = []
    session.document.opened.connect(lambda: opened.append(session.document.review.title))
    waited(qtbot, lambda: session.document.path == wanted)
    assert opened == ["Nordlicht"]
    assert starting.sessions == [session]
    waited(qtbot, lambda: not session.welcome.shown)


def _review(folder: Path, title: str) -> Path:
    path = folder / f"{title}.md"
    path.write_text(f"---\nform: film\ntitle: {title}\n---\n", encoding="utf-8")
    return path


def _request(app: QApplication, path: Path) -> None:
    QApplication.sendEvent(app, QFileOpenEvent(str(path)))
