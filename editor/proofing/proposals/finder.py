"""All proposals for a review."""

from collections.abc import Iterable

from editor.proofing.names.phrases import normalized_words
from editor.proofing.proposals.facts import fact_proposals
from editor.proofing.proposals.proposal import Proposal
from editor.review.model import Review


def find_proposals(review: Review, names: Iterable[Proposal] = ()) -> tuple[Proposal, ...]:
    """Return what the text of ``review`` has and its front matter lacks.

    Facts come first, in the order of the form, then those of the known ``names`` that no fact has.
    Raises FormError when the form is broken.
    """
    facts = fact_proposals(review)
    words = {word for fact in facts for word in _words(fact)}
    return (*facts, *(name for name in names if not words.issuperset(_words(name))))


def _words(proposal: Proposal) -> tuple[str, ...]:
    return normalized_words(f"{proposal.value} {proposal.role}")
