"""Sentences about numbers of names and facts."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from editor.proofing.proposals.listed_proposal import ListedProposal, ProposalGroup

translate = QCoreApplication.translate


def counts_of(proposals: Sequence[ListedProposal]) -> tuple[int, int]:
    """Return the number of names, people among them, and that of other facts."""
    facts = sum(item.group is ProposalGroup.FACTS for item in proposals)
    return len(proposals) - facts, facts


def found_sentence(names: int, facts: int) -> str:
    """Return how many names and facts were found; at least one of them is not 0."""
    return translate("Proposals", "{things} gefunden").format(things=_things(names, facts))


def accepted_sentence(names: int, facts: int) -> str:
    """Return how many names and facts were accepted; at least one of them is not 0."""
    return translate("Proposals", "{things} übernommen").format(things=_things(names, facts))


def rejected_sentence(count: int) -> str:
    """Return how many words the writer has said are not names."""
    if count == 1:
        return translate("Proposals", "1 Wort gilt hier nicht als Name")
    return translate("Proposals", "{n} Wörter gelten hier nicht als Namen").format(n=count)


def _things(names: int, facts: int) -> str:
    name = (
        translate("Proposals", "1 Name")
        if names == 1
        else translate("Proposals", "{n} Namen").format(n=names)
    )
    fact = (
        translate("Proposals", "1 Angabe")
        if facts == 1
        else translate("Proposals", "{n} Angaben").format(n=facts)
    )
    if names and facts:
        return translate("Proposals", "{names} und {facts}").format(names=name, facts=fact)
    return name if names else fact
