"""A fact or a known name that the text of a review suggests."""

from dataclasses import dataclass
from typing import NamedTuple


class Place(NamedTuple):
    """Where the text says it, in code points of the section's Markdown."""

    section: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """One value for a review: a fact, one name of a list of facts, a rating or a known name."""

    key: str
    """Key of the front matter; ``VOCABULARY_KEY`` for a known name.

    “verdict_rating” for the overall rating, and “ratings.picture” for that of the section
    “picture”.
    """
    value: str
    """As the writer would type it in the form: “2”, “112 Min.”, “Julien Lacombe”.

    A rating has its scale: “7,5/10”, “4/5”, “84/100”. In the cast it is the actor, empty where the
    text has only the role.
    """
    role: str = ""
    """Role, for the cast."""
    places: tuple[Place, ...] = ()
    """Where the value stands in the text, in reading order."""
    explained: bool = False
    """Whether the text itself says what it is, as „Regie: …“ does: chosen from the start."""
