"""The most probable sequence of states."""

from itertools import pairwise, product

from hypothesis import given, settings
from hypothesis import strategies as st

from editor.proofing.languages.viterbi import most_probable

STATES = ("a", "b", "c")
NUMBER = st.integers(-20, 0).map(float)
SEEN = st.fixed_dictionaries(dict.fromkeys(STATES, NUMBER))
PLACES = st.lists(st.tuples(SEEN, st.integers(0, 9).map(float)), max_size=5)


def score(
    states: tuple[str, ...],
    emissions: list[dict[str, float]],
    costs: list[float],
    edge: dict[str, float],
) -> float:
    changes = (
        cost for (one, other), cost in zip(pairwise(states), costs[1:], strict=True) if one != other
    )
    seen = sum(emission[state] for state, emission in zip(states, emissions, strict=True))
    return edge[states[0]] + edge[states[-1]] + seen - sum(changes)


@settings(max_examples=60)
@given(PLACES, SEEN)
def test_no_other_sequence_is_more_probable(
    places: list[tuple[dict[str, float], float]], edge: dict[str, float]
) -> None:
    emissions, costs = [seen for seen, _ in places], [cost for _, cost in places]
    found = most_probable(emissions, costs, edge)

    assert len(found) == len(places)
    if found:
        best = max(
            score(states, emissions, costs, edge) for states in product(STATES, repeat=len(places))
        )
        assert score(tuple(found), emissions, costs, edge) == best


def test_the_first_state_wins_a_draw() -> None:
    draw = dict.fromkeys(STATES, -1.0)
    assert most_probable([draw, draw], [1.0, 1.0], dict.fromkeys(STATES, 0.0)) == ["a", "a"]
