"""A place of the text that speaks for a value of a fact."""

from dataclasses import dataclass

from editor.proofing.proposals.proposal import Place

HINTED, STATED, CREDITED = 1, 3, 9
"""Weights: the text suggests it; a sentence says what it is; a line of credits does."""
BEGINNING = 500
"""Code points in which a review names its subject; later it compares, and speaks of the novel."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A value, or one item of a list, with its place and its weight."""

    key: str
    value: str
    place: Place
    weight: int = STATED
    role: str = ""
