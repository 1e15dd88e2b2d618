"""What the findings panel says in place of findings."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.proofing.findings_panel import FindingsPanel
from editor.languagetool.state import READY, warming
from tests.gui.actions import press, section, type_into, waited


def said(editor: Program) -> set[str]:
    panel = editor.session.window.findChild(FindingsPanel)
    assert panel is not None
    return {label.text() for label in panel.findChildren(QLabel)}


def test_a_text_that_languagetool_has_not_read_yet_is_being_checked(
    unchecked: Program, qtbot: QtBot
) -> None:
    presenter = unchecked.session.proofing.controller.presenter
    type_into(section(unchecked, "story"), "Der Film ist gut.")
    presenter.show_state(warming(45))
    assert "Prüfung lädt Wörterbücher, 45 %" in said(unchecked)
    presenter.show_state(READY)
    assert "Der Text wird geprüft …" in said(unchecked)


def test_a_first_text_is_not_called_empty_while_it_is_checked(
    unchecked: Program, qtbot: QtBot
) -> None:
    unchecked.session.proofing.controller.check_service.settled.emit()
    assert any(text.startswith("Noch nichts geschrieben") for text in said(unchecked))
    type_into(section(unchecked, "story"), "Der Film ist gut.")
    waited(qtbot, lambda: "Der Text wird geprüft …" in said(unchecked))


def test_the_key_for_the_next_finding_says_why_there_is_none(unchecked: Program) -> None:
    window = unchecked.session.window
    unchecked.session.proofing.controller.presenter.show_state(warming(45))
    press(unchecked, "next_finding")
    assert window.message_bar.sentence == "Prüfung lädt Wörterbücher, 45 %"
    unchecked.session.proofing.controller.check_service.settled.emit()
    press(unchecked, "previous_finding")
    assert window.message_bar.sentence.startswith("Noch nichts geschrieben")
