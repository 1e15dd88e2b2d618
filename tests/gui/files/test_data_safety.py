"""What the services that protect the review report is shown once, and as long as it is true."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from editor.errors import JournalError
from editor.gui.program import Program
from editor.review.form import load_form
from editor.storage import review_file
from editor.storage.load_save import SaveConflict
from tests.gui.actions import waited


@pytest.fixture
def conflict(unchecked: Program, tmp_path: Path) -> SaveConflict:
    """A conflict of the review that is open, found while its writer types."""
    document, path = unchecked.session.document, tmp_path / "salz.md"
    review = review_file.new_review(load_form("film"), [("title", "Salz")])
    document.open(review, path)
    path.write_text("Von anderswo.", "utf-8")
    document.edit_text("story", "Salz.", typing=True, boundary=False)
    return SaveConflict(path, path.read_bytes())


def test_two_conflicts_in_one_pause_are_one_question(
    unchecked: Program, qtbot: QtBot, conflict: SaveConflict
) -> None:
    for _ in range(2):
        unchecked.session.files.saves.conflict.emit(conflict, None)
    window = unchecked.session.window
    dialog = waited(qtbot, lambda: window.findChild(QDialog, "dialog.conflict"))
    qtbot.wait(0)
    assert window.findChildren(QDialog, "dialog.conflict") == [dialog]
    dialog.close()


def test_conflict_of_a_review_that_was_left_is_not_shown(
    unchecked: Program, qtbot: QtBot, conflict: SaveConflict, tmp_path: Path
) -> None:
    session = unchecked.session
    session.files.saves.conflict.emit(conflict, None)
    session.document.open(review_file.new_review(load_form("film")), tmp_path / "anders.md")
    shown = list[None]()
    session.files.safety.typing_pause.call(lambda: shown.append(None))
    qtbot.waitUntil(lambda: bool(shown))
    assert not session.window.findChildren(QDialog, "dialog.conflict")


def test_one_draft_that_is_written_ends_every_message_about_drafts(unchecked: Program) -> None:
    safety, bar = unchecked.session.files.safety, unchecked.session.window.message_bar
    for reason in ("Die Platte ist voll.", "Der Ordner ist gesperrt."):
        safety.journal_writer.failed.emit(JournalError(reason, reason))
    assert bar.sentence == "Der Ordner ist gesperrt."
    safety.journal_writer.written.emit()
    assert bar.isHidden()
