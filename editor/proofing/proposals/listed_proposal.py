"""A proposal as a list shows it: in a group, with the text around it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from editor.proofing.proposals.excerpt import Excerpt
from editor.proofing.proposals.proposal import Proposal
from editor.review.fact_kinds import PeopleKind
from editor.review.form import Form


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


def as_fact(proposal: Proposal, key: str, form: Form) -> Proposal:
    """Return ``proposal`` as a name of the fact ``key``, or as a known name.

    A role stays where the fact has roles. Where the text has only a role, it becomes the name
    elsewhere.
    """
    field = form.fact(key)
    if field is not None and isinstance(field.kind, PeopleKind):
        return replace(proposal, key=key)
    return replace(proposal, key=key, value=proposal.value or proposal.role, role="")
