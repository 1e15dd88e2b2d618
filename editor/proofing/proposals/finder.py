"""All proposals for a review."""

from editor.proofing.proposals.facts import fact_proposals
from editor.proofing.proposals.proposal import Proposal
from editor.review.model import Review


def find_proposals(review: Review) -> tuple[Proposal, ...]:
    """Return what the text of ``review`` has and its front matter lacks.

    Facts come first, in the order of the form. Raises FormError when the form is broken.
    """
    return fact_proposals(review)
