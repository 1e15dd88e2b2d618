"""Dialog for the checking server: real widgets, real servers, and the window that follows."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.proofing.engine_service import build_engine
from editor.gui.proofing.server_dialog import ServerDialog
from editor.languagetool.engine import Engine
from editor.languagetool.local_server import LocalServer
from editor.languagetool.state import EnginePhase
from editor.settings import Folders, Settings, save_settings
from tests.gui.actions import Found, kept_settings, press, section, type_into, waited
from tests.gui.conftest import SharedEngine, close, opened
from tests.languagetool.office import LANGUAGES, forward, serving

WAIT = 600_000
OK, CANCEL = QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel


@pytest.fixture
def office(languagetool_server: LocalServer) -> Iterator[str]:
    """The address of the office's LanguageTool, below a path."""
    with serving(forward(languagetool_server, "/api")) as url:
        yield f"{url}/api"


def asked(qtbot: QtBot, editor: Program) -> ServerDialog:
    press(editor, "server")
    dialog = waited(qtbot, lambda: editor.session.window.findChild(QDialog, "dialog.server"))
    assert isinstance(dialog, ServerDialog)
    return dialog


def inside(dialog: QDialog, kind: type[Found], name: str) -> Found:
    widget = dialog.findChild(kind, name)
    assert widget is not None, name
    return widget


def enter(dialog: QDialog, address: str) -> None:
    inside(dialog, QRadioButton, "server.other").click()
    field = inside(dialog, QLineEdit, "server.url")
    field.clear()
    type_into(field, address)


def click(dialog: QDialog, which: QDialogButtonBox.StandardButton) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    QTest.mouseClick(box.button(which), Qt.MouseButton.LeftButton)


def shown(editor: Program) -> bool:
    return editor.session.window.findChild(QDialog, "dialog.server") is not None


def result(dialog: QDialog) -> str:
    return inside(dialog, QLabel, "server.result").text()


@pytest.mark.languagetool
def test_an_account_without_languagetool_checks_on_the_server_of_the_office(
    unchecked: Program, folders: Folders, office: str, qtbot: QtBot
) -> None:
    engine, status = unchecked.engine.engine, unchecked.session.window.status_bar.checker
    qtbot.waitUntil(lambda: engine.state.phase is EnginePhase.FAILED)
    type_into(section(unchecked, "story"), "Nun ist es soweit.")

    dialog = asked(qtbot, unchecked)
    enter(dialog, f"{office}/v2/check")
    inside(dialog, QPushButton, "server.test").click()
    qtbot.waitUntil(lambda: "LanguageTool" in result(dialog), timeout=WAIT)
    assert " ms: LanguageTool " in result(dialog)
    click(dialog, OK)

    qtbot.waitUntil(lambda: engine.state.phase is EnginePhase.READY, timeout=WAIT)
    assert engine.pid is None
    qtbot.waitUntil(
        lambda: len(unchecked.session.proofing.check_service.findings.get("story", ())) == 1,
        timeout=WAIT,
    )
    host = office.removeprefix("http://").removesuffix("/api")
    qtbot.waitUntil(lambda: f"Prüfung bereit über {host} · 1 Hinweis" in status.text())
    assert kept_settings(qtbot, unchecked, folders).server_url == office

    dialog = asked(qtbot, unchecked)
    assert inside(dialog, QLineEdit, "server.url").text() == office
    inside(dialog, QRadioButton, "server.own").click()
    click(dialog, OK)

    qtbot.waitUntil(lambda: engine.state.phase is EnginePhase.FAILED, timeout=WAIT)
    qtbot.waitUntil(lambda: not unchecked.session.proofing.check_service.findings.get("story"))
    assert kept_settings(qtbot, unchecked, folders).server_url == ""


