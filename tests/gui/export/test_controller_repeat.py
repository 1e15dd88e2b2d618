"""Repeating the last export with one key, and files that have been changed meanwhile."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from editor.gui.export.dialog import ExportDialog
from editor.gui.program import Program
from tests.gui.actions import press, waited
from tests.gui.export.dialog_driver import answer, asked, open_sample, tick, write, written


def exported(qtbot: QtBot, editor: Program, folder: Path) -> tuple[Path, Path]:
    path = open_sample(qtbot, editor, folder)
    dialog = asked(qtbot, editor)
    tick(dialog, "html", "txt")
    write(dialog)
    written(qtbot, editor)
    editor.session.window.message_bar.say("")
    return path.with_suffix(".html"), path.with_suffix(".txt")


def edit(editor: Program, text: str) -> None:
    editor.session.document.edit_text("story", text, typing=False, boundary=True)


def test_one_key_writes_the_same_again(unchecked: Program, qtbot: QtBot, tmp_path: Path) -> None:
    page, text = exported(qtbot, unchecked, tmp_path)
    edit(unchecked, "Ganz neu geschrieben.")
    # Without a window manager the remaining window is not activated.
    unchecked.session.window.activateWindow()
    qtbot.waitUntil(unchecked.session.window.isActiveWindow)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(unchecked.session.window, Qt.Key.Key_E, modifiers)
    assert written(qtbot, unchecked) == f"Exportiert in {tmp_path}: {page.name}, {text.name}."
    for path in (page, text):
        assert "Ganz neu geschrieben." in path.read_text()


def test_a_file_that_is_gone_is_written_anew(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    page, _ = exported(qtbot, unchecked, tmp_path)
    page.unlink()
    press(unchecked, "export_again")
    written(qtbot, unchecked)
    assert page.exists()


def test_what_was_changed_meanwhile_is_asked_about(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    page, text = exported(qtbot, unchecked, tmp_path)
    for choice, kept in (("Abbrechen", True), ("Nicht ersetzen", True), ("Ersetzen", False)):
        page.write_text("von Hand")
        edit(unchecked, f"Fassung {choice}")
        press(unchecked, "export_again")
        question = answer(qtbot, "dialog.changed", choice)
        assert "„salzarchiv.html“ wurde seit dem letzten Export geändert." in question
        qtbot.waitUntil(lambda: not unchecked.session.export.controller.requests.busy)
        assert (page.read_text() == "von Hand") == kept
        assert (f"Fassung {choice}" in text.read_text()) == (choice != "Abbrechen")


def test_the_dialog_asks_apart_about_what_was_changed(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    page, text = exported(qtbot, unchecked, tmp_path)
    text.write_text("von Hand")
    write(asked(qtbot, unchecked))
    assert "salzarchiv.html" in answer(qtbot, "dialog.replace", "Ersetzen")
    assert "salzarchiv.txt" in answer(qtbot, "dialog.changed", "Nicht ersetzen")
    written(qtbot, unchecked)
    assert text.read_text() == "von Hand"
    assert page.exists()


def test_the_first_time_is_to_ask(unchecked: Program, qtbot: QtBot, tmp_path: Path) -> None:
    open_sample(qtbot, unchecked, tmp_path)
    press(unchecked, "export_again")
    waited(qtbot, lambda: unchecked.session.window.findChild(ExportDialog))


def test_a_failure_without_the_dialog_is_told(
    unchecked: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "dort"
    page, text = exported(qtbot, unchecked, folder)
    page.unlink()
    page.mkdir()
    edit(unchecked, "Ganz neu geschrieben.")
    press(unchecked, "export_again")
    box = waited(qtbot, lambda: unchecked.session.window.findChild(QMessageBox, "dialog.problem"))
    assert "Webseite: " in box.text()
    assert str(text) in box.text()
    assert "Ganz neu geschrieben." in text.read_text()
    box.close()
