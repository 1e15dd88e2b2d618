"""Score of the proposed facts against those that the text of a review says."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from editor.proofing.proposals.facts import fact_proposals
from editor.proofing.proposals.people import same_person
from editor.proofing.proposals.proposal import Proposal
from editor.review.model import Review
from editor.storage import review_file
from tests.corpus.reviews import CorpusReview

_PERSON = re.compile(r"(?P<name>[^()]*?) ?(?:\((?P<role>.*)\))?")
_PEOPLE = frozenset({"director", "writers", "cast"})


@dataclass(slots=True)
class FactScore:
    """Counts of facts by their key, of one or more reviews."""

    stated: Counter[str] = field(default_factory=Counter)
    """What the text says, and of these what is ``found`` by a proposal."""
    found: Counter[str] = field(default_factory=Counter)
    proposed: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    ticked: Counter[str] = field(default_factory=Counter)
    """Proposals that are accepted unless the writer objects, and of these the right ones."""
    ticked_right: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, other: "FactScore") -> None:
        self.stated += other.stated
        self.found += other.found
        self.proposed += other.proposed
        self.right += other.right
        self.ticked += other.ticked
        self.ticked_right += other.ticked_right
        self.wrong += other.wrong


def measure_facts(review: CorpusReview) -> FactScore:
    """Return the score of the proposals for ``review`` without its facts."""
    score = FactScore(Counter({key: len(values) for key, values in review.stated.items()}))
    found: set[tuple[str, str]] = set()
    for proposal in fact_proposals(_without_facts(review)):
        meant = [value for value in review.stated.get(proposal.key, ()) if _says(value, proposal)]
        found.update((proposal.key, value) for value in meant)
        score.proposed[proposal.key] += 1
        score.right[proposal.key] += bool(meant)
        score.ticked[proposal.key] += proposal.explained
        score.ticked_right[proposal.key] += proposal.explained and bool(meant)
        if not meant:
            mark = "ticked" if proposal.explained else "offered"
            value = f"{proposal.value} ({proposal.role})" if proposal.role else proposal.value
            score.wrong.append(f"{review.name}\t{mark}\t{proposal.key}\t{value.strip()}")
    score.found = Counter(key for key, _ in found)
    return score


def fact_table(scores: Iterable[FactScore]) -> Iterator[str]:
    """Yield the lines of a table of Markdown, a row for each key and one in total."""
    total = FactScore()
    for score in scores:
        total.add(score)
    yield "| fact | said by the text | found | offered | right | of these ticked | right |"
    yield "| --- |" + " ---: |" * 6
    for key in sorted({*total.stated, *total.proposed}):
        yield _row(key, total, {key})
    yield _row("**total**", total, {*total.stated, *total.proposed})


def _row(title: str, score: FactScore, keys: set[str]) -> str:
    def count(counter: Counter[str]) -> int:
        return sum(counter[key] for key in keys)

    def share(part: Counter[str], whole: Counter[str]) -> str:
        return f"{count(part) / count(whole):.0%}" if count(whole) else "–"

    return (
        f"| {title} | {count(score.stated)} | {share(score.found, score.stated)} "
        f"| {count(score.proposed)} | {share(score.right, score.proposed)} "
        f"| {count(score.ticked)} | {share(score.ticked_right, score.ticked)} |"
    )


def _without_facts(review: CorpusReview) -> Review:
    """Return the review with its form and without all that its front matter says."""
    known = review_file.parse(review.facts + review.text)
    return replace(known, entries=tuple(e for e in known.entries if e.key in ("rezensent", "form")))


def _says(value: str, proposal: Proposal) -> bool:
    """Tell whether ``proposal`` is ``value``, “name (role)” for people; it may lack one of them."""
    if proposal.key not in _PEOPLE:
        return value.casefold() == proposal.value.casefold()
    person = _PERSON.fullmatch(value)
    if person is None or not (proposal.value or proposal.role):
        return False
    pairs = ((proposal.value, person["name"]), (proposal.role, person["role"] or ""))
    return all(not said or same_person(said, right) for said, right in pairs)
