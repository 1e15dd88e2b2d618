"""Facts that ``import`` takes from the text."""

from editor.cli import console
from editor.cli.translation import _
from editor.markdown.plaintext import plain_text
from editor.proofing.proposals.acceptance import accept
from editor.proofing.proposals.excerpt import excerpt
from editor.proofing.proposals.finder import find_proposals
from editor.proofing.proposals.proposal import Place, Proposal
from editor.review.model import Review


def with_explained_facts(review: Review) -> Review:
    """Return ``review`` with the facts that its text explains, and print each with its words."""
    taken = [proposal for proposal in find_proposals(review) if proposal.explained]
    for proposal in taken:
        console.say(_line(review, proposal))
    return accept(review, taken)


def _line(review: Review, proposal: Proposal) -> str:
    field = review.form.fact(proposal.key)
    label = field.label.text() if field else _("Rating")
    role = f"({proposal.role})" if proposal.role else ""
    value = f"{proposal.value} {role}".strip()
    words = _words(review, proposal.places[0]) if proposal.places else ""
    return _("{label}: {value} – from “{words}”").format(label=label, value=value, words=words)


def _words(review: Review, place: Place) -> str:
    text = review.text(place.section)
    # A shortcode has no place in the plain text.
    words = "".join(excerpt(plain_text(text), place.start, place.end))
    return words or text[place.start : place.end]