def test_the_warning_comes_with_the_address(unchecked: Program, qtbot: QtBot) -> None:
    dialog = asked(qtbot, unchecked)
    warning = inside(dialog, QLabel, "server.warning")
    field = inside(dialog, QLineEdit, "server.url")
    assert inside(dialog, QRadioButton, "server.own").isChecked()
    assert not field.isEnabled()
    assert not inside(dialog, QPushButton, "server.test").isEnabled()
    assert not warning.isVisible()

    enter(dialog, "lt.verlag.example")
    assert warning.isVisible()
    assert warning.text() == (
        "Achtung: Ihr Text verlässt diesen Rechner und wird zur Prüfung an lt.verlag.example "
        "gesendet."
    )
    enter(dialog, "http://lt.verlag.example")
    assert "nicht verschlüsselt" in warning.text()
    enter(dialog, "localhost:8081")
    assert not warning.isVisible()
    enter(dialog, "https://localhost.verlag.example")
    assert warning.isVisible()
    inside(dialog, QRadioButton, "server.own").click()
    assert not warning.isVisible()
    click(dialog, CANCEL)


@pytest.mark.parametrize("way", ["ok", "test"])
def test_invalid_address_is_reported_and_the_dialog_stays(
    unchecked: Program, qtbot: QtBot, way: str
) -> None:
    dialog = asked(qtbot, unchecked)
    enter(dialog, "anna:geheim@lt.verlag.example")
    if way == "ok":
        click(dialog, OK)
    else:
        inside(dialog, QPushButton, "server.test").click()
    assert "Kennwort" in result(dialog)
    assert dialog.isVisible()
    type_into(inside(dialog, QLineEdit, "server.url"), "x")
    assert not result(dialog)
    click(dialog, CANCEL)


def test_cancel_changes_nothing(unchecked: Program, folders: Folders, qtbot: QtBot) -> None:
    before = unchecked.settings
    dialog = asked(qtbot, unchecked)
    enter(dialog, "https://lt.verlag.example")
    click(dialog, CANCEL)
    qtbot.waitUntil(lambda: not shown(unchecked))
    assert unchecked.settings == before
    assert not (folders.config / "settings.json").exists()


def test_a_test_that_fails_says_why(unchecked: Program, qtbot: QtBot) -> None:
    dialog = asked(qtbot, unchecked)
    test = inside(dialog, QPushButton, "server.test")
    with serving(lambda _path, _form: (200, b"<h1>Redaktion</h1>")) as url:
        enter(dialog, url)
        test.click()
        qtbot.waitUntil(lambda: "nicht wie LanguageTool" in result(dialog))
    qtbot.waitUntil(test.isEnabled)
    click(dialog, CANCEL)


def test_a_running_test_does_not_block(unchecked: Program, qtbot: QtBot) -> None:
    asked_for, release = threading.Event(), threading.Event()

    def reply(_: str, __: bytes) -> tuple[int, bytes]:
        asked_for.set()
        release.wait(60)
        return 200, LANGUAGES

    dialog = asked(qtbot, unchecked)
    with serving(reply) as url:
        enter(dialog, url)
        inside(dialog, QPushButton, "server.test").click()
        qtbot.waitUntil(asked_for.is_set)
        assert result(dialog) == "Verbindung wird getestet …"
        assert not inside(dialog, QPushButton, "server.test").isEnabled()
        click(dialog, CANCEL)
        qtbot.waitUntil(lambda: not shown(unchecked))
        release.set()


@pytest.mark.languagetool
def test_an_invalid_address_in_the_settings_falls_back_with_a_message(
    qtbot: QtBot, qapp: QApplication, folders: Folders, engine: Engine
) -> None:
    save_settings(folders.config, Settings(server_url="https://a b"))
    editor = opened(qtbot, Program(folders, lambda _, __, report: SharedEngine(engine, report)))
    try:
        assert "Adresse des Prüfdienstes ist keine" in editor.session.window.message_bar.sentence
        dialog = asked(qtbot, editor)
        assert inside(dialog, QLineEdit, "server.url").text() == "https://a b"
        click(dialog, CANCEL)
    finally:
        close(qtbot, editor)


def test_with_a_wrong_setting_this_machine_checks(folders: Folders) -> None:
    engine = build_engine(folders, Settings(server_url="https://a b"), lambda _: None)
    with engine:
        assert not engine.wait_ready(120)
        assert "LanguageTool fehlt noch" in engine.state.sentence.text()
