"""Findings belong to the text that is shown: through themes, edits and undo, in a real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from editor.gui.program import Program
from editor.gui.web.page_view import PageView
from editor.proofing.proposals.rejected_names import reject_names
from editor.review.form import load_form
from editor.storage.review_file import new_review
from tests.gui.actions import entry, evaluate, find, press, preview_text, section, type_into, waited
from tests.gui.proofing.test_decisions import flagged
from tests.gui.rows import Row, row_list, texts_of

pytestmark = pytest.mark.languagetool

TEXT = "Das Quorwel leuchtet. Da ist ein Fheler.\n\nUnd noch ein Tippfheler hier."
WORDS = ["Quorwel", "Fheler", "Tippfheler"]


@pytest.fixture
def checked(editor: Program, qtbot: QtBot) -> Program:
    """A window with three findings, the cursor at the beginning."""
    editor.session.document.edit_text("story", TEXT, typing=False, boundary=True)
    waited(qtbot, lambda: flagged(editor, "story") == WORDS, timeout=60_000)
    editor.session.window.activateWindow()
    editor.session.window.form.go_to("story", 0)
    return editor


def underlined(editor: Program, section_id: str = "story") -> list[str]:
    """Return what is underlined where it is now, as the key that goes through it finds it."""
    story = section(editor, section_id)
    story.select(0, 0)
    found: list[str] = []
    while (finding := story.findings.next(1, inside=bool(found))) is not None:
        assert story.findings.reveal(finding)
        start, end = story.selection()
        assert (start, end) == (finding.start, finding.end)
        found.append(story.text[start:end])
    return found


def rows(editor: Program) -> list[str]:
    return texts_of(row_list(editor, "findings"))


@pytest.mark.parametrize("verb", ["theme_dark", "text_larger"])
def test_underlines_outlive_another_look(checked: Program, qtbot: QtBot, verb: str) -> None:
    assert underlined(checked) == WORDS
    status = find(checked, QLabel, "status.checker")
    waited(qtbot, lambda: "3 Hinweise" in status.text())
    press(checked, verb)
    assert "3 Hinweise" in status.text()
    assert underlined(checked) == WORDS
    section(checked, "story").select(0, 0)
    press(checked, "next_finding")
    assert section(checked, "story").selection() == (4, 11)
    Row(row_list(checked, "findings"), 2).click()
    start, end = section(checked, "story").selection()
    assert TEXT[start:end] == "Tippfheler"


def test_preview_stays_where_it_was_scrolled_to(checked: Program, qtbot: QtBot) -> None:
    long = "\n\n".join([TEXT] * 40)
    checked.session.document.edit_text("plot", long, typing=False, boundary=True)
    waited(qtbot, lambda: preview_text(qtbot, checked).count("leuchtet") > 40)
    checked.settings_store.change(preview_zoom=120)
    preview = checked.session.preview.view
    assert isinstance(preview, PageView)
    # It still goes to the cursor, and only then can somebody scroll elsewhere.
    qtbot.waitUntil(lambda: not preview._scroll_timer.isActive())
    evaluate(qtbot, checked, "window.scrollTo(0, 600)")
    color = evaluate(qtbot, checked, "getComputedStyle(document.body).color")
    waited(qtbot, lambda: preview._page.scrollPosition().y() > 0)
    press(checked, "theme_dark")
    now = "getComputedStyle(document.body).color"
    waited(qtbot, lambda: evaluate(qtbot, checked, now) not in (color, None))

    def stays() -> None:
        assert evaluate(qtbot, checked, "Math.round(window.scrollY)") == 600

    qtbot.waitUntil(stays)


def test_another_review_begins_at_the_top(checked: Program, qtbot: QtBot) -> None:
    long = "\n\n".join([TEXT] * 40)
    checked.session.document.edit_text("plot", long, typing=False, boundary=True)
    waited(qtbot, lambda: preview_text(qtbot, checked).count("leuchtet") > 40)
    evaluate(qtbot, checked, "window.scrollTo(0, 600)")
    review = new_review(load_form("film")).with_text("plot", "Neu.\n\n" + long)
    checked.session.document.open(review, None)
    waited(qtbot, lambda: "Neu." in preview_text(qtbot, checked))
    assert evaluate(qtbot, checked, "window.scrollY") == 0


def test_touched_word_is_underlined_again_when_it_is_as_before(
    checked: Program, qtbot: QtBot
) -> None:
    story = section(checked, "story")
    story.select(6, 6)
    QTest.keyClicks(story, "x")
    QTest.keyClick(story, Qt.Key.Key_Backspace)
    assert story.text == TEXT
    waited(qtbot, lambda: underlined(checked) == WORDS)


def test_undone_import_leaves_no_row_of_the_text_that_is_gone(
    checked: Program, qtbot: QtBot
) -> None:
    review = reject_names(checked.session.document.review, ["Fheler"])
    for key in ("plot", "cast", "verdict"):
        review = review.with_text(key, f"{'Langer Text. ' * 5}{TEXT}")
    checked.session.document.edit_review(review, "import")
    waited(qtbot, lambda: len(rows(checked)) == len(WORDS), timeout=60_000)
    waited(qtbot, lambda: rows(checked)[0] == "„Fheler“ · unbekannt, 4 Stellen")
    story = section(checked, "story")
    press(checked, "undo")
    # The first answer comes for one of the sections while the others wait for theirs.
    type_into(story, "Ein Schlussatz.")
    waited(qtbot, lambda: all("Stellen" not in row for row in rows(checked)))
    assert flagged(checked, "plot") == flagged(checked, "verdict") == []
    assert underlined(checked, "plot") == []


def test_row_of_a_deleted_word_goes_before_the_next_check(checked: Program, qtbot: QtBot) -> None:
    checked.engine.engine.stop()
    status = find(checked, QLabel, "status.checker")
    waited(qtbot, lambda: "Prüfung aus" in status.text())
    story = section(checked, "story")
    story.select(0, 22)
    QTest.keyClick(story, Qt.Key.Key_Delete)
    waited(qtbot, lambda: len(rows(checked)) == 2)
    assert underlined(checked) == WORDS[1:]
    Row(row_list(checked, "findings"), 1).click()
    start, end = story.selection()
    assert story.text[start:end] == WORDS[2]


def test_list_offers_what_the_text_offers(checked: Program, qtbot: QtBot) -> None:
    findings = row_list(checked, "findings")
    row = next(row for row, text in enumerate(rows(checked)) if text.startswith("„Fheler“"))
    findings.customContextMenuRequested.emit(Row(findings, row).centre())
    menu = waited(qtbot, QApplication.activePopupWidget)
    assert isinstance(menu, QMenu)
    names = [action.objectName() for action in menu.actions()]
    assert {"action.apply_suggestion", "action.know_here", "action.hide"} <= set(names)
    entry(menu, "Fehler").trigger()
    menu.close()
    assert section(checked, "story").text == TEXT.replace("ein Fheler", "ein Fehler")
    waited(qtbot, lambda: flagged(checked, "story") == ["Quorwel", "Tippfheler"])
