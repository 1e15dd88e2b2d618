"""Findings that follow the edits of their text."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

from editor.languagetool.finding import Finding
from editor.review.text_diff import changed_span


def follow_edit(findings: Iterable[Finding], old: str, new: str) -> tuple[Finding, ...]:
    """Return the findings of ``old`` at their places in ``new``, without those in what changed."""
    change = changed_span(old, new)
    shift = change.new_end - change.old_end
    left = (f for f in findings if f.end <= change.start or f.start >= change.old_end)
    return tuple(
        f.at(f.start + shift, f.end + shift) if f.start >= change.old_end else f for f in left
    )


@dataclass(frozen=True, slots=True)
class TrackedFindings:
    """The findings of a checked text, and those that are left after later edits."""

    checked_text: str
    checked_findings: tuple[Finding, ...]
    """Findings in ``checked_text``."""
    text: str
    """The present text."""
    findings: tuple[Finding, ...]
    """Findings that are left, at their places in ``text``."""

    @classmethod
    def of(cls, text: str, findings: tuple[Finding, ...]) -> Self:
        """Return the findings of a ``text`` that has just been checked."""
        return cls(text, findings, text, findings)

    def moved_to(self, text: str) -> Self:
        """Return the findings after one edit or several have turned the present text into ``text``.

        If that is the checked text again, all its findings are back.
        """
        if text == self.text:
            return self
        if text == self.checked_text:
            return self.of(self.checked_text, self.checked_findings)
        findings = follow_edit(self.findings, self.text, text)
        return replace(self, text=text, findings=findings)

    def without(self, finding: Finding) -> Self:
        """Return the findings that are left when ``finding`` is corrected."""
        return replace(self, findings=tuple(item for item in self.findings if item != finding))
