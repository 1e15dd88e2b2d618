"""Reviews that come from a slow disk: what is typed meanwhile is never replaced unasked."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.review.form import load_form
from editor.storage import load_save, review_file
from tests.gui.actions import answer_file_dialog, append, press, section, type_into, waited
from tests.gui.other_program import save_elsewhere

SALT = review_file.new_review(load_form("film"), [("title", "Salz")]).with_text("story", "Salzig.")


@pytest.fixture
def salt(tmp_path: Path) -> Path:
    path = tmp_path / "salz.md"
    load_save.save_review(SALT, path)
    return path


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """What lets the disk answer."""
    answers, load = threading.Event(), load_save.load_review

    def slow(*arguments: object) -> load_save.LoadedReview:
        answers.wait()
        return load(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(load_save, "load_review", slow)
    return answers


def question(qtbot: QtBot, editor: Program) -> QMessageBox:
    box = waited(qtbot, lambda: editor.session.window.findChild(QMessageBox, "dialog.unsaved"))
    assert isinstance(box, QMessageBox)
    return box


def answer(box: QMessageBox, word: str) -> None:
    next(button for button in box.buttons() if word in button.text()).click()


def by_path(qtbot: QtBot, editor: Program, salt: Path) -> None:
    editor.session.files.controller.load(salt)


def by_dialog(qtbot: QtBot, editor: Program, salt: Path) -> None:
    press(editor, "open")
    answer_file_dialog(qtbot, editor, salt)


def carrying(qtbot: QtBot, editor: Program, salt: Path) -> None:
    press(editor, "new_from")
    answer_file_dialog(qtbot, editor, salt)


def sample(qtbot: QtBot, editor: Program, salt: Path) -> None:
    press(editor, "sample")


Open = Callable[[QtBot, Program, Path], None]


@pytest.mark.parametrize("begin", [by_path, by_dialog, carrying, sample])
def test_what_is_typed_meanwhile_is_asked_about(
    unchecked: Program, qtbot: QtBot, salt: Path, disk: threading.Event, begin: Open
) -> None:
    begin(qtbot, unchecked, salt)
    type_into(section(unchecked, "story"), "Meanwhile")
    disk.set()
    answer(question(qtbot, unchecked), "bbrechen")
    assert unchecked.session.document.review.text("story") == "Meanwhile"
    assert unchecked.session.document.dirty
    unchecked.session.files.safety.journal_writer.discard_changes()


def test_what_is_typed_while_the_form_is_built_is_asked_about(
    unchecked: Program, qtbot: QtBot, salt: Path
) -> None:
    session = unchecked.session
    loader = session.files.controller.loader
    loader.opening.connect(lambda _: type_into(section(unchecked, "story"), "Meanwhile"))
    loader.load(salt)
    answer(question(qtbot, unchecked), "bbrechen")
    assert session.document.review.text("story") == "Meanwhile"
    session.files.safety.journal_writer.discard_changes()


def test_who_lets_it_go_gets_the_review(
    unchecked: Program, qtbot: QtBot, salt: Path, disk: threading.Event
) -> None:
    unchecked.session.files.controller.load(salt)
    type_into(section(unchecked, "story"), "Meanwhile")
    disk.set()
    answer(question(qtbot, unchecked), "erwerfen")
    assert unchecked.session.document.path == salt


def test_what_was_let_go_before_is_not_asked_about_again(
    unchecked: Program, qtbot: QtBot, salt: Path, disk: threading.Event
) -> None:
    type_into(section(unchecked, "story"), "Weg")
    unchecked.session.files.controller.open_recent(salt)
    answer(question(qtbot, unchecked), "erwerfen")
    disk.set()
    waited(qtbot, lambda: unchecked.session.document.path == salt)


def test_what_is_typed_while_a_conflict_is_solved_is_asked_about(
    unchecked: Program, qtbot: QtBot, salt: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unchecked.session.files.controller.load(salt)
    waited(qtbot, lambda: unchecked.session.document.path == salt)
    unchecked.session.files.safety.file_watcher.stop()
    append(unchecked, "story", " Hier")
    save_elsewhere(SALT.with_text("story", "Dort."), salt)
    press(unchecked, "save")
    shown = waited(qtbot, lambda: unchecked.session.window.findChild(QDialog, "dialog.conflict"))
    answers, write = threading.Event(), unchecked.session.files.safety.journal.write

    def slow(draft: object) -> None:
        answers.wait()
        write(draft)  # type: ignore[arg-type]

    monkeypatch.setattr(unchecked.session.files.safety.journal, "write", slow)
    shown.findChild(QPushButton, "conflict.reload").click()
    waited(qtbot, lambda: not shown.isVisible())
    append(unchecked, "story", " mehr")
    answers.set()
    answer(question(qtbot, unchecked), "bbrechen")
    assert unchecked.session.document.review.text("story") == "Salzig. Hier mehr"
    unchecked.session.files.safety.journal_writer.discard_changes()
