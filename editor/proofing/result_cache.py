"""Caches of LanguageTool's answers: each paragraph is sent once, wherever it occurs."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate

from editor.languagetool.finding import Finding
from editor.languagetool.request import (
    PARAGRAPH_BREAK,
    CheckRequest,
    RuleScope,
    split_paragraphs,
)

Send = Callable[[CheckRequest], tuple[Finding, ...]]
"""Sends a request to LanguageTool; findings are in code points of the request's text."""

_BATCH = 12_000
"""Code points in one request: about a second for new text on two busy cores."""
_BUDGET = 48_000
"""Code points of new text in one call, after which other sections have their turn."""
_WINDOW = 100_000
"""Code points that are compared with each other; the longest reviews have half of that."""


class SentenceCache:
    """Findings of the rules that look at one sentence.

    They depend on nothing but the paragraph, so an edit costs one paragraph and not its section.
    """

    def __init__(self, send: Send) -> None:
        self._send = send
        self._by_paragraph: dict[str, tuple[Finding, ...]] = {}

    def learn(self, text: str) -> bool:
        """Check the new paragraphs of a plain text; return whether all of them are checked now.

        Of very much new text only a good part is checked, so that a section that is being edited
        need not wait for it. Raises what ``send`` raises; answers that came before are kept.
        """
        parts = (part for _, part in split_paragraphs(text))
        new = [part for part in parts if part not in self._by_paragraph]
        budget = _BUDGET
        for batch in _batches(dict.fromkeys(new)):
            if budget <= 0:
                return False
            budget -= sum(map(len, batch))
            self._learn(batch)
        return True

    def findings(self, text: str) -> tuple[Finding, ...]:
        """Return the cached findings in a plain text, in order."""
        return tuple(
            _moved(finding, start)
            for start, part in split_paragraphs(text)
            for finding in self._by_paragraph.get(part, ())
        )

    def keep(self, texts: Iterable[str]) -> None:
        """Forget all paragraphs but those of ``texts``."""
        parts = {part for text in texts for _, part in split_paragraphs(text)}
        self._by_paragraph = {
            part: findings for part, findings in self._by_paragraph.items() if part in parts
        }

    def _learn(self, batch: Sequence[str]) -> None:
        request = CheckRequest(PARAGRAPH_BREAK.join(batch), RuleScope.SENTENCES)
        parts = split_findings(self._send(request), map(len, batch))
        self._by_paragraph |= zip(batch, parts, strict=True)


class TextLevelCache:
    """Findings of the rules that compare sentences, over all texts in reading order."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._by_request: dict[CheckRequest, tuple[Finding, ...]] = {}

    def findings(
        self, texts: Sequence[str], styles: Iterable[Mapping[str, int]] = ()
    ) -> list[tuple[Finding, ...]]:
        """Return the findings in each of the plain ``texts``.

        Each mapping in ``styles`` has the thresholds of style rules that are asked for in one
        request. A finding that reaches from one text into the next is left out. Raises what
        ``send`` raises.
        """
        kinds = ((), *(tuple(style.items()) for style in styles))
        requests = [
            (start, CheckRequest(part, RuleScope.TEXT, kind))
            for start, part in _windows(PARAGRAPH_BREAK.join(texts))
            for kind in kinds
        ]
        self._by_request = {request: self._answer(request) for _, request in requests}
        findings = (
            _moved(finding, start)
            for start, request in requests
            for finding in self._by_request[request]
        )
        return split_findings(findings, map(len, texts))

    def _answer(self, request: CheckRequest) -> tuple[Finding, ...]:
        cached = self._by_request.get(request)
        return self._send(request) if cached is None else cached


def split_findings(
    findings: Iterable[Finding], lengths: Iterable[int]
) -> list[tuple[Finding, ...]]:
    """Return the findings in joined texts of ``lengths``, each at its place in its own text."""
    ends = [*accumulate(length + len(PARAGRAPH_BREAK) for length in lengths)]
    starts = [0, *ends[:-1]]
    parts: list[list[Finding]] = [[] for _ in ends]
    for finding in findings:
        index = bisect_right(starts, finding.start) - 1
        if finding.end <= ends[index] - len(PARAGRAPH_BREAK):
            parts[index].append(_moved(finding, -starts[index]))
    return [tuple(sorted(part, key=lambda f: (f.start, f.end))) for part in parts]


def _windows(text: str) -> Iterator[tuple[int, str]]:
    """Yield stretches of whole paragraphs that are short enough to be compared, with places."""
    start = end = 0
    for place, part in split_paragraphs(text):
        if end > start and place + len(part) - start > _WINDOW:
            yield start, text[start:end]
            start = place
        end = place + len(part)
    if end > start:
        yield start, text[start:end]


def _batches(parts: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    length = 0
    for part in parts:
        if batch and length + len(part) > _BATCH:
            yield batch
            batch, length = [], 0
        batch.append(part)
        length += len(part)
    if batch:
        yield batch


def _moved(finding: Finding, by: int) -> Finding:
    return finding.at(finding.start + by, finding.end + by)
