"""Findings, and the rules of LanguageTool that they come from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

OWN_CATEGORY = "REZENSENT"
"""Category of the findings that Rezensent makes itself."""


class FindingKind(StrEnum):
    """Subject of a finding; the window has a colour for each."""

    SPELLING = "spelling"
    GRAMMAR = "grammar"
    STYLE = "style"


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem at a place of the checked text, in code points of that text."""

    start: int
    end: int
    rule: str
    category: str
    message: str
    replacements: tuple[str, ...]
    """Replacements, the best first; often none."""
    kind: FindingKind

    def at(self, start: int, end: int) -> Finding:
        """Return this finding at another place."""
        if (start, end) == (self.start, self.end):
            return self
        # Not dataclasses.replace(): every key moves all findings behind it, often hundreds.
        return Finding(
            start, end, self.rule, self.category, self.message, self.replacements, self.kind
        )


def is_speller(finding: Finding) -> bool:
    """Tell whether ``finding`` only reports that a word is not in the dictionary."""
    return finding.rule.endswith("SPELLER_RULE") or "MULTITOKEN_SPELLING" in finding.rule


def is_about_spelling(finding: Finding) -> bool:
    """Tell whether ``finding`` is about how a word is spelled: old, less usual or in two ways."""
    return (
        finding.kind is FindingKind.SPELLING
        or is_coherency(finding)
        or finding.category in {"TYPOS", "COMPOUNDING", "EMPFOHLENE_RECHTSCHREIBUNG"}
        or finding.rule.startswith("DE_SIMPLE_REPLACE")
    )


def is_respelling(words: str, replacements: Iterable[str]) -> bool:
    """Tell whether one of the ``replacements`` has the letters of ``words``.

    It has other capitals, hyphens, apostrophes or blanks: „Making of“, „Kubrick's“.
    """
    letters = _letters(words)
    return bool(letters) and any(_letters(other) == letters for other in replacements)


def is_casing(finding: Finding) -> bool:
    """Tell whether ``finding`` is about capitals."""
    return finding.category == "CASING" or finding.rule.startswith("DE_CASE")


def is_coherency(finding: Finding) -> bool:
    """Tell whether ``finding`` is about two spellings of one word in a text."""
    return "COHERENCY" in finding.rule


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()
