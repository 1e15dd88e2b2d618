"""What LanguageTool has said: each paragraph is asked about once, however often its text is."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Self

from editor.languagetool.finding import Finding
from editor.languagetool.request import PARAGRAPH, Question, Scope, paragraphs
from editor.review.text_diff import Difference, difference

Ask = Callable[[Question], tuple[Finding, ...]]
"""Puts a question to LanguageTool; findings are in code points of the question's text."""

_AT_ONCE = 12_000
"""Code points in one request: about a second for new text on two busy cores."""
_AT_A_TIME = 48_000
"""Code points of new text before others have their turn."""
_TOGETHER = 100_000
"""Code points that are compared with each other; the longest reviews have half of that."""


class Sentences:
    """Findings of the rules that look at one sentence.

    They depend on nothing but the paragraph, so an edit costs one paragraph and not its section.
    """

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._known: dict[str, tuple[Finding, ...]] = {}

    def learn(self, text: str) -> bool:
        """Ask about new paragraphs of a plain text; return whether that were all of them.

        Of very much new text a good part only, so that a section just edited need not wait for it.
        Raises what ``ask`` raises; what has been answered by then is kept.
        """
        new = [part for _, part in paragraphs(text) if part not in self._known]
        budget = _AT_A_TIME
        for batch in _batches(dict.fromkeys(new)):
            if budget <= 0:
                return False
            budget -= sum(map(len, batch))
            self._learn(batch)
        return True

    def findings(self, text: str) -> tuple[Finding, ...]:
        """Return what is known about a plain text, in order."""
        return tuple(
            _moved(finding, start)
            for start, part in paragraphs(text)
            for finding in self._known.get(part, ())
        )

    def keep(self, texts: Iterable[str]) -> None:
        """Forget all paragraphs but those of ``texts``."""
        parts = {part for text in texts for _, part in paragraphs(text)}
        self._known = {part: found for part, found in self._known.items() if part in parts}

    def _learn(self, batch: Sequence[str]) -> None:
        findings = self._ask(Question(PARAGRAPH.join(batch), Scope.SENTENCES))
        for part, found in zip(batch, divided(findings, map(len, batch)), strict=True):
            self._known[part] = found


class Whole:
    """Findings of the rules that compare sentences, over all texts in reading order."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._known: dict[Question, tuple[Finding, ...]] = {}

    def findings(
        self, texts: Sequence[str], styles: Iterable[Mapping[str, int]] = ()
    ) -> list[tuple[Finding, ...]]:
        """Return the findings in each of the plain ``texts``.

        ``styles`` are thresholds of style rules, one mapping for those to be asked for together. A
        finding that reaches from one text into the next is nowhere. Raises what ``ask`` raises.
        """
        kinds = ((), *(tuple(style.items()) for style in styles))
        asked = [
            (start, Question(part, Scope.TEXT, kind))
            for start, part in _windows(PARAGRAPH.join(texts))
            for kind in kinds
        ]
        self._known = {question: self._answer(question) for _, question in asked}
        found = (_moved(f, start) for start, question in asked for f in self._known[question])
        return divided(found, map(len, texts))

    def _answer(self, question: Question) -> tuple[Finding, ...]:
        known = self._known.get(question)
        return self._ask(question) if known is None else known


def divided(findings: Iterable[Finding], lengths: Iterable[int]) -> list[tuple[Finding, ...]]:
    """Return the findings in texts that were joined, each in places of its own text."""
    ends = [*accumulate(length + len(PARAGRAPH) for length in lengths)]
    starts = [0, *ends[:-1]]
    parts: list[list[Finding]] = [[] for _ in ends]
    for finding in findings:
        index = bisect_right(starts, finding.start) - 1
        if finding.end <= ends[index] - len(PARAGRAPH):
            parts[index].append(_moved(finding, -starts[index]))
    return [tuple(sorted(part, key=lambda f: (f.start, f.end))) for part in parts]


def followed(findings: Iterable[Finding], old: str, new: str) -> tuple[Finding, ...]:
    """Return the findings of ``old`` where they are in ``new``; those in what changed are gone."""
    change = difference(old, new)
    by = change.new_end - change.old_end
    kept = (f for f in findings if f.end <= change.start or f.start >= change.old_end)
    return tuple(_moved(f, by) if f.start >= change.old_end else f for f in kept)


def _windows(text: str) -> Iterator[tuple[int, str]]:
    """Yield stretches of whole paragraphs that are short enough to be compared, with places."""
    start = end = 0
    for place, part in paragraphs(text):
        if end > start and place + len(part) - start > _TOGETHER:
            yield start, text[start:end]
            start = place
        end = place + len(part)
    if end > start:
        yield start, text[start:end]


def _batches(parts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    length = 0
    for part in parts:
        if batch and length + len(part) > _AT_ONCE:
            yield batch
            batch, length = [], 0
        batch.append(part)
        length += len(part)
    if batch:
        yield batch


def _moved(finding: Finding, by: int) -> Finding:
    return replace(finding, start=finding.start + by, end=finding.end + by) if by else finding


@dataclass(frozen=True, slots=True)
class Found:
    """The findings of a text, and what they have become in the text that followed from it."""

    judged: str
    """The text that was checked."""
    verdict: tuple[Finding, ...]
    """What was found there."""
    text: str
    """The text as it is now."""
    findings: tuple[Finding, ...]
    """What is left of them, each where it stands now."""

    @classmethod
    def of(cls, text: str, findings: tuple[Finding, ...]) -> Self:
        """Return what was found in ``text``."""
        return cls(text, findings, text, findings)

    def moved_to(self, text: str) -> "Found":
        """Return the findings in ``text``, into which one edit or several turned the present one.

        Where it is again the text that was checked, everything is back.
        """
        if text == self.text:
            return self
        if text == self.judged:
            return Found.of(self.judged, self.verdict)
        kept = tuple(_followed(self.findings, difference(self.text, text)))
        return replace(self, text=text, findings=kept)

    def without(self, finding: Finding) -> "Found":
        """Return what is left when ``finding`` is corrected."""
        return replace(self, findings=tuple(item for item in self.findings if item != finding))


def _followed(findings: Iterable[Finding], change: Difference) -> Iterator[Finding]:
    delta = change.new_end - change.old_end
    for finding in findings:
        if finding.end <= change.start:
            yield finding
        elif finding.start >= change.old_end:
            yield finding.at(finding.start + delta, finding.end + delta)
