"""A rating as stars and as words."""

import math
from dataclasses import dataclass

from editor.export.nodes.sanitize import one_line
from editor.review.rating import Scale, dative, german, plain

_PERCENT = "%"


@dataclass(frozen=True, slots=True)
class Score:
    """A rating ready to be shown; ``full``, ``half`` and ``empty`` count stars, all 0 for none."""

    full: int
    half: int
    empty: int
    short: str
    """„7,5/10“, or „75 %“."""
    words: str
    """„7,5 von 10 Punkten“, or „75 %“."""
    value: float | int
    """The rating as it is written for machines, and the best and worst there could be."""
    best: float | int
    worst: float | int = 0


def score(value: float, scale: Scale) -> Score:
    """Return ``value`` on ``scale``; a value outside the scale keeps its number."""
    halves = math.floor(min(max(value, 0), scale.stars) * 2 + 0.5)
    short, words = _texts(value, scale)
    return Score(
        full=halves // 2,
        half=halves % 2,
        empty=scale.stars - (halves + 1) // 2,
        short=short,
        words=words,
        value=plain(value),
        best=plain(scale.best),
    )


def _texts(value: float, scale: Scale) -> tuple[str, str]:
    unit = one_line(scale.unit)
    if unit == _PERCENT:
        percent = f"{german(value)}\xa0%"
        return percent, percent
    best = german(scale.best)
    words = f"{german(value)} von {best} {dative(unit)}".rstrip()
    return f"{german(value)}/{best}", words
