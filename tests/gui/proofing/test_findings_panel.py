"""Rows of the findings panel, and which of them is current."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.proofing.findings_panel import FindingsPanel
from editor.gui.proofing.quiet_page import QuietPage
from editor.gui.theme import make_theme
from editor.gui.widgets.row_list import RowList
from editor.languagetool.finding import Finding, FindingKind

FINDING = Finding(0, 4, "ADVERB", "GRAMMAR", "Klein.", ("heute",), FindingKind.GRAMMAR)


def test_the_same_finding_in_two_sections_has_two_rows(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    panel = FindingsPanel(make_theme("light"), window)
    labels = {"plot": "Handlung", "story": "Geschichte"}
    panel.show_findings(
        dict.fromkeys(labels, (FINDING,)), labels, dict.fromkeys(labels, "Heut beginnt es.")
    )
    rows = panel.findChild(RowList, "findings")
    assert rows is not None
    for number, section in enumerate(labels):
        panel.show_current(section, FINDING)
        assert rows.current_row == number


def test_low_pane_scrolls_what_can_be_done_and_cuts_nothing_off(qtbot: QtBot) -> None:
    page = QuietPage(make_theme("light"), None)  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.show_text("LanguageTool fehlt noch; Rechtschreibung und Grammatik werden nicht geprüft.")
    page.offer(QAction("LanguageTool herunterladen", page))
    page.resize(260, 50)
    page.show()
    label = next(label for label in page.findChildren(QLabel) if label.text())
    button = page.findChild(QPushButton)
    assert button is not None
    qtbot.waitUntil(lambda: label.height() >= label.heightForWidth(label.width()))
    qtbot.waitUntil(lambda: button.height() >= button.sizeHint().height())
    assert page.verticalScrollBar().maximum() > 0
