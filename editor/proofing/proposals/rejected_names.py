"""Words of a review that the writer has said are not names: they are not proposed again.

They are kept in the front matter beside the accepted words, so that they stay rejected on every
machine, and undo takes them back like any edit.
"""

from collections.abc import Iterable

from editor.proofing.names.entries import texts_of
from editor.review.model import Review

REJECTED_KEY = "rejected_names"
"""Key of the front matter: the list of rejected words and sequences of words."""


def rejected_names(review: Review) -> tuple[str, ...]:
    """Return the rejected names, as they were proposed; a single text counts as a list of one."""
    return tuple(texts_of(review.fact(REJECTED_KEY)))


def reject_names(review: Review, names: Iterable[str]) -> Review:
    """Return ``review`` with ``names`` rejected, and with those that it has rejected before."""
    rejected = tuple(dict.fromkeys([*rejected_names(review), *names]))
    return review.with_fact(REJECTED_KEY, list(rejected))
