"""Proposals as a list shows them: in groups, with the text around them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from editor.markdown.plaintext import PlainText, plain_text
from editor.proofing.names.entries import VOCABULARY_KEY
from editor.proofing.proposals.excerpt import Excerpt, excerpt
from editor.proofing.proposals.finder import find_proposals
from editor.proofing.proposals.proposal import Proposal
from editor.proofing.proposals.rejected_names import rejected_names
from editor.review.fact_kinds import PeopleKind
from editor.review.form import Form
from editor.review.model import Review

_EXCERPTS = 3
"""Places of a proposal that are shown at most."""


class ProposalGroup(StrEnum):
    """Subject of a proposal."""

    FACTS = "facts"
    PEOPLE = "people"
    NAMES = "names"


@dataclass(frozen=True, slots=True)
class ListedProposal:
    """A proposal with its group and the places of the text where it stands."""

    proposal: Proposal
    group: ProposalGroup
    excerpts: tuple[Excerpt, ...] = ()
    """Of the first places, each in one line."""
    words: tuple[str, ...] = ()
    """The Markdown at every place, parallel to ``proposal.places``."""

    @property
    def identity(self) -> tuple[str, str, str]:
        """Key, value and role, by which a proposal is recognized after an edit of the text."""
        return self.proposal.key, self.proposal.value, self.proposal.role

    @property
    def text(self) -> str:
        """The value, or the role where the text has no more."""
        return self.proposal.value or self.proposal.role


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


def as_fact(proposal: Proposal, key: str, form: Form) -> Proposal:
    """Return ``proposal`` as a name of the fact ``key``, or as a known name.

    A role stays where the fact has roles. Where the text has only a role, it becomes the name
    elsewhere.
    """
    field = form.fact(key)
    if field is not None and isinstance(field.kind, PeopleKind):
        return replace(proposal, key=key)
    return replace(proposal, key=key, value=proposal.value or proposal.role, role="")


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
