"""Check of a review that knows its names, for the window and ``rezensent check``.

Most rules look at one sentence. They are applied to a section at a time, and only to those of its
paragraphs that are new. The others compare sentences and are applied to the whole review in its
reading order, so that a word with two spellings is found across sections.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from editor.languagetool.checker import map_to_markdown
from editor.languagetool.finding import Finding, is_speller
from editor.languagetool.request import CheckRequest, RuleScope
from editor.markdown.plaintext import DefinedLabels, PlainText, defined_labels, plain_text
from editor.proofing.filter import FilteredFindings, filter_findings
from editor.proofing.ignored_findings import IgnoredFindings
from editor.proofing.names.inflection import normalize_word
from editor.proofing.names.name_index import NameIndex
from editor.proofing.proposals.evidence_cache import EvidenceCache
from editor.proofing.proposals.name_evidence import NameEvidence
from editor.proofing.repetitions import repetition_findings, repetitions
from editor.proofing.result_cache import Send, SentenceCache, TextLevelCache
from editor.proofing.spelling_oracle import SpellingOracle
from editor.proofing.style import REPETITIONS, StyleOptions
from editor.proofing.tracked_findings import follow_edit
from editor.review.model import Review

NO_STYLE = StyleOptions(enabled=False)


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """The writer's choices for all reviews: German, dictionary, rules that are off, style."""

    variant: str = "de-DE"
    picky: bool = False
    dictionary: tuple[str, ...] = ()
    """Words that the writer has added for all reviews."""
    rules_off: tuple[str, ...] = ()
    style: StyleOptions = NO_STYLE


@dataclass(frozen=True, slots=True)
class _ComparedSection:
    """A section at the last check of the whole review, with its findings from then."""

    text: str = ""
    """Its plain text, in which ``findings`` have their places."""
    findings: tuple[Finding, ...] = ()
    """Findings of LanguageTool's rules that compare sentences."""
    markdown: str = ""
    """Its Markdown, in which ``repetitions`` have their places."""
    repetitions: tuple[Finding, ...] = ()

    def followed_to(
        self, text: str, markdown: str
    ) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """Return ``findings`` and ``repetitions`` at their places in the section's present text."""
        return (
            follow_edit(self.findings, self.text, text),
            follow_edit(self.repetitions, self.markdown, markdown),
        )


