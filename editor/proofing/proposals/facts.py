"""Facts that the text of a review has."""

from editor.proofing.proposals.proposal import Proposal
from editor.review.model import Review


def fact_proposals(review: Review) -> tuple[Proposal, ...]:
    """Return the facts that the text of ``review`` has and its front matter lacks."""
    return ()
