"""Checks a review, knowing its names: what the window and ``rezensent check`` both use.

Most rules look at one sentence. They are asked about a section at a time, and only about the
paragraphs in it that are new. The others compare sentences with each other and read the whole
review in its reading order, so that a word spelled in two ways is found across sections.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from editor.languagetool.checker import at_source
from editor.languagetool.finding import Finding
from editor.languagetool.request import Question, Scope
from editor.markdown.plaintext import DefinedLabels, PlainText, defined_labels, plain_text
from editor.proofing.filter import FilteredFindings, filter_findings
from editor.proofing.ignored_findings import IgnoredFindings
from editor.proofing.names.name_index import NameIndex
from editor.proofing.repetitions import repetition_findings, repetitions
from editor.proofing.result_cache import Ask, Sentences, Whole, followed
from editor.proofing.spelling_oracle import SpellingOracle
from editor.proofing.style import REPETITIONS, Style
from editor.review.model import Review

NO_STYLE = Style(enabled=False)


@dataclass(frozen=True, slots=True)
class Writer:
    """What a writer has chosen for all reviews: German, dictionary, and rules that are off."""

    variant: str = "de-DE"
    picky: bool = False
    words: tuple[str, ...] = ()
    rules_off: tuple[str, ...] = ()
    style: Style = NO_STYLE


@dataclass(frozen=True, slots=True)
class _Read:
    """A section as it was when the whole review was read, and what was found in it."""

    text: str = ""
    """Its plain text, in which ``findings`` have their places."""
    findings: tuple[Finding, ...] = ()
    markdown: str = ""
    """Its Markdown, in which ``repeated`` have theirs."""
    repeated: tuple[Finding, ...] = ()

    def now(self, text: str, markdown: str) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """Return ``findings`` and ``repeated`` where they are in the section as it is now."""
        return (
            followed(self.findings, self.text, text),
            followed(self.repeated, self.markdown, markdown),
        )


class ReviewChecker:
    """Judges LanguageTool's findings by the names of the review and the writer's decisions.

    LanguageTool is asked only about text that is new; another name or another decision is applied
    to what it said before. Not for use by two threads at once.
    """

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._asked_for: tuple[str, bool] | None = None
        self._names_of: tuple[tuple[object, ...], NameIndex] | None = None
        self._plain: dict[str, tuple[str, DefinedLabels, PlainText]] = {}
        self._labels: dict[str, DefinedLabels] = {}
        self._read: dict[str, _Read] = {}
        self._begin()

    def judge(self, review: Review, section_id: str, writer: Writer) -> FilteredFindings:
        """Return the findings of a section, those shown and those waived.

        Those of rules that compare sentences are as ``read`` has last found them. Raises
        LanguageToolError, and KeyError for a section that the review does not have.
        """
        self._begin_anew(writer)
        text = review.text(section_id)
        plain = self._plain_text(section_id, text, self._defined(review))
        complete = self._sentences.learn(plain.text)
        compared, repeated = self._read.get(section_id, _Read()).now(plain.text, text)
        words = self._words(review, writer.words)
        found = at_source(plain, (*self._sentences.findings(plain.text), *compared))
        judgement = filter_findings(
            text,
            (*writer.style.shown(text, found, words.accepts), *repeated),
            words,
            IgnoredFindings.of(review, writer.rules_off),
            self._oracle,
            plain=plain,
        )
        return replace(judgement, complete=complete)

    def read(self, review: Review, writer: Writer) -> frozenset[str]:
        """Apply the rules that compare sentences; return the sections with other findings now.

        Raises LanguageToolError.
        """
        self._begin_anew(writer)
        labels = self._defined(review)
        plain = {s.id: self._plain_text(s.id, s.text, labels) for s in review.sections if s.text}
        texts = {section: item.text for section, item in plain.items()}
        found = self._whole.findings([*texts.values()], writer.style.requests())
        repeated = self._repeated(review, plain, writer)
        read = {
            key: _Read(text, findings, review.text(key), repeated.get(key, ()))
            for (key, text), findings in zip(texts.items(), found, strict=True)
        }
        changed, self._read = _changed(self._read, read), read
        self._sentences.keep(texts.values())
        self._plain = {key: self._plain[key] for key in texts}
        return changed

    def _repeated(
        self, review: Review, plain: Mapping[str, PlainText], writer: Writer
    ) -> Mapping[str, tuple[Finding, ...]]:
        threshold = writer.style.threshold(REPETITIONS)
        if threshold is None:
            return {}
        known = self._words(review, writer.words).accepts
        return repetition_findings(repetitions(plain, threshold, known))

    def _begin_anew(self, writer: Writer) -> None:
        """Another German, or a stricter one, says something else about the same text."""
        if (writer.variant, writer.picky) != self._asked_for:
            self._begin()
            self._asked_for = (writer.variant, writer.picky)

    def _begin(self) -> None:
        self._sentences = Sentences(self._ask)
        self._whole = Whole(self._ask)
        self._read = {}
        self._oracle = SpellingOracle(lambda text: self._ask(Question(text, Scope.SENTENCES)))

    def _plain_text(self, section_id: str, text: str, labels: DefinedLabels) -> PlainText:
        known = self._plain.get(section_id)
        if known is None or known[:2] != (text, labels):
            known = self._plain[section_id] = (text, labels, plain_text(text, labels))
        return known[2]

    def _defined(self, review: Review) -> DefinedLabels:
        """Return what any section defines: many writers keep all addresses in the last one."""
        texts = {section.text for section in review.sections}
        self._labels = {text: self._labels.get(text) or defined_labels(text) for text in texts}
        return reduce(or_, self._labels.values(), DefinedLabels())

    def _words(self, review: Review, words: tuple[str, ...]) -> NameIndex:
        key = (review.entries, words)
        if self._names_of is None or self._names_of[0] != key:
            self._names_of = (key, NameIndex.of(review, words))
        return self._names_of[1]


def _changed(old: Mapping[str, _Read], new: Mapping[str, _Read]) -> frozenset[str]:
    """Return the sections where following the old findings does not lead to the new ones."""
    nothing = _Read()

    def differs(section: str) -> bool:
        before, now = old.get(section, nothing), new.get(section, nothing)
        return before.now(now.text, now.markdown) != (now.findings, now.repeated)

    return frozenset(section for section in {*old, *new} if differs(section))
