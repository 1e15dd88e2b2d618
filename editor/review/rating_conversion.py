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
    """The same share of the new scale's best value as ``old`` was of the old one's."""
    new: float
    """``converted`` on the nearest step of the new scale."""

    @property
    def even(self) -> bool:
        """Whether ``converted`` is on a step of the new scale, so that nothing is rounded."""
        return self.converted == exact(self.new)


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
        """The ratings that do not come out even on the new scale."""
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
    """Return ``review`` on ``scale``: each rating keeps its share of the best value.

    6.5 of 10 becomes 65 of 100. A value between two steps is rounded, half a step up. For None the
    ratings are hidden; they and those on an equal scale stay as they are.
    """
    old = stored_scale(review)
    after = with_scale(review, scale)
    if scale is None or old is None or (old.best, old.step) == (scale.best, scale.step):
        return ScaleConversion(review, after, old, scale)
    ratings = tuple(
        ConvertedRating(key, value, share := old.convert(value, scale), scale.round_exact(share))
        for key, value in ratings_of(review).items()
    )
    for rating in ratings:
        after = with_rating(after, rating.section_id, rating.new)
    return ScaleConversion(review, after, old, scale, ratings)
