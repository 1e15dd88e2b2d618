"""The head of a card: the title stays, the rating gives up its words where there is no room."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from editor.gui.form.elided_title import ElidedTitle
from editor.gui.form.rating_edit import RatingEdit
from editor.gui.form.section_card import SectionCard
from editor.review.rating import SCHOOL_GRADES, TEN_POINTS, RatingScale, with_rating, with_scale
from tests.gui.actions import find
from tests.gui.form_bench import FormBench


@pytest.fixture
def verdict(form_bench: FormBench) -> SectionCard:
    """The card of the verdict without its window, so that it can have any width."""
    document = form_bench.session.document
    document.edit_rating("verdict", 7.5)
    card = find(form_bench, RatingEdit, "rating.verdict").parent()
    assert isinstance(card, SectionCard)
    card.show_counts(203, 3)
    return card


def shown_in(card: SectionCard, width: int) -> set[str]:
    """Return the parts of the head that are seen at ``width`` device-independent pixels."""
    card.setFixedWidth(width)
    card.ensurePolished()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    parts = card.findChildren(QWidget)
    names = {part.objectName() for part in parts if part.isVisibleTo(card)}
    (title,) = card.findChildren(QLabel, "title")
    assert title.width() >= title.sizeHint().width()
    return names & {"rating.verdict", "rating.verdict.text", "title"}


@pytest.mark.parametrize("scale", [TEN_POINTS, SCHOOL_GRADES, RatingScale(6, 1, "Klappen")])
def test_title_is_whole_at_every_width(
    verdict: SectionCard, form_bench: FormBench, qtbot: QtBot, scale: RatingScale
) -> None:
    review = with_rating(with_scale(form_bench.session.document.review, scale), "verdict", 5)
    verdict.show_review(review)
    for width in range(640, 270, -40):
        assert "rating.verdict" in shown_in(verdict, width), width
    assert "rating.verdict.text" in shown_in(verdict, 640)
    assert "rating.verdict.text" not in shown_in(verdict, 280)


@pytest.mark.parametrize(("width", "end"), [(300, "langer"), (60, "…"), (3, "")])
def test_title_without_room_ends_in_an_ellipsis(qtbot: QtBot, width: int, end: str) -> None:
    card = QWidget()
    qtbot.addWidget(card)
    title = ElidedTitle("Ein sehr langer", card)
    title.resize(width, 20)
    card.show()
    assert title.text().endswith(end)
    assert title.fontMetrics().horizontalAdvance(title.text()) <= width
    assert title.accessibleName() == "Ein sehr langer"
