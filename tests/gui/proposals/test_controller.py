"""Names and facts of the text, offered above the form and accepted in one step."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.proposals import service
from editor.proofing.names.entries import VOCABULARY_KEY
from editor.proofing.proposals.listed_proposal import ListedProposal, ProposalGroup
from editor.proofing.proposals.proposal import Proposal
from editor.proofing.proposals.rejected_names import REJECTED_KEY, reject_names
from editor.review.model import Review
from tests.gui.actions import find, press
from tests.gui.rows import row_list, texts_of

TEXT = "Regie: Julien Lacombe. Ulysse landet auf dem Mars. " * 8


def proposed(review: Review) -> tuple[ListedProposal, ...]:
    """Stand in for the search: a director and a name, until the review has them."""
    text = "".join(section.text for section in review.sections)
    director = Proposal("director", "Julien Lacombe", explained=True)
    name = Proposal(VOCABULARY_KEY, "Ulysse")
    return tuple(
        item
        for item in (
            ListedProposal(director, ProposalGroup.PEOPLE),
            ListedProposal(name, ProposalGroup.NAMES),
        )
        if item.text in text
        and not review.fact(item.proposal.key)
        and item.text not in (review.fact(REJECTED_KEY) or [])
    )


def test_one_line_offers_accepts_and_undo_takes_back(
    unchecked: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "list_proposals", proposed)
    document, window = unchecked.session.document, unchecked.session.window
    document.edit_text("story", TEXT, typing=False, boundary=True)
    focused = window.focusWidget()
    button = find(unchecked, QPushButton, "proposals.accept")
    qtbot.waitUntil(button.isVisible)
    assert window.focusWidget() is focused
    assert texts_of(row_list(unchecked, "findings"))[-1] == "2 mögliche Namen – ansehen"
    button.click()
    assert document.review.fact("director") == ["Julien Lacombe"]
    assert document.review.fact(VOCABULARY_KEY) is None
    assert window.message_bar.sentence == "1 Name übernommen."
    assert not button.isVisible()
    press(unchecked, "undo")
    assert document.review.fact("director") is None
    assert document.review.text("story") == TEXT
    rows = row_list(unchecked, "findings")
    qtbot.waitUntil(lambda: texts_of(rows)[-1] == "2 mögliche Namen – ansehen")
    assert not button.isVisible()


def test_names_among_unknown_words_wait_in_one_row(editor: Program, qtbot: QtBot) -> None:
    text = "Die Crew der Ulysse mit Vandremoor landet. Vandremoor und Ulysse schweigen lange."
    editor.session.document.edit_text("story", text, typing=False, boundary=True)
    check_service = editor.session.proofing.controller.check_service
    rows = row_list(editor, "findings")
    qtbot.waitUntil(lambda: any("mögliche" in row for row in texts_of(rows)))
    assert not [
        finding
        for finding in check_service.findings.get("story", ())
        if "Vandremoor" in text[finding.start : finding.end]
    ]
    editor.session.document.edit_review(
        reject_names(editor.session.document.review, ["Vandremoor"]), "proposals"
    )
    qtbot.waitUntil(lambda: any("Vandremoor" in row for row in texts_of(rows)))
