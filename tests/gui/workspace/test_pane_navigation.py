"""Moving the keyboard from pane to pane, and back to where the writer was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.languagetool.finding import Finding, FindingKind
from tests.gui.actions import find, press, section, type_into, waited
from tests.gui.rows import row_list, rows_of

KEYS = {"to_findings": "Ctrl+3", "to_style": "Ctrl+4", "ready": "Ctrl+5", "statistics": "Ctrl+6"}


def strike(keys: str) -> None:
    """Press ``keys`` where the keyboard is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keySequence(focused, QKeySequence(keys))


@pytest.fixture
def writing(unchecked: Program, qtbot: QtBot) -> Program:
    """A window in which somebody writes, with one finding."""
    story = section(unchecked, "story")
    type_into(story, "Eins Zwei")
    # The checklist comes after a pause, and an empty list does not take the keyboard.
    waited(qtbot, lambda: rows_of(row_list(unchecked, "ready")))
    story.select(4, 4)
    finding = Finding(0, 4, "RULE", "CATEGORY", "Meldung", ("Ein",), FindingKind.GRAMMAR)
    texts = {"story": story.text}
    unchecked.session.window.findings_panel.show_findings(
        {"story": [finding]}, {"story": "Story"}, texts
    )
    return unchecked


def test_finding_without_a_card_leads_nowhere(writing: Program) -> None:
    finding = Finding(0, 4, "RULE", "CATEGORY", "Meldung", ("Ein",), FindingKind.GRAMMAR)
    panel = writing.session.window.findings_panel
    panel.show_findings({"gone": [finding]}, {"gone": "Fort"}, {"gone": "Eins Zwei"})
    listed = row_list(writing, "findings")
    listed.setFocus()
    rows_of(listed)[-1].click()
    assert listed.hasFocus()
    panel.fix_requested.emit("gone", finding, "Ein")
    assert section(writing, "story").text == "Eins Zwei"


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def panel_of(editor: Program, verb: str) -> QWidget:
    names = {"to_findings": "findingsPane", "to_style": "stylePane"}
    names |= {"ready": "readyPane", "statistics": "numbersPane"}
    return find(editor, QWidget, names[verb])


@pytest.mark.parametrize("verb", KEYS)
def test_key_goes_to_a_panel_and_escape_back_to_the_cursor(writing: Program, verb: str) -> None:
    writing.settings_store.change(findings_visible=False)
    strike(KEYS[verb])
    panel = panel_of(writing, verb)
    assert panel.isVisible()
    assert panel.isAncestorOf(focused()) or beside(writing, "style.switch")
    strike("Esc")
    assert section(writing, "story").hasFocus()
    assert section(writing, "story").selection() == (4, 4)
    assert panel.isVisible()


@pytest.mark.parametrize("verb", KEYS)
def test_key_once_more_puts_the_panel_away(writing: Program, verb: str) -> None:
    strike(KEYS[verb])
    assert find(writing, QWidget, "findingTabs").isVisible()
    strike(KEYS[verb])
    assert not find(writing, QWidget, "findingTabs").isVisible()
    assert section(writing, "story").hasFocus()
    assert section(writing, "story").selection() == (4, 4)


def beside(editor: Program, name: str) -> bool:
    return find(editor, QWidget, name).hasFocus()


def test_key_goes_from_one_panel_to_another(writing: Program) -> None:
    strike("Ctrl+5")
    strike("Ctrl+3")
    assert row_list(writing, "findings").hasFocus()
    assert row_list(writing, "findings").current_row == 0


def test_going_to_style_switches_nothing(writing: Program) -> None:
    for on in (False, True):
        writing.settings_store.change(style=on)
        writing.settings_store.change(findings_visible=False)
        section(writing, "story").setFocus()
        strike("Ctrl+4")
        assert writing.settings.style is on
        assert find(writing, QCheckBox, "style.long_sentences" if on else "style.switch").hasFocus()


def test_panel_that_is_put_away_with_the_keyboard_hands_it_to_the_text(writing: Program) -> None:
    strike("Ctrl+3")
    press(writing, "findings")
    assert section(writing, "story").hasFocus()


def test_panel_without_a_finding_gives_the_keyboard_to_its_tab(unchecked: Program) -> None:
    section(unchecked, "story").setFocus()
    strike("Ctrl+3")
    assert find(unchecked, QTabBar, "findingTabs").hasFocus()


def test_escape_goes_back_to_the_fact(unchecked: Program) -> None:
    year = find(unchecked, QLineEdit, "fact.original_title")
    year.setFocus()
    strike("Ctrl+5")
    strike("Esc")
    assert year.hasFocus()


def test_escape_goes_back_when_the_form_was_rebuilt(writing: Program) -> None:
    writing.session.window.form.rebuild()
    writing.session.window.form.jump("story")
    strike("Ctrl+5")
    writing.session.window.form.rebuild()
    strike("Esc")
    assert section(writing, "story").hasFocus()


def test_f6_goes_around_the_panes_that_are_shown(writing: Program, qtbot: QtBot) -> None:
    writing.session.window.message_bar.leave()
    around = [
        lambda: writing.session.window.preview_pane.isAncestorOf(focused()),
        lambda: row_list(writing, "findings").hasFocus(),
        lambda: row_list(writing, "outline").hasFocus(),
        lambda: section(writing, "story").hasFocus(),
    ]
    for there in around:
        strike("F6")
        waited(qtbot, there)
    for there in [*around[-2::-1], around[-1]]:
        strike("Shift+F6")
        waited(qtbot, there)
    writing.settings_store.change(preview_visible=False)
    strike("F6")
    assert row_list(writing, "findings").hasFocus()


def test_list_takes_the_tab_key_only_with_something_in_it(writing: Program) -> None:
    for name in ("findings", "repetitions", "sentences", "mostUsed", "ready"):
        shown = row_list(writing, name)
        stops = bool(shown.focusPolicy() & Qt.FocusPolicy.TabFocus)
        assert stops == bool(shown.rows), name
    writing.session.window.findings_panel.show_findings({}, {}, {})
    assert row_list(writing, "findings").focusPolicy() == Qt.FocusPolicy.NoFocus
