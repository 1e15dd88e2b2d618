"""LanguageTool that is missing is offered where it is missed, and fetched in the window."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.errors import InstallError
from editor.gui.program import Program
from editor.gui.proofing.install_action import install_text
from editor.languagetool.install.jar_downloads import InstallProgress
from tests.gui.actions import find, press, waited

OFFER = "LanguageTool herunterladen (56 MB, etwa zwei Minuten)"
CANCEL = "Herunterladen von LanguageTool abbrechen"
TOTAL = 56_448_242


class Download:
    """An installation that goes on when the test says so."""

    def __init__(self) -> None:
        self.going = threading.Event()
        self.error: InstallError | None = None

    def install(self, _: Path, report: Callable[[InstallProgress], None]) -> None:
        report(InstallProgress(TOTAL // 2, TOTAL, "x.jar"))
        while not self.going.wait(0.01):
            report(InstallProgress(TOTAL // 2, TOTAL, "x.jar"))
        if self.error is not None:
            raise self.error


@pytest.fixture
def download(monkeypatch: pytest.MonkeyPatch) -> Iterator[Download]:
    download = Download()
    monkeypatch.setattr("editor.gui.proofing.installer.install", download.install)
    yield download
    download.going.set()


def texts(editor: Program, *names: str) -> list[str]:
    buttons = [find(editor, QPushButton, name) for name in names]
    return [b.text().replace("&", "") if not b.isHidden() else "" for b in buttons]


def offers(editor: Program) -> list[str]:
    return texts(editor, "findings.offer", "status.offer")


def test_missing_languagetool_is_a_button_with_size_and_time(
    unchecked: Program, qtbot: QtBot
) -> None:
    waited(qtbot, lambda: offers(unchecked) == [OFFER, OFFER])
    assert unchecked.session.actions["install_checker"].text().replace("&", "") == OFFER
    labels = unchecked.session.window.findChildren(QLabel)
    assert [label.text() for label in labels if "--install" in label.text()] == []
    assert not unchecked.session.window.message_bar.isVisible()


def test_message_offers_it_where_the_list_of_findings_is_hidden(
    unchecked: Program, qtbot: QtBot
) -> None:
    press(unchecked, "findings")
    unchecked.engine.restart()
    waited(qtbot, unchecked.session.window.message_bar.isVisible)
    assert texts(unchecked, "notice.action") == [OFFER]


def test_download_shows_its_progress_and_can_be_cancelled(
    unchecked: Program, qtbot: QtBot, download: Download
) -> None:
    button = find(unchecked, QPushButton, "findings.offer")
    waited(qtbot, button.isVisible)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    bar = find(unchecked, QProgressBar, "findings.progress")
    waited(qtbot, lambda: bar.isVisible() and bar.value() == 50)
    assert "28 von 56 MB" in find(unchecked, QLabel, "status.checker").text()
    assert offers(unchecked) == [CANCEL, CANCEL]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    waited(qtbot, lambda: offers(unchecked) == [OFFER, OFFER])
    assert not bar.isVisible()
    assert not unchecked.session.window.message_bar.isVisible()


def test_failed_download_says_why_and_offers_another_try(
    unchecked: Program, qtbot: QtBot, download: Download
) -> None:
    waited(qtbot, lambda: offers(unchecked) == [OFFER, OFFER])
    download.error = InstallError("Die Verbindung fehlt.", "There is no connection.")
    download.going.set()
    press(unchecked, "install_checker")
    notice = unchecked.session.window.message_bar
    waited(qtbot, lambda: notice.isVisible() and notice.sentence == "Die Verbindung fehlt.")
    assert texts(unchecked, "notice.action") == [OFFER]


def test_finished_download_starts_the_checker(
    unchecked: Program, qtbot: QtBot, download: Download
) -> None:
    waited(qtbot, lambda: offers(unchecked) == [OFFER, OFFER])
    download.going.set()
    with qtbot.waitSignal(unchecked.engine.installer.done):
        press(unchecked, "install_checker")
    assert "LanguageTool ist eingerichtet" in unchecked.session.window.message_bar.sentence


def test_settings_offer_it_too(unchecked: Program, qtbot: QtBot) -> None:
    waited(qtbot, lambda: offers(unchecked) == [OFFER, OFFER])
    press(unchecked, "settings")
    groups = unchecked.session.window.findChild(QListWidget, "settings.groups")
    page = unchecked.session.window.findChild(QWidget, "settingsPage")
    assert groups is not None
    assert page is not None
    shown: dict[str, bool] = {}
    for row in range(groups.count()):
        groups.setCurrentRow(row)
        buttons = [button for button in page.findChildren(QPushButton) if button.isVisible()]
        texts = [button.text().replace("&", "") for button in buttons]
        shown[groups.item(row).text()] = OFFER in texts
    assert [group for group, offered in shown.items() if offered] == ["Prüfung"]


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "LanguageTool fertig einrichten"),
        (400_000, "LanguageTool herunterladen (1 MB, etwa eine Minute)"),
        (TOTAL, OFFER),
        (200_000_000, "LanguageTool herunterladen (200 MB, etwa 4 Minuten)"),
    ],
)
def test_offer_names_what_is_still_to_be_fetched(qapp: object, size: int, text: str) -> None:
    assert install_text(size).replace("&", "") == text
