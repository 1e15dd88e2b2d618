"""A place of the text that speaks for a value of a fact."""

from dataclasses import dataclass

from editor.proofing.proposals.proposal import Place

HINTED, STATED, CREDITED = 1, 3, 9
"""Weights: the text suggests it; a sentence says what it is; a line of credits does."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A value, or one item of a list, with its place and its weight."""

    key: str
    value: str
    place: Place
    weight: int = STATED
    role: str = ""
