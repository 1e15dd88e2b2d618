"""Where a text goes on to its next section: a hidden Markov chain over its pieces.

The words of a piece speak for sections; reviewers keep to an order, stay with a section for a
while, and rather change at a new paragraph. The forward-backward algorithm weighs all of that and
gives each piece's probabilities (Rabiner, „A Tutorial on Hidden Markov Models“, 1989).
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_ONWARD, _BACK = 0.1, 0.03
"""How likely a change is beside staying: to a section further on, and to an earlier one."""
_TO_FIRST = 1e-6
"""The same back to the first section: nobody introduces a text twice."""
_AT_PARAGRAPH = 3.0
"""How much likelier it is where a paragraph begins."""
_WITHOUT_SIGN = 0.3
"""How much less likely it is into a piece whose words say nothing."""


@dataclass(frozen=True, slots=True)
class Observation:
    """What is known of one piece."""

    scores: Mapping[str, float]
    """How much its words speak for sections; a difference of 1 is a factor of e."""
    begins: bool
    """Whether it begins a paragraph."""
    fixed: str = ""
    """The section that it surely belongs to, if one is known."""


def probabilities(observed: Sequence[Observation], ids: Sequence[str]) -> list[list[float]]:
    """Return for each piece how likely it belongs to each of the sections ``ids``, in order.

    The first piece belongs to the first section where nothing else is known. Takes time in
    proportion to the number of pieces.
    """
    if not observed:
        return []
    seen = [_emission(item, ids) for item in observed]
    if not observed[0].fixed:
        seen[0] = [1.0, *([0.0] * (len(ids) - 1))]
    steps = [_transition(item, len(ids)) for item in observed]
    before = _forward(seen, steps)
    behind = _backward(seen, steps)
    return [
        _normal([a * b for a, b in zip(left, right, strict=True)])
        for left, right in zip(before, behind, strict=True)
    ]


def _emission(item: Observation, ids: Sequence[str]) -> list[float]:
    if item.fixed:
        return [float(key == item.fixed) for key in ids]
    return [math.exp(item.scores.get(key, 0.0)) for key in ids]


def _transition(item: Observation, size: int) -> list[list[float]]:
    """Return how likely each section leads to each other one, into this piece."""
    factor = _AT_PARAGRAPH if item.begins else 1.0
    factor *= 1.0 if item.scores else _WITHOUT_SIGN

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
