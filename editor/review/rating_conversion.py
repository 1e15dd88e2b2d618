"""Conversion of all ratings of a review to another rating scale."""

from dataclasses import dataclass
from fractions import Fraction

from editor.review.model import Review
from editor.review.rating import (
    RatingScale,
    exact,
    ratings_of,
    stored_scale,
    with_rating,
    with_scale,
)


@dataclass(frozen=True, slots=True)
class ConvertedRating:
    """One rating before and after the conversion; ``section_id`` is "verdict" for the overall."""

    section_id: str
    old: float
    converted: Fraction
    """Place on the new scale, as far from its worst to its best value as ``old`` was on the old
    one; the number itself where ``old`` is outside the old scale."""
    new: float
    """``converted`` on the nearest step of the new scale."""
    outside: bool = False
    """Whether ``old`` is not on the old scale, so that it has no place to convert."""

    @property
    def even(self) -> bool:
        """Whether ``converted`` is certain and on a step of the new scale: nothing is rounded."""
        return not self.outside and self.converted == exact(self.new)


@dataclass(frozen=True, slots=True)
class ScaleConversion:
    """A review on another scale, and what became of its ratings."""

    before: Review
    after: Review
    old_scale: RatingScale | None
    """Scale of the stored ratings, None when it is not known."""
    new_scale: RatingScale | None
    """None when the ratings are hidden."""
    ratings: tuple[ConvertedRating, ...] = ()
    """Empty when nothing had to be converted."""

    @property
    def rounded(self) -> tuple[ConvertedRating, ...]:
        """The ratings that do not come out even on the new scale, or were outside the old one."""
        return tuple(rating for rating in self.ratings if not rating.even)

    @property
    def changed(self) -> tuple[ConvertedRating, ...]:
        """The ratings whose number has changed."""
        return tuple(rating for rating in self.ratings if rating.old != rating.new)

    @property
    def keepable(self) -> bool:
        """Whether the old numbers are values of the new scale, too, and can stand as they are."""
        scale = self.new_scale
        return scale is not None and all(scale.round(r.old) == r.old for r in self.ratings)

    @property
    def kept(self) -> Review:
        """The review on the new scale with the old numbers."""
        return with_scale(self.before, self.new_scale)


def convert_scale(review: Review, scale: RatingScale | None) -> ScaleConversion:
    """Return ``review`` on ``scale``: each rating keeps its place between worst and best value.

    6.5 of 10 becomes 65 of 100, and 8 of 10 grade 2 of 1 to 6. A value between two steps is
    rounded, half a step to the better one. For None the ratings are hidden; they and those on an
    equal scale stay as they are.
    """
    old = stored_scale(review)
    after = with_scale(review, scale)
    if scale is None or old is None or _range(old) == _range(scale):
        return ScaleConversion(review, after, old, scale)
    ratings = tuple(_converted(key, value, old, scale) for key, value in ratings_of(review).items())
    for rating in ratings:
        after = with_rating(after, rating.section_id, rating.new)
    return ScaleConversion(review, after, old, scale, ratings)


def _converted(
    section_id: str, value: float, old: RatingScale, new: RatingScale
) -> ConvertedRating:
    inside = old.contains(value)
    place = old.convert(value, new) if inside else exact(value)
    return ConvertedRating(section_id, value, place, new.round_exact(place), outside=not inside)


def _range(scale: RatingScale) -> tuple[float, float, float]:
    return scale.best, scale.worst, scale.step
