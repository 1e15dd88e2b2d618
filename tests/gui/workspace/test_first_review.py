"""The review that a window shows first: what is typed meanwhile, and what if there is none."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.review.form import load_form
from editor.settings import Folders, Settings, save_settings
from editor.storage import load_save, review_file
from tests.gui.actions import exposed, section, waited
from tests.gui.conftest import close

SALT = review_file.new_review(load_form("film"), [("title", "Salz")]).with_text(
    "story", "Ein Meer."
)


@pytest.fixture
def salt(tmp_path: Path) -> Path:
    path = tmp_path / "salz.md"
    load_save.save_review(SALT, path)
    return path


@pytest.fixture
def remembered(folders: Folders, salt: Path) -> Path:
    """A review that was left after its first word."""
    session = {"path": str(salt), "section": "story", "position": 3}
    save_settings(folders.config, Settings(session=session, recent=(str(salt),)))
    return salt


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, folders: Folders) -> Iterator[Program]:
    program = Program(folders)
    yield program
    program.session.files.safety.journal_writer.discard_changes()
    close(qtbot, program)


def type_at_once(program: Program, qtbot: QtBot, text: str) -> None:
    """Type a character each time that the event loop has turned, until the text is there."""
    window, session = program.session.window, program.session
    for letter in text:
        QTest.keyClicks(window.focusWidget(), letter)
        qtbot.wait(0)
    waited(qtbot, lambda: len(session.document.review.text("story")) == len("Ein Meer." + text))
    waited(qtbot, lambda: session.preview.view is not None)


def test_keys_typed_while_the_review_is_read_are_its_first(
    program: Program, qtbot: QtBot, salt: Path
) -> None:
    program.start(salt)
    exposed(qtbot, program.session.window)
    type_at_once(program, qtbot, "Am Strand liegt Salz. ")
    assert section(program, "story").text == "Am Strand liegt Salz. Ein Meer."


def test_keys_typed_while_the_last_review_is_read_come_where_it_was_left(
    qtbot: QtBot, qapp: QApplication, folders: Folders, remembered: Path
) -> None:
    program = Program(folders)
    try:
        program.start()
        exposed(qtbot, program.session.window)
        type_at_once(program, qtbot, " blaues, tiefes")
        assert section(program, "story").text == "Ein blaues, tiefes Meer."
    finally:
        program.session.files.safety.journal_writer.discard_changes()
        close(qtbot, program)


def test_keys_typed_after_a_review_was_chosen_on_the_welcome_are_for_the_review(
    qtbot: QtBot, qapp: QApplication, folders: Folders, salt: Path
) -> None:
    # Digits would begin another review there.
    save_settings(folders.config, Settings(recent=(str(salt),), restore_session=False))
    program = Program(folders)
    try:
        with qtbot.waitSignal(program.session.preview.controller.ready):
            program.start()
        QTest.keyClick(program.session.window.focusWidget(), Qt.Key.Key_Return)
        type_at_once(program, qtbot, "1 Salz, 2 ")
        assert program.session.document.path == salt
        assert section(program, "story").text == "1 Salz, 2 Ein Meer."
    finally:
        program.session.files.safety.journal_writer.discard_changes()
        close(qtbot, program)


@pytest.mark.parametrize("content", [b"x\xff\xfe\x00", None], ids=["broken", "missing"])
def test_file_that_cannot_be_opened_is_named_over_the_welcome(
    content: bytes | None, program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "kaputt.md"
    if content is not None:
        path.write_bytes(content)
    program.start(path)
    window = program.session.window
    exposed(qtbot, window)
    QTest.keyClicks(window.focusWidget(), "1 Salz")
    box = waited(qtbot, lambda: window.findChild(QMessageBox, "dialog.problem"))
    waited(qtbot, lambda: program.session.welcome.shown)
    assert path.name in box.text()
    assert box.isVisible()
    assert box.windowHandle().transientParent() is window.windowHandle()
    assert window.windowTitle() == "Rezensent[*]"
    box.close()
    waited(qtbot, lambda: program.session.preview.view is not None)
    # What was typed for the review begins no other one.
    assert program.session.welcome.shown
    assert not program.session.document.dirty


def test_last_review_that_is_gone_leaves_the_welcome_with_a_sentence_over_it(
    qtbot: QtBot, qapp: QApplication, folders: Folders, remembered: Path
) -> None:
    remembered.unlink()
    program = Program(folders)
    try:
        program.start()
        exposed(qtbot, program.session.window)
        bar = program.session.window.message_bar
        waited(qtbot, lambda: program.session.welcome.shown and bar.isVisible())
        # That LanguageTool is missing comes before it, or later and covers it.
        name = remembered.name
        waited(qtbot, lambda: name in bar.sentence or any(name in one.text for one in bar._lasting))
        assert bar.isVisible()
    finally:
        close(qtbot, program)
