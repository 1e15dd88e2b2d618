"""Ratings in words, and with the decimal separator of the interface language."""

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from editor.gui.form.rating_text import RatingDetail, short_rating, shown_rating, spoken_rating
from editor.review.rating import FIVE_STARS, PERCENT, SCHOOL_GRADES, TEN_POINTS, RatingScale

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
        (2.5, SCHOOL_GRADES, "Note 2,5"),
        (3, RatingScale(1, worst=10, unit="Platz"), "Platz 3"),
        (8, POPCORN, "8, nicht auf der Skala von 0 bis 6"),
        (7, SCHOOL_GRADES, "7, nicht auf der Skala von 1 bis 6"),
        (None, TEN_POINTS, "keine Wertung"),
    ],
)
def test_rating_in_words(value: float | None, scale: RatingScale, words: str) -> None:
    assert spoken_rating(value, scale) == words


@pytest.mark.parametrize(
    ("value", "scale", "text", "without_unit", "short"),
    [
        (8, TEN_POINTS, "8 von 10 Punkten", "8 von 10", "★ 8"),
        (4, RatingScale(5, 1, "Daumen"), "4 von 5 Daumen", "4 von 5", "★ 4"),
        (75, PERCENT, "75 %", "75 %", "75 %"),
        (2, SCHOOL_GRADES, "Note 2", "Note 2", "Note 2"),
        (8, POPCORN, "8 (nicht auf der Skala)", "8 (nicht auf der Skala)", "8"),
        (120, PERCENT, "120 (nicht auf der Skala)", "120 (nicht auf der Skala)", "120"),
    ],
)
def test_rating_is_shown_with_its_unit(
    value: float, scale: RatingScale, text: str, without_unit: str, short: str
) -> None:
    assert shown_rating(value, scale) == text
    assert shown_rating(value, scale, RatingDetail.BEST) == without_unit
    assert short_rating(value, scale) == short
    assert "–" in shown_rating(None, scale)


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
