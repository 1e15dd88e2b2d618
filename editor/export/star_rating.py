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
    """“7,5/10”, “75 %” or “Note 2”; the number alone for a rating outside its scale."""
    words: str
    """“7,5 von 10 Punkten”, “75 %” or “Note 2 (1 bis 6, 1 ist am besten)”."""
    value: float | int
    """The rating as a number, followed by the best and the worst one possible."""
    best: float | int | None
    """None for a rating outside its scale, as ``worst``."""
    worst: float | int | None = 0


def star_rating(value: float, scale: RatingScale) -> StarRating:
    """Return ``value`` on ``scale``; a value outside it is a number without stars."""
    if not scale.contains(value):
        number = format_number(value)
        return StarRating(0, 0, 0, number, number, drop_zero_fraction(value), None, None)
    halves = math.floor(min(value, scale.star_count) * 2 + 0.5)
    short, words = _texts(value, scale)
    return StarRating(
        full=halves // 2,
        half=halves % 2,
        empty=scale.star_count - (halves + 1) // 2,
        short=short,
        words=words,
        value=drop_zero_fraction(value),
        best=drop_zero_fraction(scale.best),
        worst=drop_zero_fraction(scale.worst),
    )


def _texts(value: float, scale: RatingScale) -> tuple[str, str]:
    unit, number = one_line(scale.unit), format_number(value)
    if unit == _PERCENT:
        percent = f"{number}\xa0%"
        return percent, percent
    best = format_number(scale.best)
    if scale.descending:
        grade = f"{unit}\xa0{number}".lstrip()
        return grade, f"{grade} ({best} bis {format_number(scale.worst)}, {best} ist am besten)"
    words = f"{number} von {best} {dative_plural(unit)}".rstrip()
    return f"{number}/{best}", words


def rating_text(score: StarRating) -> str:
    """Return a rating as stars and words: “★★★½ (7,5 von 10 Punkten)”."""
    stars = "★" * score.full + "½" * score.half + "☆" * score.empty
    return f"{stars} ({score.words})" if stars else score.words
