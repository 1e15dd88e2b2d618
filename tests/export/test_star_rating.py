import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.export.star_rating import star_rating
from editor.review.rating import FIVE_STARS, PERCENT, SCHOOL_GRADES, TEN_POINTS, RatingScale


@pytest.mark.parametrize(
    ("value", "scale", "stars", "short", "words"),
    [
        (7.5, TEN_POINTS, (7, 1, 2), "7,5/10", "7,5 von 10 Punkten"),
        (8, TEN_POINTS, (8, 0, 2), "8/10", "8 von 10 Punkten"),
        (0, TEN_POINTS, (0, 0, 10), "0/10", "0 von 10 Punkten"),
        (10, TEN_POINTS, (10, 0, 0), "10/10", "10 von 10 Punkten"),
        (3.25, FIVE_STARS, (3, 1, 1), "3,25/5", "3,25 von 5 Sternen"),
        (3.2, FIVE_STARS, (3, 0, 2), "3,2/5", "3,2 von 5 Sternen"),
        (74, PERCENT, (0, 0, 0), "74\xa0%", "74\xa0%"),
        (15, RatingScale(20, 1, "Punkte"), (0, 0, 0), "15/20", "15 von 20 Punkten"),
        (2, RatingScale(4, 1, "Daumen"), (2, 0, 2), "2/4", "2 von 4 Daumen"),
        (2, RatingScale(3, 1, "Eier"), (2, 0, 1), "2/3", "2 von 3 Eiern"),
        (2, RatingScale(3), (2, 0, 1), "2/3", "2 von 3"),
        (2, SCHOOL_GRADES, (0, 0, 0), "Note\xa02", "Note\xa02 (1 bis 6, 1 ist am besten)"),
        (1.5, RatingScale(1, 0.1, worst=5), (0, 0, 0), "1,5", "1,5 (1 bis 5, 1 ist am besten)"),
        (4, RatingScale(5, 1, "Sterne", worst=1), (4, 0, 1), "4/5", "4 von 5 Sternen"),
        (12, TEN_POINTS, (0, 0, 0), "12", "12"),
        (-1, TEN_POINTS, (0, 0, 0), "-1", "-1"),
        (7, SCHOOL_GRADES, (0, 0, 0), "7", "7"),
        (7.5, RatingScale(7.5, 0.5), (0, 0, 0), "7,5/7,5", "7,5 von 7,5"),
        (0.5, RatingScale(0.5, 0.5), (0, 0, 0), "0,5/0,5", "0,5 von 0,5"),
    ],
)
def test_a_rating_is_stars_and_words(
    value: float, scale: RatingScale, stars: tuple[int, int, int], short: str, words: str
) -> None:
    found = star_rating(value, scale)
    assert (found.full, found.half, found.empty) == stars
    assert (found.short, found.words) == (short, words)


@given(st.floats(allow_nan=False, allow_infinity=False), st.floats(0.1, 1000))
def test_a_rating_has_all_stars_of_its_scale_or_none(value: float, best: float) -> None:
    scale = RatingScale(best)
    found = star_rating(value, scale)
    stars = scale.star_count if scale.contains(value) else 0
    assert found.full + found.half + found.empty == stars
    assert (found.best is None) == (not scale.contains(value))
    assert min(found.full, found.half, found.empty) >= 0
