"""Ratings on another scale: the same share of the best value, and nothing rounded in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.review import rating
from editor.review.form import load_form
from editor.review.model import Review
from editor.review.rating import (
    FIVE_STARS,
    PERCENT,
    SCHOOL_GRADES,
    TEN_POINTS,
    RatingScale,
    ratings_of,
)
from editor.review.rating_conversion import convert_scale
from editor.storage.review_file import dumps, new_review, parse

EMPTY = new_review(load_form("series"))
SCALES = st.builds(
    RatingScale,
    st.sampled_from((1.0, 5.0, 6.0, 7.5, 10.0, 20.0, 100.0)),
    st.sampled_from((0.1, 0.25, 0.5, 1.0)),
) | st.sampled_from((SCHOOL_GRADES, RatingScale(1, 0.25, worst=5), RatingScale(5, 1, worst=1)))
SECTIONS = ("story", "cast", "bild", "verdict")


def rated(scale: RatingScale | None = TEN_POINTS, **ratings: float) -> Review:
    review = rating.with_scale(EMPTY, scale)
    for section, value in ratings.items():
        review = rating.with_rating(review, section, value)
    return review


@st.composite
def rated_reviews(draw: st.DrawFn) -> Review:
    """Return reviews whose ratings are on steps of their scale."""
    scale = draw(SCALES)
    steps = st.integers(0, int(scale.steps_to(scale.best)))
    ratings = draw(st.dictionaries(st.sampled_from(SECTIONS), steps))
    return rated(scale, **{key: scale.at_step(n) for key, n in ratings.items()})


@pytest.mark.parametrize(
    ("value", "old", "new", "result"),
    [
        (6.5, TEN_POINTS, PERCENT, 65),
        (65, PERCENT, TEN_POINTS, 6.5),
        (7, TEN_POINTS, FIVE_STARS, 3.5),
        (0, TEN_POINTS, FIVE_STARS, 0),
        (10, TEN_POINTS, RatingScale(6, 1), 6),
        (0.3, RatingScale(1, 0.1), PERCENT, 30),
        (8, TEN_POINTS, RatingScale(10, 1, "Sterne"), 8),
        (8, TEN_POINTS, SCHOOL_GRADES, 2),
        (0, TEN_POINTS, SCHOOL_GRADES, 6),
        (1, SCHOOL_GRADES, FIVE_STARS, 5),
        (3, SCHOOL_GRADES, RatingScale(1, 1, worst=11), 5),
        (1, RatingScale(5, 1, worst=1), SCHOOL_GRADES, 6),
    ],
)
def test_ratings_that_come_out_even(
    value: float, old: RatingScale, new: RatingScale, result: float
) -> None:
    conversion = convert_scale(rated(old, story=value, verdict=value), new)
    assert ratings_of(conversion.after) == {"story": result, "verdict": result}
    assert rating.scale_of(conversion.after) == new
    assert not conversion.rounded


def test_rating_between_two_steps_is_rounded_and_named() -> None:
    conversion = convert_scale(rated(story=6.5, cast=7, verdict=6.5), FIVE_STARS)
    assert ratings_of(conversion.after) == {"story": 3.5, "cast": 3.5, "verdict": 3.5}
    assert [(one.section_id, float(one.converted)) for one in conversion.rounded] == [
        ("story", 3.25),
        ("verdict", 3.25),
    ]


def test_rating_beyond_its_scale_is_not_cut_in_silence() -> None:
    conversion = convert_scale(rated(story=12), PERCENT)
    (one,) = conversion.rounded
    assert one.outside
    assert (float(one.converted), one.new) == (12, 12)
    assert ratings_of(conversion.before) == ratings_of(conversion.kept)


def test_rating_beyond_its_scale_fits_the_scale_that_it_was_meant_for() -> None:
    review = rated(RatingScale(6, 1), story=8)
    assert [one.new for one in convert_scale(review, TEN_POINTS).rounded] == [8]
    assert [one.new for one in convert_scale(review, FIVE_STARS).rounded] == [5]


def test_whole_numbers_stay_whole_in_the_file() -> None:
    assert "{story: 65}" in dumps(convert_scale(rated(story=6.5), PERCENT).after)


def test_numbers_can_be_kept_where_the_new_scale_has_them() -> None:
    conversion = convert_scale(rated(story=4, verdict=4.5), FIVE_STARS)
    assert conversion.keepable
    assert ratings_of(conversion.kept) == {"story": 4, "verdict": 4.5}
    assert rating.scale_of(conversion.kept) == FIVE_STARS
    assert not convert_scale(rated(story=6), FIVE_STARS).keepable


@given(rated_reviews(), SCALES)
def test_there_and_back_again_when_even(review: Review, scale: RatingScale) -> None:
    old = rating.scale_of(review)
    conversion = convert_scale(review, scale)
    if not conversion.rounded:
        assert ratings_of(convert_scale(conversion.after, old).after) == ratings_of(review)


@given(rated_reviews(), SCALES)
def test_every_rating_stays_within_half_a_step_of_its_share(
    review: Review, scale: RatingScale
) -> None:
    old = rating.scale_of(review)
    assert old is not None
    after = ratings_of(convert_scale(review, scale).after)
    for key, value in ratings_of(review).items():
        # The best value itself need not be on a step: 7.5 in steps of 1.
        share = (value - old.worst) / (old.best - old.worst)
        place = scale.worst + share * (scale.best - scale.worst)
        assert abs(after[key] - place) <= scale.step / 2 + 1e-9
        assert scale.contains(after[key])
    assert after.keys() == ratings_of(review).keys()


@given(rated_reviews(), SCALES)
def test_hidden_ratings_are_converted_from_the_scale_that_they_had(
    review: Review, scale: RatingScale
) -> None:
    hidden = parse(dumps(convert_scale(review, None).after))
    assert rating.scale_of(hidden) is None
    assert ratings_of(hidden) == ratings_of(review)
    shown, direct = convert_scale(hidden, scale), convert_scale(review, scale)
    if ratings_of(review):
        assert ratings_of(shown.after) == ratings_of(direct.after)
        assert shown.rounded == direct.rounded


def test_same_scale_changes_nothing() -> None:
    review = rated(story=7.25)
    assert convert_scale(review, TEN_POINTS).after == review
    assert not convert_scale(review, RatingScale(10, 0.5, "Popcorn")).rounded


def test_unknown_scale_is_not_guessed() -> None:
    review = parse("---\nrating_scale: none\nratings: {story: 4}\n---\n")
    conversion = convert_scale(review, PERCENT)
    assert ratings_of(conversion.after) == {"story": 4}
    assert not conversion.rounded


def test_rating_whose_number_stays_is_not_among_the_changed() -> None:
    conversion = convert_scale(rated(TEN_POINTS, story=8, cast=0), FIVE_STARS)
    assert [(one.section_id, one.old, one.new) for one in conversion.changed] == [("story", 8, 4)]
