"""A look for a newer version by a click, with a server on loopback that signs really."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.worker import wait_for_left_behind
from editor.settings import Folders
from editor.updates import source
from tests.gui.actions import PATIENCE_MS, waited
from tests.gui.conftest import close, opened
from tests.gui.test_dialogs_access import faults
from tests.gui.test_main_window import mnemonic
from tests.updates.release_key import ReleaseKey
from tests.updates.test_update import MESSAGE
from tests.updates.update_server import UpdateServer, update_server

KEY = ReleaseKey()
RUNNING = "0.9.1"
"""The version that runs, between the one that is offered and an older one."""


def set_source(
    folder: Path, monkeypatch: pytest.MonkeyPatch, address: str, public_key: str
) -> None:
    """Let the release have this address and key, none of them if they are empty."""
    release = folder / "release.toml"
    keys = f'"{public_key}"' if public_key else ""
    release.write_text(f'[updates]\naddress = "{address}"\npublic_keys = [{keys}]\n')
    monkeypatch.setattr(source, "resource", lambda _: release)
    source.update_source.cache_clear()


@pytest.fixture(autouse=True)
def _own_source() -> Iterator[None]:
    """Forget the source of a test at its end."""
    yield
    source.update_source.cache_clear()


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[UpdateServer]:
    """A server that the release asks."""
    with update_server() as server:
        server.content = KEY.signed(MESSAGE.encode())
        set_source(tmp_path, monkeypatch, server.address, KEY.public)
        yield server


@pytest.fixture
def released(
    qtbot: QtBot,
    qapp: QApplication,
    folders: Folders,
    server: UpdateServer,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Program]:
    """An open window of a release."""
    monkeypatch.setattr("editor.gui.updates.dialog.__version__", RUNNING)
    program = opened(qtbot, Program(folders))
    yield program
    close(qtbot, program)


def look(qtbot: QtBot, program: Program) -> QDialog:
    """Click the entry of the menu, and return the dialog."""
    action = program.session.actions["updates"]
    menu = next(m for m in action.associatedObjects() if isinstance(m, QMenu))
    menu.popup(program.session.window.rect().center())
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    dialog: QDialog = waited(qtbot, lambda: find_dialog(program))
    return dialog


def find_dialog(program: Program) -> QDialog | None:
    return program.session.window.findChild(QDialog, "dialog.updates")


def text(dialog: QDialog, name: str) -> str:
    label = dialog.findChild(QLabel, f"updates.{name}")
    assert label is not None
    return label.text() if label.isVisible() else ""


def answered(qtbot: QtBot, dialog: QDialog) -> None:
    qtbot.waitUntil(lambda: bool(text(dialog, "details")))


def test_without_a_source_there_is_no_entry(
    qtbot: QtBot,
    qapp: QApplication,
    folders: Folders,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_source(tmp_path, monkeypatch, "", "")
    program = opened(qtbot, Program(folders))
    assert "updates" not in program.session.actions.verbs
    assert "updates" not in program.session._deferred.get().slots()
    close(qtbot, program)


def test_a_click_finds_what_is_there(
    released: Program,
    qtbot: QtBot,
    server: UpdateServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert server.requests == [], "only a click asks"
    it_needs_no_review(released)
    its_letter_is_free_in_the_menu(released)
    a_newer_version_is_shown_with_its_page(released, qtbot, monkeypatch)
    the_newest_version_is_told(released, qtbot, server)
    an_error_is_one_sentence(released, qtbot, server)
    a_look_can_be_ended(released, qtbot, server)


def it_needs_no_review(program: Program) -> None:
    program.session.actions["new"].trigger()
    assert program.session.welcome.shown
    assert program.session.actions["updates"].isEnabled()
    program.session.welcome.close()


def its_letter_is_free_in_the_menu(program: Program) -> None:
    action = program.session.actions["updates"]
    menu = next(m for m in action.associatedObjects() if isinstance(m, QMenu))
    letters = [mnemonic(entry.text()) for entry in menu.actions() if entry.text()]
    assert letters.count(mnemonic(action.text())) == 1


def a_newer_version_is_shown_with_its_page(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages: list[QUrl] = []

    def without_a_browser(page: QUrl) -> bool:
        pages.append(page)
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", without_a_browser)
    dialog = look(qtbot, program)
    answered(qtbot, dialog)
    assert text(dialog, "headline") == "Rezensent 0.10.0 ist da."
    assert text(dialog, "details").endswith(f"Sie haben Version {RUNNING}.")
    notes = dialog.findChild(QPlainTextEdit, "updates.notes")
    assert notes is not None
    assert notes.toPlainText() == "Neu: Ä"
    assert "git pull" in text(dialog, "step")
    qtbot.waitUntil(dialog.isActiveWindow)
    assert faults(dialog, qtbot) == []
    button = dialog.findChild(QPushButton, "updates.page")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pages == [QUrl("https://example.org/")]
    assert text(dialog, "details").endswith("https://example.org/"), "no browser has opened"
    ended(qtbot, program, dialog)


def the_newest_version_is_told(program: Program, qtbot: QtBot, server: UpdateServer) -> None:
    server.content = KEY.signed(MESSAGE.replace("0.10.0", "0.0.9").encode())
    dialog = look(qtbot, program)
    answered(qtbot, dialog)
    assert text(dialog, "headline") == "Sie haben die neueste Version von Rezensent."
    assert text(dialog, "details") == f"Version {RUNNING}; Auskunft vom 1. Dezember 2026"
    assert dialog.findChild(QPushButton, "updates.page") is None
    ended(qtbot, program, dialog)


def an_error_is_one_sentence(program: Program, qtbot: QtBot, server: UpdateServer) -> None:
    server.content = ReleaseKey().signed(MESSAGE.encode())
    dialog = look(qtbot, program)
    answered(qtbot, dialog)
    assert "keine gültige Signatur" in text(dialog, "details")
    ended(qtbot, program, dialog)


def a_look_can_be_ended(program: Program, qtbot: QtBot, server: UpdateServer) -> None:
    server.gate.clear()
    dialog = look(qtbot, program)
    qtbot.waitUntil(lambda: len(server.requests) == 4)
    assert text(dialog, "headline") == "Es wird nachgesehen …"
    ended(qtbot, program, dialog)
    server.gate.set()


def ended(qtbot: QtBot, program: Program, dialog: QDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: find_dialog(program) is None)


def test_closing_the_window_ends_a_look(
    qtbot: QtBot, qapp: QApplication, folders: Folders, server: UpdateServer
) -> None:
    program = opened(qtbot, Program(folders))
    server.gate.clear()
    program.session.actions["updates"].trigger()
    qtbot.waitUntil(lambda: len(server.requests) == 1)
    dialog = find_dialog(program)
    assert dialog is not None
    program.session.window.leave()
    program.stop()
    assert not dialog.isVisible()
    server.gate.set()
    wait_for_left_behind(PATIENCE_MS)
    program.session.window.deleteLater()
    program.deleteLater()
    qtbot.wait(0)
