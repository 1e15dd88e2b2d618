"""Rating scales, and ratings on them: small values with exact rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.review import rating
from editor.review.form import load_form
from editor.review.rating import FIVE_STARS, PERCENT, SCHOOL_GRADES, TEN_POINTS, RatingScale
from editor.storage.review_file import new_review, parse

EMPTY = new_review(load_form("series"))


@pytest.mark.parametrize(
    ("source", "scale"),
    [
        ("rating_scale: {best: 5, step: 0.5, unit: Sterne}", FIVE_STARS),
        ("rating_scale: none", None),
        ("title: ohne", TEN_POINTS),
        ("rating_scale: {best: 0}", TEN_POINTS),
        ("rating_scale: {best: viel}", TEN_POINTS),
        ("rating_scale: [1]", TEN_POINTS),
        ("rating_scale: {best: 20, unit: Popcorn}", RatingScale(20, 1, "Popcorn")),
        ("rating_scale: {best: 20, unit: }", RatingScale(20)),
        ("rating_scale: {best: 1, worst: 6, step: 0.5, unit: Note}", SCHOOL_GRADES),
        ("rating_scale: {best: 5, worst: 1}", RatingScale(5, worst=1)),
        ("rating_scale: {best: 6, worst: 6}", TEN_POINTS),
        ("rating_scale: {best: 6, worst: schlecht}", TEN_POINTS),
        ("rating_scale: {best: 6, worst: -6}", TEN_POINTS),
        ("rating_scale: {best: 1, worst: 6, step: 7}", TEN_POINTS),
    ],
)
def test_scale_of_a_file(source: str, scale: RatingScale | None) -> None:
    assert rating.scale_of(parse(f"---\n{source}\n---\n")) == scale


@pytest.mark.parametrize(
    "scale", [TEN_POINTS, SCHOOL_GRADES, PERCENT, None, RatingScale(6, 0.25, "Daumen", worst=1)]
)
def test_scale_comes_back_from_the_file(scale: RatingScale | None) -> None:
    assert rating.scale_of(rating.with_scale(EMPTY, scale)) == scale


@pytest.mark.parametrize(
    ("best", "stars"), [(5, 5), (10, 10), (6.0, 6), (7.5, 0), (0.5, 0), (20, 0)]
)
def test_stars_show_a_scale_of_whole_ones(best: float, stars: int) -> None:
    assert RatingScale(best).star_count == stars


@pytest.mark.parametrize(
    ("unit", "wanted"),
    [
        *(("Punkte", "Punkten"), ("Eimer", "Eimern"), ("Möbel", "Möbeln")),
        *(("Daumen", "Daumen"), ("Popcorn", "Popcorn"), ("", "")),
    ],
)
def test_a_unit_as_von_wants_it(unit: str, wanted: str) -> None:
    assert rating.dative_plural(unit) == wanted


def test_ratings_are_set_and_removed() -> None:
    review = rating.with_rating(rating.with_rating(EMPTY, "story", 7.5), "verdict", 8)
    assert (rating.rating_of(review, "story"), rating.rating_of(review, "verdict")) == (7.5, 8)
    assert review.fact("ratings") == {"story": 7.5}
    gone = rating.with_rating(rating.with_rating(review, "story", None), "verdict", None)
    assert gone == EMPTY


def test_foreign_ratings_stay_when_one_is_edited() -> None:
    review = parse("---\nratings: {story: 7, musik: 9, cast: gut}\n---\n")
    assert rating.with_rating(review, "story", 8.0).fact("ratings") == {
        "story": 8,
        "musik": 9,
        "cast": "gut",
    }
    assert rating.rating_of(review, "cast") is None


def test_grades_have_no_stars() -> None:
    assert SCHOOL_GRADES.descending
    assert SCHOOL_GRADES.star_count == 0
    assert RatingScale(5, worst=1).star_count == 5


SCALES = (
    TEN_POINTS,
    FIVE_STARS,
    PERCENT,
    SCHOOL_GRADES,
    RatingScale(3, 0.1),
    RatingScale(5, worst=1),
)


@given(st.floats(-5, 200), st.sampled_from(SCALES))
def test_rounded_value_is_a_step_of_the_scale(value: float, scale: RatingScale) -> None:
    rounded = scale.round(value)
    assert scale.contains(rounded)
    steps = float(scale.steps_to(rounded))
    assert steps == pytest.approx(round(steps))
    if scale.contains(value):
        assert abs(rounded - value) <= scale.step / 2 + 1e-9
