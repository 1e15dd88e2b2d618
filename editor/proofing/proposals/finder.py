"""All proposals for a review, and the same as a list shows them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache

from editor.markdown.plaintext import PlainText, plain_text
from editor.proofing.names.entries import VOCABULARY_KEY
from editor.proofing.names.phrases import normalized_words
from editor.proofing.proposals.excerpt import excerpt
from editor.proofing.proposals.facts import fact_proposals
from editor.proofing.proposals.joined_names import joined_names
from editor.proofing.proposals.listed_proposal import ListedProposal, ProposalGroup
from editor.proofing.proposals.proposal import Proposal
from editor.proofing.proposals.rejected_names import rejected_names
from editor.review.form import Form
from editor.review.model import Review

_EXCERPTS = 3
"""Places of a proposal that are shown at most."""


def find_proposals(review: Review, names: Iterable[Proposal] = ()) -> tuple[Proposal, ...]:
    """Return what the text of ``review`` has and its front matter lacks.

    Facts come first, in the order of the form, then those of the known ``names`` that no fact has.
    Raises FormError when the form is broken.
    """
    facts = fact_proposals(review)
    words = {word for fact in facts for word in _words(fact)}
    texts = {section.id: section.text for section in review.sections}
    unknown = [name for name in names if not words.issuperset(_words(name))]
    return (*facts, *joined_names(unknown, texts))


def list_proposals(review: Review, names: Iterable[Proposal] = ()) -> tuple[ListedProposal, ...]:
    """Return the proposals for ``review``, without names that the writer has rejected.

    ``names`` are those that a check has found among the unknown words. Raises FormError when the
    form is broken.
    """
    texts = {section.id: section.text for section in review.sections}
    plain = cache(lambda section: plain_text(texts[section]))
    rejected = set(rejected_names(review))
    return tuple(
        _listed(proposal, review.form, texts, plain)
        for proposal in find_proposals(review, names)
        if (proposal.value or proposal.role) not in rejected
        or _group(proposal, review.form) is ProposalGroup.FACTS
    )


def _words(proposal: Proposal) -> tuple[str, ...]:
    return normalized_words(f"{proposal.value} {proposal.role}")


def _listed(
    proposal: Proposal, form: Form, texts: Mapping[str, str], plain: Callable[[str], PlainText]
) -> ListedProposal:
    places = tuple(place for place in proposal.places if place.section in texts)
    shown = places[:_EXCERPTS]
    excerpts = (excerpt(plain(place.section), place.start, place.end) for place in shown)
    return ListedProposal(
        replace(proposal, places=places),
        _group(proposal, form),
        tuple(item for item in excerpts if item.words),
        tuple(texts[place.section][place.start : place.end] for place in places),
    )


def _group(proposal: Proposal, form: Form) -> ProposalGroup:
    if proposal.key == VOCABULARY_KEY:
        return ProposalGroup.NAMES
    field = form.fact(proposal.key)
    is_person = field is not None and field.kind.personal
    return ProposalGroup.PEOPLE if is_person else ProposalGroup.FACTS
