"""Two reviews side by side: headings, marked differences, and sides that scroll part by part."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.theme import make_theme
from editor.gui.widgets.diff_view import DiffView
from editor.paths import sample_path
from editor.review.versions.review_diff import diff_reviews, diff_sources
from editor.storage import load_save
from tests.gui.actions import exposed

SAMPLE = load_save.load_review(sample_path()).review
LONGER = SAMPLE.with_text("introduction", "Viel Neues.\n\n" * 60).with_text("verdict", "Anders.")


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[DiffView]:
    parent = QWidget()
    qtbot.addWidget(parent)
    shown = DiffView(("Früher", "Jetzt"), make_theme("light"), parent)
    parent.resize(800, 300)
    shown.resize(800, 300)
    parent.show()
    exposed(qtbot, parent)
    yield shown
    parent.close()


def panes(view: DiffView) -> tuple[QTextEdit, QTextEdit]:
    left = view.findChild(QTextEdit, "difference.left")
    right = view.findChild(QTextEdit, "difference.right")
    assert left is not None
    assert right is not None
    return left, right


def top_of(pane: QTextEdit, heading: str) -> int:
    """Return how far below the upper edge of ``pane`` a heading is."""
    cursor = QTextCursor(pane.document())
    while cursor.block().text() != heading:
        assert cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
    assert cursor.block().charFormat().font().bold() or _bold_at(cursor)
    return pane.cursorRect(cursor).top()


def _bold_at(cursor: QTextCursor) -> bool:
    inside = QTextCursor(cursor)
    inside.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return inside.charFormat().font().bold()


def test_headings_stand_on_both_sides(view: DiffView) -> None:
    view.show_parts(diff_reviews(SAMPLE, LONGER))
    for pane in panes(view):
        text = pane.toPlainText()
        assert text.startswith("Angaben und Wertungen\n")
        assert "\nFazit\n" in text
        assert "rating_scale" not in text


def test_long_part_that_is_the_same_is_a_number_of_words(view: DiffView) -> None:
    view.show_parts(diff_reviews(SAMPLE, LONGER))
    left, _ = panes(view)
    words = len(SAMPLE.text("story").split())
    assert f"Story\n⋯ {words} gleiche Wörter ⋯" in left.toPlainText()


def test_review_without_a_difference_is_shown_in_full(view: DiffView) -> None:
    view.show_parts(diff_reviews(SAMPLE, SAMPLE))
    left, right = panes(view)
    assert SAMPLE.text("verdict") in left.toPlainText().replace("\xa0", " ")
    assert left.toPlainText() == right.toPlainText()


def test_sides_scroll_to_the_same_part(view: DiffView) -> None:
    view.show_parts(diff_reviews(SAMPLE, LONGER))
    left, right = panes(view)
    bar = right.verticalScrollBar()
    bar.setValue(bar.value() + top_of(right, "Inhalt"))
    assert abs(top_of(right, "Inhalt")) <= 2
    assert abs(top_of(left, "Inhalt") - top_of(right, "Inhalt")) <= 2


def test_text_without_headings_and_sentences_can_be_scrolled(view: DiffView) -> None:
    lines = "".join(f"Zeile {number}.\n" for number in range(90))
    view.show_parts(diff_sources(f"Alt.\n{lines}Alt.", f"Neu.\n{lines}Neu."))
    left, right = panes(view)
    left.verticalScrollBar().setValue(100)
    assert abs(right.verticalScrollBar().value() - 100) <= 2
    right.verticalScrollBar().setValue(0)
    assert left.verticalScrollBar().value() == 0
    view.say("Ein Satz.")
    assert (left.toPlainText(), right.toPlainText()) == ("Ein Satz.", "")
