"""Ratings of the sections and of the whole review, on a scale that the writer chooses."""

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from editor.review.form import Form
from editor.review.german_notation import drop_zero_fraction
from editor.review.model import VERDICT, Review

_SCALE, _RATINGS, _OVERALL = "rating_scale", "ratings", "verdict_rating"
_NO_SCALE = "none"
_HIDDEN = "hidden"
"""Key of a scale whose ratings are not shown: they can be shown again as they were."""
_MOST_STARS = 10
_DATIVE_N = ("e", "el", "er")


def exact(value: float) -> Fraction:
    """Return the decimal number that was typed: 0.1 is a tenth, not the nearest binary fraction."""
    return Fraction(str(value))


@dataclass(frozen=True, slots=True)
class RatingScale:
    """A scale from ``worst`` to ``best`` in steps of ``step``; ``unit`` is the name of its points.

    ``best`` is below ``worst`` on a scale of grades, where 1 is the best value. All values are at
    least 0.
    """

    best: float
    step: float = 1
    unit: str = ""
    worst: float = 0

    @property
    def descending(self) -> bool:
        """Whether a smaller number is the better rating, as with German school grades."""
        return self.best < self.worst

    @property
    def low(self) -> float:
        """The smallest number of the scale."""
        return min(self.best, self.worst)

    @property
    def high(self) -> float:
        """The largest number of the scale."""
        return max(self.best, self.worst)

    @property
    def span(self) -> Fraction:
        """Distance from the worst to the best value."""
        return abs(exact(self.best) - exact(self.worst))

    @property
    def star_count(self) -> int:
        """Number of stars that show this scale; 0 above 10, for a fraction and for grades."""
        has_stars = self.best <= _MOST_STARS and float(self.best).is_integer()
        return int(self.best) if has_stars and not self.descending else 0

    def contains(self, value: float) -> bool:
        """Tell whether ``value`` lies between the ends of the scale."""
        return self.low <= value <= self.high

    def round(self, value: float) -> float:
        """Return ``value`` on the nearest step within the scale, half a step to the better one."""
        return self.round_exact(exact(value))

    def round_exact(self, value: Fraction) -> float:
        """Return an exact ``value`` on the nearest step within the scale.

        Half a step goes to the better one: 7.25 points are 7.5, and in steps of 1 an average grade
        of 2.5 is a 2, as in German examination regulations („gut“ is 1.6 to 2.5).
        """
        return self.at_step(math.floor(self._steps_to(value) + Fraction(1, 2)))

    def at_step(self, count: int) -> float:
        """Return the value ``count`` steps from the worst one, at most the best."""
        way = min(max(exact(self.step) * count, Fraction(0)), self.span)
        return float(exact(self.worst) + (-way if self.descending else way))

    def steps_to(self, value: float) -> Fraction:
        """Return the number of steps from the worst value to ``value``, which may be a fraction."""
        return self._steps_to(exact(value))

    def convert(self, value: float, other: "RatingScale") -> Fraction:
        """Return the place of ``value`` between worst and best of ``other``, exactly."""
        way = exact(other.best) - exact(other.worst)
        share = (exact(value) - exact(self.worst)) / (exact(self.best) - exact(self.worst))
        return exact(other.worst) + share * way

    def _steps_to(self, value: Fraction) -> Fraction:
        way = value - exact(self.worst)
        return (-way if self.descending else way) / exact(self.step)


TEN_POINTS = RatingScale(10, 0.5, "Punkte")
FIVE_STARS = RatingScale(5, 0.5, "Sterne")
PERCENT = RatingScale(100, 1, "%")
SCHOOL_GRADES = RatingScale(1, 0.5, "Note", worst=6)
"""German school grades: 1 is very good, 6 unsatisfactory."""


def scale_of(review: Review) -> RatingScale | None:
    """Return the rating scale of the review, None for a review without ratings.

    When the file has no scale or an invalid one, it is ten points in halves, the most common scale
    of German disc reviews.
    """
    raw = review.fact(_SCALE)
    hidden = isinstance(raw, dict) and raw.get(_HIDDEN) is True
    return None if hidden else stored_scale(review)


