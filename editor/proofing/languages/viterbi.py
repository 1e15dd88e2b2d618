"""Most probable sequence of states of a hidden Markov model."""

from collections.abc import Mapping, Sequence
from itertools import accumulate


def most_probable(
    emissions: Sequence[Mapping[str, float]], costs: Sequence[float], edge: Mapping[str, float]
) -> list[str]:
    """Return the most probable state at each place, by the algorithm of Viterbi (1967).

    ``emissions`` has the logarithm of the probability of what is seen at each place, by state,
    ``costs`` what a change of state before that place takes from it. ``edge`` is added at the
    first place and at the last. Of equal sequences the one wins that has the states named first.
    Takes time in proportion to the number of places times that of the states.
    """
    if not emissions:
        return []
    scores = {state: emissions[0][state] + edge[state] for state in edge}
    origins: list[Mapping[str, str]] = []
    for emission, cost in zip(emissions[1:], costs[1:], strict=True):
        best = max(scores, key=scores.__getitem__)
        change = scores[best] - cost
        origin = {state: state if score >= change else best for state, score in scores.items()}
        scores = {state: max(score, change) + emission[state] for state, score in scores.items()}
        origins.append(origin)
    last = max(scores, key=lambda state: scores[state] + edge[state])
    return [*accumulate(reversed(origins), lambda state, origin: origin[state], initial=last)][::-1]
