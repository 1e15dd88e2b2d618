"""Decisions about findings: names from the facts, accepted words, hidden findings, rules off."""

import pytest
from PySide6.QtWidgets import QDialog, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.widgets.chip_edit import ChipEdit
from editor.proofing.dictionary import load_words
from editor.proofing.proposals.rejected_names import reject_names
from editor.settings import Folders
from editor.storage import review_file
from tests.gui.actions import (
    entry,
    find,
    kept_settings,
    open_menu_at,
    press,
    section,
    type_into,
    waited,
)
from tests.gui.rows import row_list, texts_of
from tests.gui.test_app_main_job import has_finding

pytestmark = pytest.mark.languagetool


def flagged(editor: Program, section_id: str) -> list[str]:
    text = editor.session.document.review.text(section_id)
    found = editor.session.proofing.check_service.findings.get(section_id, ())
    return [text[finding.start : finding.end] for finding in found]


def typed(editor: Program, qtbot: QtBot, text: str, word: str) -> None:
    """Type ``text`` into the story and wait until ``word`` is flagged; the cursor goes to it."""
    type_into(section(editor, "story"), text)
    waited(qtbot, lambda: has_finding(editor, "story", word), timeout=60_000)
    press(editor, "next_finding")


def test_name_is_known_the_moment_the_fact_is_typed(editor: Program, qtbot: QtBot) -> None:
    document = editor.session.document
    document.edit_review(reject_names(document.review, ["Torstad"]), "names")
    typed(editor, qtbot, "Torstads Film ist gut. Torstad kann es.", "Torstads")
    type_into(find(editor, ChipEdit, "fact.director").line, "Ingvild Torstad")
    waited(qtbot, lambda: flagged(editor, "story") == [])
    press(editor, "undo")
    waited(qtbot, lambda: "Torstad" in flagged(editor, "story"))


def test_near_miss_of_a_name_is_corrected_to_it(editor: Program, qtbot: QtBot) -> None:
    type_into(find(editor, ChipEdit, "fact.director").line, "Denis Villeneuve")
    typed(editor, qtbot, "Der Film von Vileneuve ist lang.", "Vileneuve")
    menu = open_menu_at(qtbot, section(editor, "story"), 15)
    entry(menu, "Villeneuve").trigger()
    menu.close()
    assert editor.session.document.review.text("story") == "Der Film von Villeneuve ist lang."


def test_word_accepted_in_the_review_goes_into_its_front_matter(
    editor: Program, qtbot: QtBot
) -> None:
    typed(editor, qtbot, "Das Quorwel leuchtet.", "Quorwel")
    press(editor, "know_here")
    waited(qtbot, lambda: flagged(editor, "story") == [])
    assert "vocabulary: [Quorwel]" in review_file.dumps(editor.session.document.review)
    press(editor, "undo")
    waited(qtbot, lambda: flagged(editor, "story") == ["Quorwel"])


def test_dictionary_is_kept_and_can_be_taken_back_at_once(
    editor: Program, qtbot: QtBot, folders: Folders
) -> None:
    typed(editor, qtbot, "Das Quorwel leuchtet.", "Quorwel")
    press(editor, "know_always")
    waited(qtbot, lambda: flagged(editor, "story") == [])
    waited(qtbot, lambda: load_words(folders.config) == ("Quorwel",))
    assert "steht jetzt in Ihrem Wörterbuch" in editor.session.window.message_bar.sentence
    find(editor, QPushButton, "notice.action").click()
    waited(qtbot, lambda: flagged(editor, "story") == ["Quorwel"])
    waited(qtbot, lambda: load_words(folders.config) == ())


def test_hidden_finding_stays_hidden_through_edits_elsewhere(editor: Program, qtbot: QtBot) -> None:
    typed(editor, qtbot, "Nun ist es soweit.", "soweit")
    press(editor, "hide")
    waited(qtbot, lambda: flagged(editor, "story") == [])
    story = section(editor, "story")
    story.moveCursor(story.textCursor().MoveOperation.End)
    type_into(story, " Und dann ist es wieder soweit.")
    waited(qtbot, lambda: flagged(editor, "story") == ["soweit"])
    assert editor.session.proofing.check_service.findings["story"][0].start > 20


