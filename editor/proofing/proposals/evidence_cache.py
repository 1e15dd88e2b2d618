"""Name evidence of a review while it is edited, and the sections that it makes look different."""

from collections.abc import Collection, Mapping

from editor.markdown.plaintext import PlainText
from editor.proofing.proposals.explained_words import explained_words
from editor.proofing.proposals.name_evidence import (
    NameEvidence,
    NameUses,
    depend,
    section_uses,
)
from editor.proofing.proposals.rejected_names import rejected_names
from editor.review.form import Form
from editor.review.model import Review, Section


class EvidenceCache:
    """Counts the words of new text only, and knows what each section was filtered with."""

    def __init__(self) -> None:
        self._uses: dict[str, tuple[PlainText, Form, NameUses]] = {}
        self._evidence = NameEvidence()
        self._read: dict[str, tuple[Collection[str], NameEvidence]] = {}

    def update(self, review: Review, plain: Mapping[str, PlainText]) -> NameEvidence:
        """Return how the sections of ``review`` use their words; ``plain`` has their plain texts.

        It is the same object as before when nothing in it has changed.
        """
        form = review.form
        sections = (section for section in review.sections if section.id in plain)
        self._uses = {s.id: self._counted(s, plain[s.id], form) for s in sections}
        counted = (uses for *_, uses in self._uses.values())
        evidence = NameEvidence.of(counted, rejected=rejected_names(review))
        if evidence != self._evidence:
            self._evidence = evidence
        return self._evidence

    def remember(self, section: str, words: Collection[str], evidence: NameEvidence) -> None:
        """Remember that the unknown ``words`` of a section were judged by ``evidence``."""
        self._read[section] = (words, evidence)

    def outdated(self) -> frozenset[str]:
        """Return the sections whose unknown words the newest evidence may judge otherwise.

        Each is returned until ``remember`` is called for it again. Words that were rejected since
        are not looked at.
        """
        newest = self._evidence
        differing: dict[int, frozenset[str]] = {}
        outdated: set[str] = set()
        for section, (words, evidence) in self._read.items():
            if evidence is newest:
                continue
            if id(evidence) not in differing:
                differing[id(evidence)] = evidence.differing(newest)
            if depend(words, differing[id(evidence)]):
                outdated.add(section)
            else:
                self._read[section] = (words, newest)
        return frozenset(outdated)

    def _counted(
        self, section: Section, plain: PlainText, form: Form
    ) -> tuple[PlainText, Form, NameUses]:
        cached = self._uses.get(section.id)
        if cached is not None and cached[0] is plain and cached[1] is form:
            return cached
        explained = explained_words(section, plain, form)
        return plain, form, section_uses(section.text, plain, explained)
