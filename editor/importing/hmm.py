"""Hidden Markov model of a text: the paragraphs are the observations, the sections the states.

The words of a paragraph give scores for sections. Reviewers keep to the order of the form and stay
in a section for a while; only a heading takes the text back to an earlier one. The forward-backward
algorithm combines both into probabilities (Rabiner, “A Tutorial on Hidden Markov Models”, 1989).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_ONWARD = 0.3
"""Weight of a change to a later section relative to staying."""
_WITHOUT_SCORES = 0.3
"""Factor of a change at a paragraph without scores."""


@dataclass(frozen=True, slots=True)
class Observation:
    """Cues of one paragraph."""

    scores: Mapping[str, float]
    """Section id → score of its words; a difference of 1 is a factor of e."""
    fixed: str = ""
    """The section that it belongs to with certainty, or empty."""


def probabilities(observed: Sequence[Observation], ids: Sequence[str]) -> list[list[float]]:
    """Return for each paragraph its probabilities for the sections ``ids``, in their order.

    The first paragraph belongs to the first section unless it is fixed to another. Takes time in
    proportion to the number of paragraphs.
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
    """Return the weights of the changes from each section to each, into this paragraph."""
    if item.fixed:
        return [[1.0] * size for _ in range(size)]
    onward = _ONWARD * (1.0 if item.scores else _WITHOUT_SCORES)
    return [
        [1.0 if new == old else onward if new > old else 0.0 for new in range(size)]
        for old in range(size)
    ]


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
