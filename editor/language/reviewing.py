"""Checks a review, knowing its names: what the window and ``rezensent check`` both use.

Most rules look at one sentence. They are asked about a section at a time, and only about the
paragraphs in it that are new. The others compare sentences with each other and read the whole
review in its reading order, so that a word spelled in two ways is found across sections.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from editor.language.answers import Ask, Sentences, Whole, followed
from editor.language.checker import Finding, at_source
from editor.language.decisions import Decisions
from editor.language.judging import Judgement, judged
from editor.language.oracle import SpellingOracle
from editor.language.plaintext import PlainText, plain_text
from editor.language.question import Question, Scope
from editor.language.vocabulary import Vocabulary
from editor.review.model import Review


@dataclass(frozen=True, slots=True)
class Writer:
    """What a writer has chosen for all reviews: German, dictionary, and rules that are off."""

    variant: str = "de-DE"
    picky: bool = False
    words: tuple[str, ...] = ()
    rules_off: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """A plain text as it was when the whole review was read, and what was found in it."""

    text: str = ""
    findings: tuple[Finding, ...] = ()


class ReviewChecker:
    """Judges LanguageTool's findings by the names of the review and the writer's decisions.

    LanguageTool is asked only about text that is new; another name or another decision is applied
    to what it said before. Not for use by two threads at once.
    """

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._asked_for: tuple[str, bool] | None = None
        self._vocabulary: tuple[tuple[object, ...], Vocabulary] | None = None
        self._plain: dict[str, tuple[str, PlainText]] = {}
        self._read: dict[str, _Read] = {}
        self._begin()

    def judge(self, review: Review, section_id: str, writer: Writer) -> Judgement:
        """Return the findings of a section, those shown and those waived.

        Those of rules that compare sentences are as ``read`` has last found them. Raises
        LanguageToolError, and KeyError for a section that the review does not have.
        """
        self._begin_anew(writer)
        text = review.text(section_id)
        plain = self._plain_text(section_id, text)
        complete = self._sentences.learn(plain.text)
        read = self._read.get(section_id, _Read())
        found = (
            *self._sentences.findings(plain.text),
            *followed(read.findings, read.text, plain.text),
        )
        judgement = judged(
            text,
            at_source(plain, found),
            self._words(review, writer.words),
            Decisions.of(review, writer.rules_off),
            self._oracle,
            plain=plain,
        )
        return replace(judgement, complete=complete)

    def read(self, review: Review, writer: Writer) -> frozenset[str]:
        """Apply the rules that compare sentences; return the sections with other findings now.

        Raises LanguageToolError.
        """
        self._begin_anew(writer)
        plain = {s.id: self._plain_text(s.id, s.text).text for s in review.sections if s.text}
        texts = {section: text for section, text in plain.items() if text}
        findings = self._whole.findings([*texts.values()])
        read = {
            section: _Read(text, found)
            for (section, text), found in zip(texts.items(), findings, strict=True)
        }
        changed = _changed(self._read, read)
        self._read = read
        self._sentences.keep(texts.values())
        self._plain = {key: value for key, value in self._plain.items() if key in texts}
        return changed

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

    def _plain_text(self, section_id: str, text: str) -> PlainText:
        known = self._plain.get(section_id)
        if known is None or known[0] != text:
            known = self._plain[section_id] = (text, plain_text(text))
        return known[1]

    def _words(self, review: Review, words: tuple[str, ...]) -> Vocabulary:
        key = (review.entries, words)
        if self._vocabulary is None or self._vocabulary[0] != key:
            self._vocabulary = (key, Vocabulary.of(review, words))
        return self._vocabulary[1]


def _changed(old: Mapping[str, _Read], new: Mapping[str, _Read]) -> frozenset[str]:
    """Return the sections where following the old findings does not lead to the new ones."""
    nothing = _Read()

    def differs(section: str) -> bool:
        before, now = old.get(section, nothing), new.get(section, nothing)
        return followed(before.findings, before.text, now.text) != now.findings

    return frozenset(section for section in {*old, *new} if differs(section))
