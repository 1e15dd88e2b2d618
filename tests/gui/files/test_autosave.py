"""A save that failed for a while is made up for by itself."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.review.form import load_form
from editor.storage import load_save, review_file
from tests.gui.actions import answer_file_dialog, append, find, press, waited

SALT = review_file.new_review(load_form("film"), [("title", "Salz")]).with_text("story", "Anfang.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    folder = tmp_path / "netz"
    folder.mkdir()
    load_save.save_review(SALT, folder / "salz.md")
    return folder / "salz.md"


def fail_to_save(editor: Program, qtbot: QtBot, path: Path) -> None:
    """Open ``path``, let its folder vanish, type and save."""
    with qtbot.waitSignal(editor.session.document.opened):
        editor.session.files.controller.load(path)
    path.parent.rename(path.parent.with_name("fort"))
    append(editor, "story", "x")
    press(editor, "save")
    box = waited(qtbot, lambda: editor.session.window.findChild(QMessageBox, "dialog.problem"))
    box.accept()
    waited(qtbot, editor.session.files.safety.save_retry.clock.isActive)
    assert (
        "Noch nicht gesichert: Datei oder Ordner fehlt"
        in editor.session.window.message_bar.sentence
    )


def test_save_works_by_itself_once_the_folder_is_back(
    unchecked: Program, qtbot: QtBot, path: Path
) -> None:
    fail_to_save(unchecked, qtbot, path)
    unchecked.session.files.safety.save_retry.clock.start(0)
    waited(qtbot, lambda: unchecked.session.files.safety.save_retry.clock.interval() > 0)
    path.parent.with_name("fort").rename(path.parent)
    unchecked.session.files.safety.save_retry.clock.start(0)
    waited(qtbot, lambda: not unchecked.session.document.dirty)
    assert "Anfang.x" in path.read_text("utf-8")
    assert not unchecked.session.files.safety.save_retry.clock.isActive()
    assert "Noch nicht gesichert" not in shown(unchecked)
    assert unchecked.session.window.findChild(QMessageBox, "dialog.problem") is None


def test_button_saves_at_once(unchecked: Program, qtbot: QtBot, path: Path) -> None:
    fail_to_save(unchecked, qtbot, path)
    path.parent.with_name("fort").rename(path.parent)
    find(unchecked, QPushButton, "notice.action").click()
    waited(qtbot, lambda: not unchecked.session.document.dirty)
    assert "Anfang.x" in path.read_text("utf-8")


def test_button_offers_another_place(unchecked: Program, qtbot: QtBot, path: Path) -> None:
    fail_to_save(unchecked, qtbot, path)
    find(unchecked, QPushButton, "notice.other").click()
    answer_file_dialog(qtbot, unchecked, path.parents[1] / "dort.md")
    waited(qtbot, lambda: not unchecked.session.document.dirty)
    assert "Anfang.x" in (path.parents[1] / "dort.md").read_text("utf-8")
    assert "Noch nicht gesichert" not in shown(unchecked)


def test_another_review_ends_the_attempts(unchecked: Program, qtbot: QtBot, path: Path) -> None:
    fail_to_save(unchecked, qtbot, path)
    unchecked.session.document.open(SALT, None)
    assert not unchecked.session.files.safety.save_retry.clock.isActive()
    assert "Noch nicht gesichert" not in shown(unchecked)


def test_lasting_reason_is_not_tried_again(
    unchecked: Program, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(unchecked.session.document.opened):
        unchecked.session.files.controller.load(path)
    append(unchecked, "story", "x")
    monkeypatch.setattr("os.access", lambda *_: False)
    press(unchecked, "save")
    box = waited(qtbot, lambda: unchecked.session.window.findChild(QMessageBox, "dialog.problem"))
    assert "Rechte" in box.text()
    box.accept()
    assert not unchecked.session.files.safety.save_retry.clock.isActive()


def test_pause_saves_for_those_who_want_it(unchecked: Program, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(unchecked.session.document.opened):
        unchecked.session.files.controller.load(path)
    append(unchecked, "story", "x")
    assert not unchecked.session.files.autosave.clock.isActive()
    unchecked.settings_store.change(autosave=True)
    append(unchecked, "story", "y")
    assert unchecked.session.files.autosave.clock.isActive()
    unchecked.session.files.autosave.clock.start(0)
    waited(qtbot, lambda: not unchecked.session.document.dirty)
    assert "Anfang.xy" in path.read_text("utf-8")


def test_pause_does_not_replace_what_somebody_else_has_written(
    unchecked: Program, qtbot: QtBot, path: Path
) -> None:
    with qtbot.waitSignal(unchecked.session.document.opened):
        unchecked.session.files.controller.load(path)
    unchecked.settings_store.change(autosave=True)
    append(unchecked, "story", "x")
    path.write_text("anders", "utf-8")
    unchecked.session.files.autosave.clock.start(0)
    with qtbot.waitCallback() as settled:
        unchecked.session.files.controller.save_quietly()
        unchecked.session.files.controller.settle(settled)
    assert path.read_text("utf-8") == "anders"
    assert unchecked.session.document.dirty


def shown(editor: Program) -> str:
    notice = editor.session.window.message_bar
    return notice.sentence if notice.isVisible() else ""
