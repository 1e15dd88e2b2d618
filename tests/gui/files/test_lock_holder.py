"""A review that somebody else has open: nothing is edited, and nothing says that it was."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from editor.gui.importing.page import ImportPage
from editor.gui.program import Program
from editor.gui.versions.window import VersionsWindow
from editor.review.form import load_form
from editor.settings import Folders
from editor.storage import load_save, review_file
from editor.storage.locks import LockOwner, Locks
from editor.storage.processes import ProcessIdentity
from tests.gui.actions import find, press, section, waited
from tests.gui.conftest import close

ELSEWHERE = ProcessIdentity("anderswo", 4711, "1 nie")
STORY = "Eins Quorwel.\n\nZwei."
SALT = review_file.new_review(load_form("film"), [("title", "Salz")]).with_text("story", STORY)
REFUSAL = "(Rechner „anderswo“)"


@pytest.fixture
def salt(tmp_path: Path) -> Path:
    path = tmp_path / "salz.md"
    load_save.save_review(SALT, path)
    return path


@pytest.fixture
def writing(unchecked: Program, qtbot: QtBot, salt: Path) -> Program:
    """A window with the review „Salz“ that nobody else has open yet."""
    unchecked.session.files.controller.load(salt)
    waited(qtbot, lambda: unchecked.session.document.path == salt)
    return unchecked


@pytest.fixture
def held(unchecked: Program, qtbot: QtBot, salt: Path, folders: Folders) -> Program:
    """A window with the review „Salz“, which another machine holds; the notice is closed again."""
    assert Locks(folders.state / "journal" / "locks", ELSEWHERE).acquire(salt) is None
    unchecked.session.files.controller.load(salt)
    waited(qtbot, lambda: unchecked.session.document.holder is not None)
    unchecked.session.window.message_bar.leave()
    return unchecked


def page(qtbot: QtBot, editor: Program, tmp_path: Path) -> ImportPage:
    """Import a text as far as the page that sorts it."""
    (tmp_path / "text.txt").write_text("Vorweg.\n\nDie Story ist spannend.", "utf-8")
    editor.session.importing.controller.from_file(tmp_path / "text.txt")
    shown = waited(qtbot, lambda: editor.session.window.findChild(ImportPage))
    assert isinstance(shown, ImportPage)
    qtbot.waitExposed(shown)
    return shown


def choice(shown: ImportPage, name: str) -> QRadioButton:
    found = shown.findChild(QRadioButton, f"import.{name}")
    assert found is not None
    return found


def take(shown: ImportPage) -> None:
    button = shown.findChild(QPushButton, "import.take")
    assert button is not None
    button.click()


def untouched(editor: Program) -> bool:
    return editor.session.document.review == review_file.parse(review_file.dumps(SALT))


def refused(editor: Program) -> bool:
    notice = editor.session.window.message_bar
    return notice.isVisible() and REFUSAL in notice.sentence and untouched(editor)


def test_import_goes_into_a_new_review(
    held: Program, qtbot: QtBot, tmp_path: Path, salt: Path
) -> None:
    before = salt.read_bytes()
    shown = page(qtbot, held, tmp_path)
    assert not choice(shown, "here").isEnabled()
    assert choice(shown, "new").isChecked()
    assert choice(shown, "new").isVisible()
    take(shown)
    second = waited(qtbot, lambda: held.sessions[1:])[0]
    assert second.document.review.text("story") == "Die Story ist spannend."
    assert untouched(held)
    second.window.leave()
    assert salt.read_bytes() == before


def test_import_follows_whoever_comes_and_goes_meanwhile(
    writing: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    shown = page(qtbot, writing, tmp_path)
    choice(shown, "here").click()
    writing.session.document.holder = LockOwner(ELSEWHERE, 0)
    assert choice(shown, "new").isChecked()
    writing.session.document.holder = None
    assert choice(shown, "here").isEnabled()
    choice(shown, "here").click()
    take(shown)
    waited(qtbot, lambda: writing.session.document.review.text("introduction") == "Vorweg.")


def test_known_word_is_refused_and_not_said_to_be_known(held: Program) -> None:
    held.session.window.form.go_to("story", STORY.index("Quorwel") + 1)
    press(held, "know_here")
    assert refused(held)


def test_replacing_says_nothing_of_places_that_were_not_replaced(
    held: Program, qtbot: QtBot
) -> None:
    press(held, "replace")
    find(held, QLineEdit, "find.text").setText("Zwei")
    find(held, QLineEdit, "find.replacement").setText("Drei")
    every = find(held, QPushButton, "find.all")
    waited(qtbot, every.isEnabled)
    every.click()
    apply = find(held, QPushButton, "find.apply")
    waited(qtbot, lambda: apply.isVisible() and apply.isEnabled())
    apply.click()
    waited(qtbot, lambda: refused(held))
    assert "ersetzt" not in find(held, QLabel, "find.message").text()


def test_paragraph_stays_and_so_does_the_cursor(held: Program) -> None:
    story = section(held, "story")
    held.session.window.form.go_to("story", STORY.index("Zwei") + 2)
    QTest.keySequence(story, QKeySequence("Alt+Up"))
    assert refused(held)
    assert story.selection() == (STORY.index("Zwei") + 2,) * 2


def test_correction_is_refused_and_the_text_is_shown_again(held: Program, qtbot: QtBot) -> None:
    story = section(held, "story")
    story.replace(0, 4, "Zehn")
    assert refused(held)
    waited(qtbot, lambda: story.text == STORY)


def test_version_that_comes_too_late_is_not_said_to_be_restored(
    writing: Program, qtbot: QtBot
) -> None:
    section(writing, "story").setFocus()
    QTest.keyClicks(section(writing, "story"), "x")
    press(writing, "save")
    waited(qtbot, lambda: not writing.session.document.dirty)
    QTest.keyClicks(section(writing, "story"), "y")
    press(writing, "versions")
    shown = waited(qtbot, lambda: writing.session.window.findChild(VersionsWindow))
    restore = shown.findChild(QPushButton, "versions.restore")
    waited(qtbot, restore.isEnabled)
    before = writing.session.document.review
    QTest.mouseClick(restore, Qt.MouseButton.LeftButton)
    writing.session.document.holder = LockOwner(ELSEWHERE, 0)
    waited(qtbot, lambda: REFUSAL in writing.session.window.message_bar.sentence)
    assert writing.session.document.review == before


def test_nothing_to_change_is_nothing_to_refuse(held: Program) -> None:
    held.session.document.edit_fact("title", "Salz")
    assert not held.session.window.message_bar.isVisible()
    assert held.session.window.findChild(QMessageBox) is None


def test_review_of_a_newer_version_is_shown_and_stays_as_it_is(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "neu.md"
    path.write_text(
        "---\nrezensent: 2\nform: film\ntitle: Salz\nsterne: [1, 2]\n---\n"
        "## Story {#story}\n\nEin Text. {.neu}\n",
        "utf-8",
    )
    before = path.read_bytes()
    window, document = unchecked.session.window, unchecked.session.document
    unchecked.session.files.controller.load(path)
    waited(qtbot, lambda: document.path == path)
    assert "neueren Version" in window.message_bar.sentence
    assert window.windowTitle().startswith("Salz (nur lesen)")
    editor = section(unchecked, "story")
    assert editor.isReadOnly()
    window.message_bar.leave()
    assert not document.edit_fact("title", "Pfeffer")
    assert "neueren Version" in window.message_bar.sentence
    assert not document.dirty
    press(unchecked, "new_film")
    assert document.edit_fact("title", "Pfeffer")
    assert path.read_bytes() == before
    unchecked.session.files.safety.journal_writer.discard_changes()


def test_draft_of_a_newer_version_is_told(
    qtbot: QtBot, qapp: QApplication, folders: Folders
) -> None:
    body = json.dumps({"version": 2}).encode()
    file = folders.state / "journal" / f"{'0' * 32}.json"
    file.parent.mkdir(parents=True)
    file.write_bytes(json.dumps({"sum": load_save.digest(body)}).encode() + b"\n" + body)
    editor = Program(folders)
    editor.start(fresh=True)
    try:
        bar = editor.session.window.message_bar
        waited(qtbot, lambda: "ungesicherte Texte einer neueren Version" in bar.sentence)
        assert file.exists()
    finally:
        close(qtbot, editor)