def stored_scale(review: Review) -> RatingScale | None:
    """Return the scale that the stored ratings are on, also while they are not shown.

    None when the file says that there are no ratings, without a scale.
    """
    raw = review.fact(_SCALE)
    if raw == _NO_SCALE:
        return None
    return (_scale(raw) if isinstance(raw, dict) else None) or TEN_POINTS


def with_scale(review: Review, scale: RatingScale | None) -> Review:
    """Return the review with ``scale``, None for no ratings. The stored ratings do not change.

    Without ratings to show, the scale of the stored ones is kept beside them.
    """
    stored = stored_scale(review)
    if scale is None:
        hidden = {**_raw(stored), _HIDDEN: True} if stored and ratings_of(review) else _NO_SCALE
        return review.with_fact(_SCALE, hidden)
    return review.with_fact(_SCALE, _raw(scale))


def ratings_of(review: Review) -> dict[str, float]:
    """Return all stored ratings by section id, the overall one last under "verdict"."""
    ratings = review.fact(_RATINGS)
    sections = [str(key) for key in ratings] if isinstance(ratings, dict) else []
    keys = [*(key for key in sections if key != VERDICT), VERDICT]
    return {key: value for key in keys if (value := rating_of(review, key)) is not None}


def rating_of(review: Review, section_id: str) -> float | None:
    """Return the rating of a section, or for "verdict" of the whole review; None without one."""
    if section_id == VERDICT:
        return _number(review.fact(_OVERALL))
    ratings = review.fact(_RATINGS)
    return _number(ratings.get(section_id)) if isinstance(ratings, dict) else None


def with_rating(review: Review, section_id: str, value: float | None) -> Review:
    """Return the review with the rating of a section set, or removed for None."""
    stored = None if value is None else drop_zero_fraction(value)
    if section_id == VERDICT:
        return review.with_fact(_OVERALL, stored)
    ratings = review.fact(_RATINGS)
    new = dict(ratings) if isinstance(ratings, dict) else {}
    if stored is None:
        new.pop(section_id, None)
    else:
        new[section_id] = stored
    return review.with_fact(_RATINGS, new)


def mean_rating(review: Review, form: Form) -> Fraction | None:
    """Return the exact mean of the section ratings, weighted as in the form.

    Ratings outside the scale do not count. None when no section with a weight is rated, or the
    review has no ratings.
    """
    scale = scale_of(review)
    if scale is None:
        return None
    rated = [
        (exact(field.weight), exact(value))
        for field in form.sections
        if field.rated and field.id != VERDICT
        if (value := rating_of(review, field.id)) is not None and scale.contains(value)
    ]
    total = sum((weight for weight, _ in rated), Fraction(0))
    return sum((w * value for w, value in rated), Fraction(0)) / total if total else None


def proposed_rating(review: Review, form: Form) -> float | None:
    """Return the mean of the section ratings on a step of the scale, half a step to the better one.

    It is only a proposal for the overall rating. None when no section with a weight is rated, or
    the review has no ratings.
    """
    scale, value = scale_of(review), mean_rating(review, form)
    return None if scale is None or value is None else scale.round_exact(value)


def dative_plural(unit: str) -> str:
    """Return the dative of a plural: Punkte → Punkten, Sterne → Sternen, Daumen → Daumen."""
    return f"{unit}n" if unit.endswith(_DATIVE_N) else unit


def _raw(scale: RatingScale) -> dict[str, Any]:
    # Programs that know no worst value read a scale from 0 as they always did.
    worst = {"worst": drop_zero_fraction(scale.worst)} if scale.worst else {}
    return {
        "best": drop_zero_fraction(scale.best),
        **worst,
        "step": drop_zero_fraction(scale.step),
        "unit": scale.unit,
    }


def _scale(raw: dict[str, Any]) -> RatingScale | None:
    best, step = _number(raw.get("best")), _number(raw.get("step", 1))
    worst = _number(raw.get("worst", 0))
    if best is None or worst is None or not step or min(best, worst, step) < 0:
        return None
    unit = raw.get("unit")
    scale = RatingScale(best, step, "" if unit is None else str(unit), worst)
    return scale if exact(step) <= scale.span else None


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if math.isfinite(value) else None