def test_rule_is_off_until_it_is_on_again(editor: Program, qtbot: QtBot, folders: Folders) -> None:
    typed(editor, qtbot, "Nun ist es soweit.", "soweit")
    press(editor, "rule_off")
    waited(qtbot, lambda: flagged(editor, "story") == [])
    assert kept_settings(qtbot, editor, folders).rules_off == ("SO_WEIT",)
    find(editor, QPushButton, "notice.action").click()
    waited(qtbot, lambda: flagged(editor, "story") == ["soweit"])
    assert kept_settings(qtbot, editor, folders).rules_off == ()


def test_everything_decided_can_be_listed_and_taken_back(editor: Program, qtbot: QtBot) -> None:
    typed(editor, qtbot, "Das Quorwel leuchtet. Nun ist es soweit.", "soweit")
    press(editor, "know_here")
    press(editor, "next_finding")
    press(editor, "hide")
    waited(qtbot, lambda: flagged(editor, "story") == [])
    press(editor, "decided")
    dialog = waited(qtbot, lambda: editor.session.window.findChild(QDialog, "dialog.decided"))
    rows = dialog.findChild(QListWidget, "decided")
    assert [rows.item(i).text() for i in range(rows.count())] == [
        "„Quorwel“ · in dieser Rezension angenommen",
        "Nun ist es [soweit]. · hier nicht gemeldet",
    ]
    rows.selectAll()
    dialog.findChild(QPushButton, "decided.remove").click()
    assert rows.count() == 0
    dialog.close()
    waited(qtbot, lambda: flagged(editor, "story") == ["Quorwel", "soweit"])


def test_card_offers_the_decisions(editor: Program, qtbot: QtBot) -> None:
    typed(editor, qtbot, "Das Quorwel leuchtet.", "Quorwel")
    press(editor, "explain")
    button = editor.session.window.finding_card.findChild(QPushButton, "choice.know_here")
    assert button is not None
    button.click()
    assert not editor.session.window.finding_card.isVisible()
    waited(qtbot, lambda: flagged(editor, "story") == [])


def test_unknown_word_that_recurs_is_one_decision(editor: Program, qtbot: QtBot) -> None:
    document = editor.session.document
    document.edit_review(reject_names(document.review, ["Quorwel"]), "names")
    type_into(section(editor, "plot"), "Das Quorwel leuchtet.")
    typed(editor, qtbot, "Am Ende des Quorwels steht ein Quorwel.", "Quorwels")
    waited(qtbot, lambda: has_finding(editor, "plot", "Quorwel"), timeout=60_000)
    rows = row_list(editor, "findings")
    waited(qtbot, lambda: len(rows.rows) == 1)
    assert texts_of(rows) == ["„Quorwel“ · unbekannt, 3 Stellen"]
    seen = []
    for _ in range(5):
        rows.activated.emit(rows.model().index(0, 0))
        seen.append(editor.session.window.form.current)
    assert seen == ["plot", "story", "story", "plot", "story"]
    assert section(editor, "story").textCursor().selectedText() == "Quorwels"
    press(editor, "know_here")
    waited(qtbot, lambda: rows.rows == ())


def test_first_suggestion_is_applied_by_its_key(editor: Program, qtbot: QtBot) -> None:
    typed(editor, qtbot, "Nun ist es soweit.", "soweit")
    press(editor, "apply_first")
    assert editor.session.document.review.text("story") == "Nun ist es so weit."


def test_swiss_german_and_stricter_rules_are_checked_anew(editor: Program, qtbot: QtBot) -> None:
    type_into(section(editor, "story"), "Die große Straße.")
    with qtbot.waitSignal(editor.session.proofing.check_service.settled, timeout=60_000):
        pass
    assert flagged(editor, "story") == []
    press(editor, "variant_de_ch")
    waited(qtbot, lambda: "Straße" in flagged(editor, "story"), timeout=60_000)
    press(editor, "variant_de_de")
    waited(qtbot, lambda: flagged(editor, "story") == [], timeout=60_000)
    editor.session.actions["picky"].trigger()
    assert editor.settings.picky
    with qtbot.waitSignal(editor.session.proofing.check_service.settled, timeout=60_000):
        editor.session.proofing.check_service.check_again()
    editor.session.actions["picky"].trigger()
