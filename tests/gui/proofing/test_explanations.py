"""Explanations of rules: on the card at the word, and by name where a rule is switched off."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.widgets.list_delegate import ItemRole
from editor.languagetool.finding import Finding, FindingKind
from editor.languagetool.rule_catalogue import RuleExample, RuleExplanation
from editor.localized import Localized
from editor.settings import Folders
from tests.gui.actions import find, press, waited
from tests.gui.proofing.test_decisions import flagged, typed

pytestmark = pytest.mark.languagetool
NO_EXAMPLES = "Zu dieser Regel gibt es keine Beispiele."
SO_WEIT = Finding(
    11, 17, "SO_WEIT", "CONFUSED", "Meinten Sie „so weit“?", ("so weit",), FindingKind.GRAMMAR
)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Settings of the test's own, but the LanguageTool of this account."""
    return Folders(
        tmp_path / "config", Folders.default().data, tmp_path / "cache", tmp_path / "state"
    )


def by_the_same_key(editor: Program) -> None:
    assert editor.session.actions["explain"].shortcut() == QKeySequence("Ctrl+.")
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(editor.session.window.windowHandle(), Qt.Key.Key_Period, control)


def by_mouse(editor: Program) -> None:
    button = editor.session.window.finding_card.findChild(QPushButton, "explain")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def view(editor: Program) -> QWidget | None:
    found = editor.session.window.finding_card.findChildren(QWidget, "explanation")
    return next((widget for widget in found if widget.isVisible()), None)


def open_card(editor: Program, rule: str, place: QPoint | None = None) -> None:
    """Show the card of a finding of ``rule`` at a place of the window."""
    finding = Finding(0, 3, rule, "X", "Eine Meldung.", ("so weit",), FindingKind.GRAMMAR)
    card, origin = editor.session.window.finding_card, place or QPoint(300, 300)
    card.show_finding("story", finding)
    card.place_at(QRect(origin.x(), origin.y(), 40, 20), window_area(editor))


def window_area(editor: Program) -> QRect:
    return editor.session.window.rect()


@pytest.mark.parametrize("ask", [by_the_same_key, by_mouse])
def test_card_explains_the_rule_of_a_real_finding(
    editor: Program, qtbot: QtBot, ask: Callable[[Program], None]
) -> None:
    typed(editor, qtbot, "Nun ist es soweit.", "soweit")
    card = editor.session.window.finding_card
    assert card.isVisible()
    small = card.height()

    ask(editor)

    shown = waited(qtbot, lambda: view(editor))
    examples = [label.text() for label in shown.findChildren(QLabel, "example")]
    assert len(examples) == 3
    assert "line-through" in examples[0].split("soweit")[0]
    assert "→ Wir sind schon" in examples[0]
    assert shown.findChild(QLabel, "rule").accessibleName() == "soweit (so weit)"
    assert "Falsch: Wir sind schon soweit gekommen." in shown.accessibleName()
    assert "Richtig: Wir sind schon so weit gekommen." in card.accessibleDescription()
    assert card.height() > small
    assert window_area(editor).contains(card.geometry())


def test_suggestion_keeps_its_key_beside_the_explanation(editor: Program, qtbot: QtBot) -> None:
    typed(editor, qtbot, "Nun ist es soweit.", "soweit")
    by_the_same_key(editor)
    waited(qtbot, lambda: view(editor))
    QTest.keyClick(editor.session.window.windowHandle(), Qt.Key.Key_Return)
    assert editor.session.document.review.text("story") == "Nun ist es so weit."
    assert not editor.session.window.finding_card.isVisible()


def test_unknown_rule_has_no_examples(editor: Program, qtbot: QtBot) -> None:
    open_card(editor, "GIBT_ES_NICHT")
    by_the_same_key(editor)
    shown = waited(qtbot, lambda: view(editor))
    assert shown.findChild(QLabel, "example") is None
    assert shown.accessibleName() == NO_EXAMPLES


def test_closed_card_stays_closed_and_opens_unexplained(editor: Program, qtbot: QtBot) -> None:
    open_card(editor, "SO_WEIT")
    with qtbot.waitSignal(editor.engine.explanations.explained):
        by_the_same_key(editor)
        editor.session.window.finding_card.hide()
    assert not editor.session.window.finding_card.isVisible()
    open_card(editor, "SO_WEIT")
    assert view(editor) is None


def test_answer_for_another_finding_is_dropped(editor: Program, qtbot: QtBot) -> None:
    open_card(editor, "SO_WEIT")
    with qtbot.waitSignal(editor.engine.explanations.explained):
        by_the_same_key(editor)
        open_card(editor, "DE_CASE")
    assert view(editor) is None
    by_the_same_key(editor)
    shown = waited(qtbot, lambda: view(editor))
    assert "Groß- oder Kleinschreibung" in shown.accessibleName()


