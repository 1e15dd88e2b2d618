"""Findings that go with their text: an edit moves those behind it and drops those it touches."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Self

from editor.languagetool.checker import Finding
from editor.review.difference import Difference, difference


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
        kept = tuple(_moved(self.findings, difference(self.text, text)))
        return replace(self, text=text, findings=kept)

    def without(self, finding: Finding) -> "Found":
        """Return what is left when ``finding`` is corrected."""
        return replace(self, findings=tuple(item for item in self.findings if item != finding))


def _moved(findings: Iterable[Finding], change: Difference) -> Iterator[Finding]:
    delta = change.new_end - change.old_end
    for finding in findings:
        if finding.end <= change.start:
            yield finding
        elif finding.start >= change.old_end:
            yield finding.at(finding.start + delta, finding.end + delta)
