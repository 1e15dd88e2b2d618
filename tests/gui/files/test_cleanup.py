"""Pictures of reviews that are given up go; those that somebody may want again stay."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.settings import Folders
from editor.storage.draft import Draft
from editor.storage.journal import Journal
from editor.storage.processes import ProcessIdentity, ScratchFolder
from tests.gui.actions import press, section, type_into, waited
from tests.gui.conftest import close
from tests.gui.files.test_recovery import click, dialog
from tests.gui.form.insertion.test_image_attachments import cover, drop, picture, shown

Start = Callable[[], AbstractContextManager[Program]]
DRAFT = "---\nform: film\nimage: {name}\n---\n"


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, folders: Folders) -> Start:
    """Start the program on an account without LanguageTool."""

    @contextlib.contextmanager
    def started() -> Iterator[Program]:
        editor = Program(folders)
        with qtbot.waitSignal(editor.session.files.safety.recovery.drafts_listed):
            editor.start(fresh=True)
        try:
            yield editor
        finally:
            close(qtbot, editor)

    return started


@pytest.fixture
def gone() -> ProcessIdentity:
    """A process of this machine that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        child.wait()
    return ProcessIdentity(ProcessIdentity.current().host, child.pid, "1 nie")


def waiting(folders: Folders) -> set[str]:
    folder = folders.state / "waiting-images"
    return {path.name for path in folder.iterdir()} if folder.is_dir() else set()


def left(folders: Folders, name: str, days: float = 0) -> None:
    """Leave a picture behind that has waited for some days."""
    folder = folders.state / "waiting-images"
    folder.mkdir(parents=True, exist_ok=True)
    path = picture(folder / name)
    then = time.time() - days * 24 * 60 * 60
    os.utime(path, (then, then))


def drafted(folders: Folders, name: str, process: ProcessIdentity) -> None:
    journal = Journal(folders.state / "journal")
    digits = format(abs(hash(name)), "032x")[:32]
    journal.write(Draft(digits, DRAFT.format(name=name), process=process))


def with_cover(qtbot: QtBot, editor: Program, tmp_path: Path) -> None:
    """Drop a cover into a new review and wait until it is in the journal."""
    press(editor, "new_film")
    with qtbot.waitSignal(editor.session.files.safety.journal_writer.written):
        drop(cover(editor), picture(tmp_path / "Plakat.png"))
    waited(qtbot, lambda: shown(editor))


def discard(qtbot: QtBot, editor: Program) -> None:
    box = dialog(qtbot, editor, "dialog.unsaved")
    assert isinstance(box, QMessageBox)
    next(button for button in box.buttons() if button.text() == "&Verwerfen").click()


def test_picture_goes_with_its_review(
    start: Start, qtbot: QtBot, folders: Folders, tmp_path: Path
) -> None:
    with start() as editor:
        left(folders, "fremd.png")
        with_cover(qtbot, editor, tmp_path)
        assert waiting(folders) == {"fremd.png", "rezension-cover.png"}
        press(editor, "new_series")
        discard(qtbot, editor)
        waited(qtbot, lambda: waiting(folders) == {"fremd.png"})


def test_picture_goes_with_the_window(
    start: Start, qtbot: QtBot, folders: Folders, tmp_path: Path
) -> None:
    with start() as editor:
        with_cover(qtbot, editor, tmp_path)
        editor.session.window.close()
        discard(qtbot, editor)
        waited(qtbot, lambda: not editor.session.window.isVisible())
        assert waiting(folders) == {"rezension-cover.png"}
    assert waiting(folders) == set()


def test_picture_that_was_taken_back_goes_at_the_end(
    start: Start, qtbot: QtBot, folders: Folders, tmp_path: Path
) -> None:
    with start() as editor:
        with_cover(qtbot, editor, tmp_path)
        press(editor, "undo")
        assert not editor.session.document.dirty
        press(editor, "redo")
        waited(qtbot, lambda: shown(editor))
        press(editor, "undo")
    assert waiting(folders) == set()


def test_picture_of_a_review_that_was_not_let_go_is_there_at_the_next_start(
    start: Start, qtbot: QtBot, folders: Folders, gone: ProcessIdentity, tmp_path: Path
) -> None:
    with start() as editor:
        with_cover(qtbot, editor, tmp_path)
    assert waiting(folders) == {"rezension-cover.png"}
    drafted(folders, "alt.png", gone)
    left(folders, "alt.png", days=99)
    left(folders, "neu.png", days=29)
    left(folders, "vergessen.png", days=31)
    with start() as editor:
        waited(qtbot, lambda: "vergessen.png" not in waiting(folders))
        assert waiting(folders) == {"rezension-cover.png", "alt.png", "neu.png"}
        click(dialog(qtbot, editor, "dialog.recovery"), "recovery.later")


def test_picture_of_a_restored_draft_goes_when_that_is_given_up(
    start: Start, qtbot: QtBot, folders: Folders, gone: ProcessIdentity
) -> None:
    left(folders, "salz.png")
    drafted(folders, "salz.png", gone)
    with start() as editor:
        click(dialog(qtbot, editor, "dialog.recovery"), "recovery.restore")
        waited(qtbot, lambda: editor.session.document.review.fact("image") == "salz.png")
        assert waiting(folders) == {"salz.png"}
        press(editor, "new_film")
        discard(qtbot, editor)
        waited(qtbot, lambda: waiting(folders) == set())


def test_picture_goes_with_a_draft_that_is_dropped(
    start: Start, qtbot: QtBot, folders: Folders, gone: ProcessIdentity
) -> None:
    for name in ("eins.png", "zwei.png"):
        left(folders, name)
        drafted(folders, name, gone)
    with start() as editor:
        shown_drafts = dialog(qtbot, editor, "dialog.recovery")
        click(shown_drafts, "recovery.drop")
        box = waited(qtbot, lambda: shown_drafts.findChild(QMessageBox, "dialog.drop"))
        next(button for button in box.buttons() if button.text() == "&Verwerfen").click()
        waited(qtbot, lambda: waiting(folders) == {"eins.png"})
        click(shown_drafts, "recovery.later")


def test_page_that_a_killed_program_has_printed_goes_at_the_next_start(
    start: Start, qtbot: QtBot, folders: Folders, gone: ProcessIdentity
) -> None:
    page = ScratchFolder(folders.cache / "print", gone).path("geheim.pdf")
    page.write_text("%PDF")
    with start() as editor:
        waited(qtbot, lambda: not page.exists())
        type_into(section(editor, "story"), "X")
        press(editor, "undo")