class ReviewChecker:
    """Checks the sections of a review and filters the findings by its names and the decisions.

    Only new text is sent to LanguageTool; another name or another decision is applied to its
    earlier answers. Not for use by two threads at once.
    """

    def __init__(self, send: Send) -> None:
        self._send = send
        self._language: tuple[str, bool] | None = None
        self._names: tuple[tuple[object, ...], NameIndex] | None = None
        self._plain: dict[str, tuple[str, DefinedLabels, PlainText]] = {}
        self._labels: dict[str, DefinedLabels] = {}
        self._evidence = EvidenceCache()
        self._compared: dict[str, _ComparedSection] = {}
        self._reset()

    def check_section(
        self, review: Review, section_id: str, options: CheckOptions
    ) -> FilteredFindings:
        """Return the findings of a section, those shown and those waived.

        Those of rules that compare sentences come from the last ``check_whole``. Raises
        LanguageToolError, and KeyError for a section that the review does not have.
        """
        self._set_language(options)
        text = review.text(section_id)
        plain = self._plain_text(section_id, text, self._definitions(review))
        complete = self._sentences.learn(plain.text)
        section = self._compared.get(section_id, _ComparedSection())
        compared, repeated = section.followed_to(plain.text, text)
        names, evidence = self._name_index(review, options.dictionary), self._name_evidence(review)
        findings = map_to_markdown(plain, (*self._sentences.findings(plain.text), *compared))
        filtered = filter_findings(
            text,
            (*options.style.select(text, findings, names.accepts), *repeated),
            names,
            IgnoredFindings.of(review, options.rules_off),
            self._oracle,
            plain=plain,
            evidence=evidence,
        )
        self._evidence.remember(section_id, _unknown_words(text, findings), evidence)
        return replace(filtered, complete=complete)

    def outdated_sections(self) -> frozenset[str]:
        """Return the checked sections to check again, because of words of the section checked last.

        There a name may have got its explanation, or has been used once more. LanguageTool is not
        asked again.
        """
        return self._evidence.outdated()

    def check_whole(self, review: Review, options: CheckOptions) -> frozenset[str]:
        """Apply the rules that compare sentences; return the sections whose findings changed.

        Raises LanguageToolError.
        """
        self._set_language(options)
        labels = self._definitions(review)
        plain = {s.id: self._plain_text(s.id, s.text, labels) for s in review.sections if s.text}
        texts = {section: item.text for section, item in plain.items()}
        findings = self._text_level.findings([*texts.values()], options.style.requests())
        repeated = self._repetitions(review, plain, options)
        compared = {
            key: _ComparedSection(text, section, review.text(key), repeated.get(key, ()))
            for (key, text), section in zip(texts.items(), findings, strict=True)
        }
        changed, self._compared = _changed(self._compared, compared), compared
        self._sentences.keep(texts.values())
        self._plain = {key: self._plain[key] for key in texts}
        return changed

    def _repetitions(
        self, review: Review, plain: Mapping[str, PlainText], options: CheckOptions
    ) -> Mapping[str, tuple[Finding, ...]]:
        threshold = options.style.threshold(REPETITIONS)
        if threshold is None:
            return {}
        is_name = self._name_index(review, options.dictionary).accepts
        return repetition_findings(repetitions(plain, threshold, is_name))

    def _set_language(self, options: CheckOptions) -> None:
        """Forget the answers for another variant of German, or for another level."""
        if (options.variant, options.picky) != self._language:
            self._reset()
            self._language = (options.variant, options.picky)

    def _reset(self) -> None:
        self._sentences = SentenceCache(self._send)
        self._text_level = TextLevelCache(self._send)
        self._compared = {}
        self._oracle = SpellingOracle(
            lambda text: self._send(CheckRequest(text, RuleScope.SENTENCES))
        )

    def _plain_text(self, section_id: str, text: str, labels: DefinedLabels) -> PlainText:
        cached = self._plain.get(section_id)
        if cached is None or cached[:2] != (text, labels):
            cached = self._plain[section_id] = (text, labels, plain_text(text, labels))
        return cached[2]

    def _name_evidence(self, review: Review) -> NameEvidence:
        """Return how the sections of ``review`` use their words."""
        labels = self._definitions(review)
        plain = {s.id: self._plain_text(s.id, s.text, labels) for s in review.sections if s.text}
        return self._evidence.update(review, plain)

    def _definitions(self, review: Review) -> DefinedLabels:
        """Return the links that any section defines: many writers keep all in the last one."""
        texts = {section.text for section in review.sections}
        self._labels = {text: self._labels.get(text) or defined_labels(text) for text in texts}
        return reduce(or_, self._labels.values(), DefinedLabels())

    def _name_index(self, review: Review, dictionary: tuple[str, ...]) -> NameIndex:
        key = (review.entries, dictionary)
        if self._names is None or self._names[0] != key:
            self._names = (key, NameIndex.of(review, dictionary))
        return self._names[1]


def _unknown_words(text: str, findings: Sequence[Finding]) -> frozenset[str]:
    """Return the capitalised words of a Markdown text that the dictionary lacks, and their parts.

    Parts are those of compounds with hyphens.
    """
    places = ((item.start, item.end) for item in findings if is_speller(item))
    words = {normalize_word(text[start:end]) for start, end in places}
    parts = {part for word in words for part in (word, *word.split("-"))}
    return frozenset(part for part in parts if part[:1].isupper())


def _changed(
    old: Mapping[str, _ComparedSection], new: Mapping[str, _ComparedSection]
) -> frozenset[str]:
    """Return the sections where following the old findings does not lead to the new ones."""
    nothing = _ComparedSection()

    def differs(section: str) -> bool:
        before, now = old.get(section, nothing), new.get(section, nothing)
        followed = before.followed_to(now.text, now.markdown)
        return followed != (now.findings, now.repetitions)

    return frozenset(section for section in {*old, *new} if differs(section))
