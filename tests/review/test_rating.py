"""The overall rating that the section ratings suggest."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from editor.errors import FormError
from editor.paths import resource
from editor.review import rating
from editor.review.form import Form, load_form, read_form
from editor.review.model import Review
from editor.review.rating import (
    FIVE_STARS,
    PERCENT,
    SCHOOL_GRADES,
    TEN_POINTS,
    RatingScale,
    mean_rating,
    proposed_rating,
)
from editor.storage.review_file import new_review

SERIES = load_form("series")


def rated(scale: RatingScale | None = TEN_POINTS, **ratings: float) -> Review:
    review = rating.with_scale(new_review(SERIES), scale)
    for section, value in ratings.items():
        review = rating.with_rating(review, section, value)
    return review


def weighted(**weights: float) -> Form:
    sections = (replace(s, weight=weights.get(s.id, 1)) for s in SERIES.sections)
    return replace(SERIES, sections=tuple(sections))


@pytest.mark.parametrize(
    ("scale", "ratings", "result"),
    [
        (TEN_POINTS, {"story": 7, "cast": 8}, 7.5),
        (TEN_POINTS, {"story": 7, "cast": 7.5}, 7.5),  # 7.25 is between two steps
        (TEN_POINTS, {"story": 7, "cast": 7, "effects": 7.5}, 7),
        (RatingScale(10, 1), {"story": 6, "cast": 7}, 7),
        (RatingScale(10, 1), {"story": 7, "cast": 8}, 8),
        (RatingScale(1, 0.1), {"story": 0.1, "cast": 0.2}, 0.2),
        (FIVE_STARS, {"story": 9, "cast": 9}, None),  # outside the scale
        (FIVE_STARS, {"story": 9, "cast": 4}, 4),
        (SCHOOL_GRADES, {"story": 1, "cast": 2.5}, 1.5),  # 1.75: half a step to the better grade
        (RatingScale(1, 1, worst=6), {"story": 2, "cast": 3}, 2),
        (PERCENT, {"story": 70}, 70),
        (TEN_POINTS, {"story": 7, "verdict": 1, "musik": 1}, 7),
        (TEN_POINTS, {}, None),
        (None, {"story": 7}, None),
    ],
)
def test_proposed(
    scale: RatingScale | None, ratings: dict[str, float], result: float | None
) -> None:
    assert proposed_rating(rated(scale, **ratings), SERIES) == result


def test_weights_of_the_form() -> None:
    review = rated(story=9, cast=6, effects=1)
    assert proposed_rating(review, weighted(story=2, effects=0)) == 8
    assert mean_rating(review, weighted(story=0, cast=0, effects=0)) is None


def test_proposal_changes_nothing() -> None:
    review = rated(story=9, verdict=3)
    proposed_rating(review, SERIES)
    assert rating.rating_of(review, "verdict") == 3


@pytest.mark.parametrize(("value", "result"), [(7.25, 7.5), (7.75, 8.0), (6.75, 7.0), (-1, 0)])
def test_half_a_step_is_rounded_away_from_zero(value: float, result: float) -> None:
    assert TEN_POINTS.round(value) == result


def test_weight_is_read_from_the_form(tmp_path: Path) -> None:
    path = tmp_path / "f.toml"
    source = resource("forms", "film.toml").read_text("utf-8")
    assert "weight" not in tomllib.loads(source)["sections"][2]
    path.write_text(source.replace('id = "story"', 'id = "story"\nweight = 2.5'), "utf-8")
    story, cast = read_form(path).section("story"), read_form(path).section("cast")
    assert story is not None
    assert cast is not None
    assert (story.weight, cast.weight) == (2.5, 1)


@pytest.mark.parametrize("weight", ["-1", "true", '"viel"', "inf", "nan"])
def test_weight_that_makes_no_sense(weight: str, tmp_path: Path) -> None:
    path = tmp_path / "f.toml"
    source = resource("forms", "film.toml").read_text("utf-8")
    path.write_text(source.replace('id = "story"', f'id = "story"\nweight = {weight}'), "utf-8")
    with pytest.raises(FormError, match="nicht lesbar"):
        read_form(path)
