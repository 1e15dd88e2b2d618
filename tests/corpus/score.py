"""Score of findings against what is known about a review."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from editor.languagetool.checker import map_to_markdown
from editor.languagetool.request import CheckRequest
from editor.languagetool.rule_file import OWN_PREFIX
from editor.markdown.plaintext import plain_text
from editor.proofing.report import FileReport, check_review
from editor.proofing.review_checker import CheckOptions
from editor.storage import review_file
from tests.corpus.reviews import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from editor.proofing.result_cache import Send
    from tests.corpus.reviews import CorpusReview, Planted

WAYS = ("bare", "without", "with")
"""Bare LanguageTool; Rezensent with the text alone; Rezensent with the facts of the review."""
_NOT_SPELLING = frozenset(
    {"agreement", "apostrophe", "comma", "compound", "dass", "hyphen", "word"}
)
"""Kinds of errors that the speller meets by chance, when it does not know a name in the place."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding in the text without front matter."""

    place: Place
    rule: str
    replacements: tuple[str, ...]

    def meets(self, place: Place) -> bool:
        return self.place.start < place.end and place.start < self.place.end

    def finds(self, planted: Planted) -> bool:
        """Tell whether this is about ``planted``, and not about an unknown word in its place."""
        speller = self.rule.endswith("SPELLER_RULE") or "MULTITOKEN_SPELLING" in self.rule
        by_chance = speller and planted.kind in _NOT_SPELLING
        return self.meets(planted.place) and (
            not by_chance or planted.right in self.replacements[:5]
        )


@dataclass(slots=True)
class Score:
    """Counts of one way of checking one or more reviews."""

    words: int = 0
    findings: int = 0
    true: int = 0
    defensible: int = 0
    planted: Counter[str] = field(default_factory=Counter)
    """Planted errors of each kind, and of these the ``found`` ones."""
    found: Counter[str] = field(default_factory=Counter)
    suggested: int = 0
    """Errors for which some finding suggests at first what is right."""
    bare: int = 0
    """Errors that bare LanguageTool finds, and of these the ``kept`` ones."""
    kept: int = 0
    names: int = 0
    """Names in the row of proposals, whose findings are neither shown nor false alarms."""
    false_alarms: list[str] = field(default_factory=list)

    @property
    def false_per_1000(self) -> float:
        return 1000 * len(self.false_alarms) / max(self.words, 1)

    @property
    def precision(self) -> float:
        judged = self.true + len(self.false_alarms)
        return self.true / judged if judged else 1.0

    @property
    def recall(self) -> float:
        return self.found.total() / max(self.planted.total(), 1)

    @property
    def kept_share(self) -> float:
        return self.kept / self.bare if self.bare else 1.0

    def add(self, other: Score) -> None:
        self.words += other.words
        self.findings += other.findings
        self.true += other.true
        self.defensible += other.defensible
        self.planted += other.planted
        self.found += other.found
        self.suggested += other.suggested
        self.bare += other.bare
        self.kept += other.kept
        self.names += other.names
        self.false_alarms += other.false_alarms


def measure(review: CorpusReview, send: Send) -> dict[str, Score]:
    """Return the score of each of ``WAYS``. ``send`` must check with the review's variant."""
    facts = {"without": "", "with": review.facts}
    reports = {way: _report(review, facts[way], send) for way in facts}
    marks = {"bare": [*_bare(review, send)]}
    marks |= {way: [*_marks(reports[way], facts[way])] for way in facts}
    by_bare = {item for item in review.planted if any(m.finds(item) for m in marks["bare"])}
    scores = {way: _score(review, marks[way], by_bare) for way in WAYS}
    for way, report in reports.items():
        scores[way].names = len(report.names)
    return scores


def _bare(review: CorpusReview, send: Send) -> Iterator[Mark]:
    plain = plain_text(review.text)
    findings = map_to_markdown(plain, send(CheckRequest(plain.text)))
    for item in (item for item in findings if not item.rule.startswith(OWN_PREFIX)):
        yield Mark(Place(item.start, item.end), item.rule, item.replacements)


def _report(review: CorpusReview, facts: str, send: Send) -> FileReport:
    text = facts + review.text
    parsed, options = review_file.parse(text), CheckOptions(review.variant)
    return check_review(review.name, text, parsed, send, options)


def _marks(report: FileReport, facts: str) -> Iterator[Mark]:
    for item in report.findings:
        start = item.offset - len(facts)
        yield Mark(Place(start, start + item.length), item.rule, item.replacements)


def _score(review: CorpusReview, marks: Iterable[Mark], by_bare: set[Planted]) -> Score:
    score = Score(review.words, planted=Counter(item.kind for item in review.planted))
    found: set[Planted] = set()
    suggested: set[Planted] = set()
    for mark in marks:
        score.findings += 1
        errors = [item for item in review.planted if mark.finds(item)]
        found.update(errors)
        suggested.update(item for item in errors if _suggests(review.text, mark, item))
        if errors:
            score.true += 1
        elif any(mark.meets(place) for place in review.defensible):
            score.defensible += 1
        else:
            words = review.text[mark.place.start : mark.place.end]
            score.false_alarms.append(f"{review.name}\t{mark.rule}\t{words}")
    score.found = Counter(item.kind for item in found)
    score.suggested, score.bare, score.kept = len(suggested), len(by_bare), len(by_bare & found)
    return score


def _suggests(text: str, mark: Mark, planted: Planted) -> bool:
    """Tell whether the first replacement of ``mark`` makes the text right."""
    right = _replaced(text, planted.place, planted.right)
    return bool(mark.replacements) and _replaced(text, mark.place, mark.replacements[0]) == right


def _replaced(text: str, place: Place, replacement: str) -> str:
    return text[: place.start] + replacement + text[place.end :]
