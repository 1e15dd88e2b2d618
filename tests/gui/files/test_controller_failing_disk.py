"""Saves that fail at each of their system calls, in a real window: nothing typed is lost."""

import errno
import os
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.review.form import load_form
from editor.settings import Folders
from editor.storage import atomic_write, load_save, review_file
from editor.storage.journal import Journal
from tests.gui.actions import append, press, section, type_into, waited
from tests.storage.failing import CODES as ALL_CODES
from tests.storage.failing import failing

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(sys.platform != "linux", reason="descriptors are told by /proc"),
]

SALT = review_file.new_review(load_form("film"), [("title", "Salz")]).with_text("story", "Anfang.")
CODES = ALL_CODES if os.environ.get("REZENSENT_FAULTS") else (errno.ENOSPC,)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A review alone in its folder."""
    folder = tmp_path / "rezensionen"
    folder.mkdir()
    load_save.save_review(SALT, folder / "salz.md")
    return folder / "salz.md"


def saved_at(editor: Program, qtbot: QtBot) -> bool:
    """Save, wait until that is over, close what it says, and return whether it has worked."""
    press(editor, "save")
    waited(qtbot, lambda: not editor.session.document.dirty or box(editor))
    said = box(editor)
    if said is None:
        return True
    assert "\n" not in said.text()
    assert "injected" not in said.text()
    assert not any(os.strerror(code) in said.text() for code in CODES)
    said.accept()
    waited(qtbot, lambda: box(editor) is None)
    return False


def box(editor: Program) -> QMessageBox | None:
    found = editor.session.window.findChild(QMessageBox, "dialog.problem")
    return found if isinstance(found, QMessageBox) else None


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.__getitem__)
def test_save_that_fails_at_any_call_loses_nothing(
    code: int, unchecked: Program, qtbot: QtBot, folders: Folders, path: Path
) -> None:
    # What looks at the file now and then would take the number of a call of the save.
    unchecked.session.files.safety.file_watcher.stop()
    with qtbot.waitSignal(unchecked.session.document.opened):
        unchecked.session.files.controller.load(path)
    journal = Journal(folders.state / "journal")
    with failing(path.parent) as calls:
        append(unchecked, "story", "x")
        assert saved_at(unchecked, qtbot)
    assert len(calls.made) > 20
    failures = 0
    for number in range(len(calls.made)):
        before = path.read_bytes()
        append(unchecked, "story", "x")
        unchecked.session.files.safety.journal_writer.write_now()
        waited(qtbot, lambda: not unchecked.session.files.safety.journal_writer.pending)
        new = load_save.encode_utf8(review_file.dumps(unchecked.session.document.review))
        with failing(path.parent, range(number, number + 1), code):
            worked = saved_at(unchecked, qtbot)
        assert path.read_bytes() in (before, new)
        if worked:
            assert path.read_bytes() == new
            continue
        failures += 1
        assert unchecked.session.document.dirty
        assert any(new.decode() == found for found in drafts(journal))
        # The next one works, and never meets its own words as somebody else's.
        assert saved_at(unchecked, qtbot), number
        assert path.read_bytes() == new
        assert not list(path.parent.glob(f".*{atomic_write.TEMPORARY_SUFFIX}"))
    assert failures > 8


def drafts(journal: Journal) -> list[str]:
    return [draft.text for draft in journal._read()]


def test_folder_that_vanished_and_came_back_takes_the_save(
    unchecked: Program, qtbot: QtBot, path: Path
) -> None:
    with qtbot.waitSignal(unchecked.session.document.opened):
        unchecked.session.files.controller.load(path)
    path.parent.rename(path.parent.with_name("fort"))
    append(unchecked, "story", "x")
    assert not saved_at(unchecked, qtbot)
    assert unchecked.session.document.dirty
    path.parent.with_name("fort").rename(path.parent)
    assert saved_at(unchecked, qtbot)
    assert "Anfang.x" in path.read_text("utf-8")


def test_window_types_on_while_a_disk_does_not_answer(
    unchecked: Program, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pipe that nobody reads stands for the disk: the save waits in it."""
    with qtbot.waitSignal(unchecked.session.document.opened):
        unchecked.session.files.controller.load(path)
    pipe, sync, reached = path.with_name("pipe"), os.fsync, threading.Event()
    os.mkfifo(pipe)

    def slow(descriptor: int) -> None:
        if path.name in Path(f"/proc/self/fd/{descriptor}").readlink().name:
            reached.set()
            pipe.write_bytes(b"")  # waits until somebody reads
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", slow)
    story = section(unchecked, "story")
    append(unchecked, "story", "x")
    press(unchecked, "save")
    try:
        waited(qtbot, reached.is_set)
        type_into(story, "yz")
        assert unchecked.session.document.review.text("story").endswith("xyz")
        assert unchecked.session.document.dirty
        assert path.read_text("utf-8") == review_file.dumps(SALT)
    finally:
        # Whatever has happened: with a reader the save goes on, and the window can be closed.
        reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    waited(qtbot, lambda: "Anfang.x" in path.read_text("utf-8"))
    os.close(reader)
    assert unchecked.session.document.dirty
    monkeypatch.undo()
    press(unchecked, "save")
    waited(qtbot, lambda: not unchecked.session.document.dirty)
    assert "Anfang.xyz" in path.read_text("utf-8")
