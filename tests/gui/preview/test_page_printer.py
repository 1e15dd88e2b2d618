"""Printing where there is no printer: a PDF that can be found and opened."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from tests.gui.actions import find, press, section, type_into, waited


def test_without_a_printer_the_page_is_a_pdf_that_is_found(
    unchecked: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    type_into(section(unchecked, "story"), "Ein Satz.")
    waited(qtbot, unchecked.session.actions["print"].isEnabled)
    press(unchecked, "print")
    bar = unchecked.session.window.message_bar
    waited(qtbot, lambda: bar.sentence.startswith("Es ist kein Drucker eingerichtet."))
    path = Path(opened[0].toLocalFile())
    assert path.read_bytes().startswith(b"%PDF")
    assert str(path) in bar.sentence
    assert "öffnet sich" in bar.sentence
    # Opening it closes the message: the folder is opened first, from a message said again.
    for name, url in (("notice.other", path.parent), ("notice.action", path)):
        unchecked.session.preview._say_where(path, opened=False)
        assert bar.sentence.endswith(f"als PDF in {path}, bis Sie dieses Fenster schließen.")
        QTest.mouseClick(find(unchecked, QPushButton, name), Qt.MouseButton.LeftButton)
        assert opened[-1] == QUrl.fromLocalFile(str(url))
