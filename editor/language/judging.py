"""Findings of LanguageTool → what the writer is shown, with everything waived kept beside it.

Names and terms only ever waive spelling, and one thing beside: capitals within a title.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from editor.language.checker import Finding, Kind
from editor.language.decisions import Decisions, sentence
from editor.language.foreign import foreign_passages
from editor.language.names import fold, plain_word
from editor.language.phrases import Occurrence, Word, occurrences, word_texts, words
from editor.language.plaintext import PlainText, plain_text
from editor.language.reasons import Reason, Why
from editor.language.terms import Spelling
from editor.language.vocabulary import Vocabulary

NEAR_MISS = "NAME_NEAR_MISS"
TERM_SPELLING = "TERM_SPELLING"
Knows = Callable[[Sequence[str]], Sequence[bool]]
"""Tells for each of several words whether it is German: a SpellingOracle."""


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that is not shown, and why."""

    finding: Finding
    reason: Reason


@dataclass(frozen=True, slots=True)
class Judgement:
    """What to show of the findings in a text, in order, and what not."""

    shown: tuple[Finding, ...]
    waived: tuple[Waived, ...]


def is_speller(finding: Finding) -> bool:
    """Tell whether ``finding`` only says that a word is not in the dictionary."""
    return finding.rule.endswith("SPELLER_RULE") or "MULTITOKEN_SPELLING" in finding.rule
