"""Ratings as stars and as words."""

import math
from dataclasses import dataclass

from editor.export.nodes.sanitize import one_line
from editor.review.german_notation import drop_zero_fraction, format_number
from editor.review.rating import RatingScale, dative_plural

_PERCENT = "%"


@dataclass(frozen=True, slots=True)
class StarRating:
    """A rating ready to be shown; ``full``, ``half`` and ``empty`` are numbers of stars."""

    full: int
    half: int
    empty: int
    short: str
    """“7,5/10” or “75 %”."""
    words: str
    """“7,5 von 10 Punkten” or “75 %”."""
    value: float | int
    """The rating as a number, followed by the best and the worst one possible."""
    best: float | int
    worst: float | int = 0


def star_rating(value: float, scale: RatingScale) -> StarRating:
    """Return ``value`` on ``scale``. A value outside the scale keeps its number."""
    halves = math.floor(min(max(value, 0), scale.star_count) * 2 + 0.5)
    short, words = _texts(value, scale)
    return StarRating(
        full=halves // 2,
        half=halves % 2,
        empty=scale.star_count - (halves + 1) // 2,
        short=short,
        words=words,
        value=drop_zero_fraction(value),
        best=drop_zero_fraction(scale.best),
    )


def _texts(value: float, scale: RatingScale) -> tuple[str, str]:
    unit = one_line(scale.unit)
    if unit == _PERCENT:
        percent = f"{format_number(value)}\xa0%"
        return percent, percent
    best = format_number(scale.best)
    words = f"{format_number(value)} von {best} {dative_plural(unit)}".rstrip()
    return f"{format_number(value)}/{best}", words


def rating_text(score: StarRating) -> str:
    """Return a rating as stars and words: “★★★½ (7,5 von 10 Punkten)”."""
    stars = "★" * score.full + "½" * score.half + "☆" * score.empty
    return f"{stars} ({score.words})" if stars else score.words
