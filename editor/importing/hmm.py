"""Hidden Markov model of a text: the pieces are the observations, the sections the states.

The words of a piece give scores for sections. Reviewers keep to the order of the form, stay in a
section for a while, and change it mostly at a new paragraph. The forward-backward algorithm
combines both into probabilities (Rabiner, “A Tutorial on Hidden Markov Models”, 1989).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_ONWARD, _BACK = 0.1, 0.03
"""Weights of a change relative to staying: to a later section, and to an earlier one."""
_TO_FIRST = 1e-6
"""The same for the first section: a text is introduced only once."""
_AT_PARAGRAPH = 3.0
"""Factor of a change at the start of a paragraph."""
_WITHOUT_SCORES = 0.3
"""Factor of a change at a piece without scores."""


@dataclass(frozen=True, slots=True)
class Observation:
    """Cues of one piece."""

    scores: Mapping[str, float]
    """Section id → score of its words; a difference of 1 is a factor of e."""
    begins: bool
    """Whether it begins a paragraph."""
    fixed: str = ""
    """The section that it belongs to with certainty, or empty."""


def probabilities(observed: Sequence[Observation], ids: Sequence[str]) -> list[list[float]]:
    """Return for each piece its probabilities for the sections ``ids``, in their order.

    The first piece belongs to the first section unless it is fixed to another. Takes time in
    proportion to the number of pieces.
    """
    if not observed:
        return []
    seen = [_emission(item, ids) for item in observed]
    if not observed[0].fixed:
        seen[0] = [1.0, *([0.0] * (len(ids) - 1))]
    steps = [_transition(item, len(ids)) for item in observed]
    before = _forward(seen, steps)
    after = _backward(seen, steps)
    return [
        _normal([a * b for a, b in zip(left, right, strict=True)])
        for left, right in zip(before, after, strict=True)
    ]


def _emission(item: Observation, ids: Sequence[str]) -> list[float]:
    if item.fixed:
        return [float(key == item.fixed) for key in ids]
    return [math.exp(item.scores.get(key, 0.0)) for key in ids]


def _transition(item: Observation, size: int) -> list[list[float]]:
    """Return the weights of the changes from each section to each, into this piece."""
    factor = _AT_PARAGRAPH if item.begins else 1.0
    factor *= 1.0 if item.scores else _WITHOUT_SCORES

    def likely(old: int, new: int) -> float:
        if new == old:
            return 1.0
        return factor * (_ONWARD if new > old else _BACK if new else _TO_FIRST)

    return [[likely(old, new) for new in range(size)] for old in range(size)]


def _forward(seen: list[list[float]], steps: list[list[list[float]]]) -> list[list[float]]:
    result = [_normal(seen[0])]
    for emission, step in zip(seen[1:], steps[1:], strict=True):
        last = result[-1]
        sums = [
            sum(p * row[new] for p, row in zip(last, step, strict=True)) for new in range(len(last))
        ]
        result.append(_normal([a * b for a, b in zip(sums, emission, strict=True)]))
    return result


def _backward(seen: list[list[float]], steps: list[list[list[float]]]) -> list[list[float]]:
    result = [[1.0] * len(seen[0])]
    for emission, step in zip(reversed(seen[1:]), reversed(steps[1:]), strict=True):
        ahead = [a * b for a, b in zip(emission, result[-1], strict=True)]
        result.append(
            _normal([sum(p * q for p, q in zip(row, ahead, strict=True)) for row in step])
        )
    return result[::-1]


def _normal(values: list[float]) -> list[float]:
    total = sum(values)
    return [value / total for value in values] if total else [1 / len(values)] * len(values)
