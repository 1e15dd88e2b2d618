"""Findings of LanguageTool → what the writer is shown, with everything waived kept beside it.

Names and terms only ever waive spelling, and one thing beside: capitals within a title.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from editor.language.checker import Finding, Kind
from editor.language.decisions import Decisions, sentence
from editor.language.foreign import foreign_passages
from editor.language.phrases import occurrences, words
from editor.language.plaintext import PlainText, plain_text
from editor.language.reasons import Reason, Why
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


def judged(
    markdown: str,
    findings: Sequence[Finding],
    vocabulary: Vocabulary,
    decisions: Decisions | None = None,
    knows: Knows | None = None,
) -> Judgement:
    """Return which of the ``findings`` in ``markdown`` to show, with those of our own among them.

    ``knows`` is asked at most once, with the German parts of compounds such as „Picard-Serie“;
    without it these stay findings. Raises what ``knows`` raises.
    """
    decisions = decisions or Decisions()
    case = _Case(markdown, vocabulary, decisions.rules_off)
    verdicts = case.verdicts(findings, knows)
    shown = [item for item in verdicts if isinstance(item, Finding)]
    waived = [item for item in verdicts if isinstance(item, Waived)]
    kept = []
    for finding in sorted(shown, key=lambda item: (item.start, item.end, item.rule)):
        reason = _decided(case.plain, finding, decisions)
        if reason:
            waived.append(Waived(finding, reason))
        else:
            kept.append(finding)
    waived.sort(key=lambda item: (item.finding.start, item.finding.end))
    return Judgement(tuple(kept), tuple(waived))


def _decided(plain: PlainText, finding: Finding, decisions: Decisions) -> Reason | None:
    if finding.rule in decisions.rules_off:
        return Reason(Why.RULE_OFF)
    rules = {rule for rule, _ in decisions.hidden}
    if finding.rule in rules and (finding.rule, sentence(plain, finding)) in decisions.hidden:
        return Reason(Why.HIDDEN)
    return None


class _Placed(NamedTuple):
    """A finding with its span in the plain text."""

    finding: Finding
    start: int
    end: int


class _Case:
    """One text with everything in it that findings are compared with."""

    def __init__(self, markdown: str, vocabulary: Vocabulary, rules_off: frozenset[str]) -> None:
        self.plain = plain_text(markdown)
        self._markdown = markdown
        self._vocabulary = vocabulary
        self._rules_off = rules_off
        said = words(self.plain.text)
        names = [*occurrences(self.plain.text, said, vocabulary.phrases)]
        self._slips = [item for item in names if not item.exact and item.phrase.personal]
        self._names = Spans(item for item in names if item.exact)
        self._terms = Spans(
            item
            for item in occurrences(self.plain.text, said, vocabulary.terms.phrases)
            if item.exact
        )

    def verdicts(self, findings: Sequence[Finding], knows: Knows | None) -> list[Finding | Waived]:
        """Return every finding as it is to be shown or as waived, and those of our own."""
        placed = [*self._placed(findings)]
        spelled = [item for item in placed if item.finding.kind is Kind.SPELLING]
        spellings = [*self._spellings()]
        said = Words(self._vocabulary, knows)
        said.learn(self._text(item, spellings) for item in spelled if is_speller(item.finding))
        foreign = Spans(foreign_passages(self._markdown, self.plain, spelled))