@pytest.mark.parametrize("corner", ["topLeft", "bottomLeft", "bottomRight", "center"])
def test_card_that_grows_stays_on_the_screen(editor: Program, qtbot: QtBot, corner: str) -> None:
    area = window_area(editor)
    open_card(editor, "KOMMA_ZWISCHEN_HAUPT_UND_NEBENSATZ", getattr(area, corner)())
    by_the_same_key(editor)
    waited(qtbot, lambda: view(editor))
    assert area.contains(editor.session.window.finding_card.geometry())


def test_examples_that_the_screen_has_no_room_for_are_left_out(
    editor: Program, qtbot: QtBot
) -> None:
    open_card(editor, "LANG")
    lines = (
        window_area(editor).height()
        // editor.session.window.finding_card.fontMetrics().lineSpacing()
    )
    example = RuleExample.of("Ein sehr langer Satz. " * (lines // 2), "falsch", "", "richtig")
    editor.engine.explanations.explained.disconnect(
        editor.session.window.finding_card.show_explanation
    )
    by_the_same_key(editor)
    editor.session.window.finding_card.show_explanation(
        "LANG", RuleExplanation(Localized("Lang"), (example,) * 3)
    )
    shown = waited(qtbot, lambda: view(editor))
    assert 1 <= len(shown.findChildren(QLabel, "example")) < 3
    assert window_area(editor).contains(editor.session.window.finding_card.geometry())


def test_text_of_an_example_is_not_markup(editor: Program, qtbot: QtBot) -> None:
    open_card(editor, "ZEICHEN")
    editor.engine.explanations.explained.disconnect(
        editor.session.window.finding_card.show_explanation
    )
    by_the_same_key(editor)
    explanation = RuleExplanation(
        Localized("a < b & <b>"), (RuleExample.of("<i>", "&amp;", "</i>", "<u>"),)
    )
    editor.session.window.finding_card.show_explanation("ZEICHEN", explanation)
    shown = waited(qtbot, lambda: view(editor))
    assert "&lt;i&gt;" in shown.findChild(QLabel, "example").text()
    assert "a &lt; b &amp; &lt;b&gt;" in shown.findChild(QLabel, "rule").text()


def test_switched_off_rule_is_called_by_its_name(editor: Program, qtbot: QtBot) -> None:
    typed(editor, qtbot, "Nun ist es soweit.", "soweit")
    press(editor, "rule_off")
    named = "Die Regel „soweit (so weit)“ (SO_WEIT) ist abgeschaltet."
    waited(qtbot, lambda: editor.session.window.message_bar.sentence == named)
    find(editor, QPushButton, "notice.action").click()
    waited(qtbot, lambda: flagged(editor, "story") == ["soweit"])


def test_rule_that_is_on_again_is_not_announced_late(editor: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.engine.explanations.explained):
        editor.session.proofing.decisions.turn_off(SO_WEIT)
        assert editor.session.window.message_bar.sentence == (
            "Diese Regel ist abgeschaltet: Meinten Sie „so weit“? (SO_WEIT)"
        )
        editor.session.proofing.decisions.turn_on("SO_WEIT")
    assert "Die Regel „soweit" not in editor.session.window.message_bar.sentence


def test_list_of_decisions_fills_names_in(editor: Program, qtbot: QtBot) -> None:
    editor.settings_store.change(rules_off=("SO_WEIT", "GIBT_ES_NICHT", "DEN_DEM"))
    press(editor, "decided")
    dialog = waited(qtbot, lambda: editor.session.window.findChild(QDialog, "dialog.decided"))
    rows = dialog.findChild(QListWidget, "decided")
    named = "soweit (so weit) · Regel abgeschaltet"
    waited(qtbot, lambda: rows.item(2).data(ItemRole.SIDE) == "DEN_DEM")
    assert rows.item(0).text() == named
    assert rows.item(2).text().startswith("'dem/den'")
    assert rows.item(0).data(ItemRole.SIDE) == "SO_WEIT"
    assert rows.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == f"{named} (SO_WEIT)"
    assert rows.item(1).text() == "GIBT_ES_NICHT · Regel abgeschaltet"
    rows.selectAll()
    dialog.findChild(QPushButton, "decided.remove").click()
    assert rows.count() == 0
    dialog.close()


def test_list_that_is_closed_before_the_names_are_there(editor: Program, qtbot: QtBot) -> None:
    editor.settings_store.change(rules_off=("SO_WEIT",))
    with qtbot.waitSignal(editor.engine.explanations.explained):
        press(editor, "decided")
        dialog = editor.session.window.findChild(QDialog, "dialog.decided")
        assert dialog is not None
        dialog.close()
    waited(qtbot, lambda: editor.session.window.findChild(QDialog, "dialog.decided") is None)
