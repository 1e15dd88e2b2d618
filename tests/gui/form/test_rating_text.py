"""Ratings in words, and with the decimal separator of the interface language."""

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from editor.gui.form.rating_text import short_rating, spoken_rating
from editor.review.rating import FIVE_STARS, PERCENT, TEN_POINTS, RatingScale

POPCORN = RatingScale(6, 0.5, "Popcorn")


@pytest.mark.parametrize(
    ("value", "scale", "words"),
    [
        (7.5, TEN_POINTS, "7,5 von 10 Punkten"),
        (3.5, FIVE_STARS, "3,5 von 5 Sternen"),
        (75, PERCENT, "75 Prozent"),
        (5.5, POPCORN, "5,5 von 6 Popcorn"),
        (7, RatingScale(10, 1, "Eimer"), "7 von 10 Eimern"),
        (2, RatingScale(3), "2 von 3"),
        (None, TEN_POINTS, "keine Wertung"),
    ],
)
def test_rating_in_words(value: float | None, scale: RatingScale, words: str) -> None:
    assert spoken_rating(value, scale) == words


class _PointForComma(QTranslator):
    """The decimal separator of English, and nothing else."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return "." if (context, source) == ("RatingText", ",") else source


def test_separator_is_that_of_the_interface(qapp: QApplication) -> None:
    points, percent = TEN_POINTS, PERCENT
    assert (short_rating(7.5, points), short_rating(75, percent)) == ("★ 7,5", "75 %")
    english = _PointForComma(qapp)
    qapp.installTranslator(english)
    try:
        assert (short_rating(7.5, points), short_rating(75, percent)) == ("★ 7.5", "75 %")
        assert spoken_rating(7.5, points).startswith("7.5 ")
    finally:
        qapp.removeTranslator(english)
