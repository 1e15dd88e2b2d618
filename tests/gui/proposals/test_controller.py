"""Names and facts of the text, offered above the form and accepted in one step."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.proofing.names.entries import VOCABULARY_KEY
from editor.proofing.proposals.rejected_names import reject_names
from tests.gui.actions import find, press
from tests.gui.rows import row_list, texts_of

TEXT = "Regie: Julien Lacombe\n\n" + "Ein Schiff landet auf dem Mars. " * 12


def test_one_line_offers_accepts_and_undo_takes_back(unchecked: Program, qtbot: QtBot) -> None:
    document, window = unchecked.session.document, unchecked.session.window
    document.edit_text("story", TEXT, typing=False, boundary=True)
    focused = window.focusWidget()
    button = find(unchecked, QPushButton, "proposals.accept")
    qtbot.waitUntil(button.isVisible)
    assert window.focusWidget() is focused
    assert texts_of(row_list(unchecked, "findings"))[-1] == "1 möglicher Name – ansehen"
    button.click()
    assert document.review.fact("director") == ["Julien Lacombe"]
    assert document.review.fact(VOCABULARY_KEY) is None
    assert window.message_bar.sentence == "1 Name übernommen."
    assert not button.isVisible()
    press(unchecked, "undo")
    assert document.review.fact("director") is None
    assert not window.message_bar.isVisible()
    assert document.review.text("story") == TEXT
    rows = row_list(unchecked, "findings")
    qtbot.waitUntil(lambda: texts_of(rows)[-1] == "1 möglicher Name – ansehen")
    assert not button.isVisible()


def test_fact_gets_the_keyboard_back_when_the_line_closes(unchecked: Program, qtbot: QtBot) -> None:
    window = unchecked.session.window
    unchecked.session.document.edit_text("story", TEXT, typing=False, boundary=True)
    window.form.facts.focus("title")
    fact = window.focusWidget()
    assert window.form.facts.isAncestorOf(fact)
    button = find(unchecked, QPushButton, "proposals.accept")
    qtbot.waitUntil(button.isVisible)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        find(unchecked, QWidget, "proposalBar").show()
        button.setFocus()
        QTest.keyClick(button, key)
        assert not button.isVisible()
        assert window.focusWidget() is fact


def test_offer_waits_while_another_page_is_shown(unchecked: Program, qtbot: QtBot) -> None:
    unchecked.session.document.edit_text("story", TEXT, typing=False, boundary=True)
    button = find(unchecked, QPushButton, "proposals.accept")
    qtbot.waitUntil(button.isVisible)
    press(unchecked, "new")
    assert not button.isVisible()
    unchecked.session.welcome.close()
    assert button.isVisible()


def test_names_among_unknown_words_wait_in_one_row(editor: Program, qtbot: QtBot) -> None:
    text = "Kapitän Zorrikuta landet. Später schweigt Zorrikuta, und alle hören auf Zorrikuta."
    editor.session.document.edit_text("story", text, typing=False, boundary=True)
    check_service = editor.session.proofing.controller.check_service
    rows = row_list(editor, "findings")
    qtbot.waitUntil(lambda: any("möglich" in row for row in texts_of(rows)))
    assert not [
        finding
        for finding in check_service.findings.get("story", ())
        if "Zorrikuta" in text[finding.start : finding.end]
    ]
    editor.session.document.edit_review(
        reject_names(editor.session.document.review, ["Zorrikuta"]), "proposals"
    )
    qtbot.waitUntil(lambda: any("Zorrikuta" in row for row in texts_of(rows)))


def test_a_name_of_one_section_is_one_in_the_others_at_once(editor: Program, qtbot: QtBot) -> None:
    document, check = editor.session.document, editor.session.proofing.controller.check_service
    document.edit_text("plot", "Später kommt Landa.", typing=False, boundary=True)
    qtbot.waitUntil(lambda: bool(check.findings.get("plot")))
    document.edit_text(
        "story", "Es spielt Oberst Landa. Auch Landa lacht.", typing=False, boundary=True
    )
    qtbot.waitUntil(lambda: not check.findings.get("plot"))
    rows = row_list(editor, "findings")
    qtbot.waitUntil(lambda: texts_of(rows) == ["1 möglicher Name – ansehen"])
    # As the undo of an import does: both texts go at once, and each was checked for the other's.
    review = document.review.with_text("plot", "").with_text("story", "")
    document.edit_review(review, "import")
    qtbot.waitUntil(lambda: not [row for row in texts_of(rows) if "möglich" in row], timeout=20_000)
