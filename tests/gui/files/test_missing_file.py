"""A review whose file is gone: what is kept of it is offered."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.versions.window import VersionsWindow
from editor.paths import sample_path
from tests.gui.actions import find, press, section, type_into, waited


@pytest.fixture
def review(unchecked: Program, qtbot: QtBot, tmp_path: Path) -> Path:
    """A review that was saved here, and whose window shows another one now."""
    path = Path(shutil.copy(sample_path(), tmp_path / "salz.md"))
    session = unchecked.session
    session.files.controller.load(path)
    waited(qtbot, lambda: session.document.path == path)
    type_into(section(unchecked, "story"), "Neu.")
    with qtbot.waitSignal(session.files.saves.saved):
        press(unchecked, "save")
    press(unchecked, "new_film")
    return path


def box(qtbot: QtBot, editor: Program, name: str) -> QMessageBox:
    found = waited(qtbot, lambda: editor.session.window.findChild(QMessageBox, name))
    assert isinstance(found, QMessageBox)
    return found


def test_its_earlier_versions_are_offered_and_restored(
    unchecked: Program, qtbot: QtBot, review: Path
) -> None:
    review.unlink()
    unchecked.session.files.controller.open_recent(review)
    question = box(qtbot, unchecked, "dialog.missing")
    assert review.name in question.text()
    QTest.keyClick(question, Qt.Key.Key_Return)
    window = waited(
        qtbot, lambda: unchecked.session.window.findChild(VersionsWindow, "dialog.versions")
    )
    waited(qtbot, lambda: window.version is not None and window.version.path == review)
    restore = window.findChild(QAbstractButton, "versions.restore")
    waited(qtbot, restore.isEnabled)
    restore.click()
    waited(qtbot, lambda: unchecked.session.document.path == review)
    assert "Neu." in unchecked.session.document.review.text("story")
    assert unchecked.session.document.dirty
    window.close()


def test_versions_of_the_last_review_are_offered_without_a_dialog(
    unchecked: Program, qtbot: QtBot, review: Path
) -> None:
    review.unlink()
    unchecked.session.document.path = None
    unchecked.session.files.controller.loader.bring_back(review, lambda: None)
    bar = unchecked.session.window.message_bar
    waited(qtbot, lambda: review.name in bar.sentence)
    button = find(unchecked, QPushButton, "notice.action")
    assert button.text() == "Frühere Fassungen …"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    window = waited(
        qtbot, lambda: unchecked.session.window.findChild(VersionsWindow, "dialog.versions")
    )
    waited(qtbot, lambda: window.version is not None and window.version.path == review)
    window.close()


def test_without_versions_it_is_only_said(unchecked: Program, qtbot: QtBot, tmp_path: Path) -> None:
    unchecked.session.files.controller.load(tmp_path / "weg.md")
    warning = box(qtbot, unchecked, "dialog.problem")
    assert "weg.md" in warning.text()
    warning.close()
    assert unchecked.session.window.findChild(QMessageBox, "dialog.missing") is None
