"""Checks a review section by section, knowing its names: what the window and ``check`` both use."""

from collections.abc import Callable
from dataclasses import dataclass

from editor.language.checker import Finding
from editor.language.decisions import Decisions
from editor.language.judging import Judgement, judged
from editor.language.oracle import SpellingOracle
from editor.language.vocabulary import Vocabulary
from editor.review.model import Review

Check = Callable[[str], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Writer:
    """What a writer has chosen for all reviews: German, dictionary, and rules that are off."""

    variant: str = "de-DE"
    picky: bool = False
    words: tuple[str, ...] = ()
    rules_off: tuple[str, ...] = ()


class ReviewChecker:
    """Judges LanguageTool's findings by the names of the review and the writer's decisions.

    LanguageTool is asked only about text that is new; another name or another decision is applied
    to what it said before. Not for use by two threads at once.
    """

    def __init__(self, check: Check) -> None:
        self._check = check
        self._oracle = SpellingOracle(check)
        self._asked_for: tuple[str, bool] | None = None
        self._raw: dict[str, tuple[str, tuple[Finding, ...]]] = {}
        self._vocabulary: tuple[tuple[object, ...], Vocabulary] | None = None

    def judge(self, review: Review, section_id: str, writer: Writer) -> Judgement:
        """Return the findings of a section, those shown and those waived.

        Raises LanguageToolError, and KeyError for a section that the review does not have.
        """
        if (writer.variant, writer.picky) != self._asked_for:
            # Another German, or a stricter one, says something else about the same text.
            self._raw.clear()
            self._oracle = SpellingOracle(self._check)
            self._asked_for = (writer.variant, writer.picky)
        text = review.text(section_id)
        known = self._raw.get(section_id)
        if known is None or known[0] != text:
            known = self._raw[section_id] = (text, self._check(text))
        return judged(
            text,
            known[1],
            self._words(review, writer.words),
            Decisions.of(review, writer.rules_off),
            self._oracle,
        )

    def _words(self, review: Review, words: tuple[str, ...]) -> Vocabulary:
        key = (review.entries, words)
        if self._vocabulary is None or self._vocabulary[0] != key:
            self._vocabulary = (key, Vocabulary.of(review, words))
        return self._vocabulary[1]
