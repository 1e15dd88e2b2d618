"""Findings of LanguageTool → what the writer is shown, with everything waived kept beside it.

Names and terms only ever waive spelling, and one thing beside: capitals within a title.
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from editor.languagetool.finding import Finding, Kind, is_casing, is_coherency, is_speller
from editor.markdown.plaintext import PlainText, plain_text
from editor.proofing.compounds import Knows, Words
from editor.proofing.foreign_text import foreign_passages
from editor.proofing.ignored import Decisions, sentence
from editor.proofing.name_findings import NEAR_MISS, TERM_SPELLING, Placed, Spans, Text, near_miss
from editor.proofing.reasons import Reason, Why
from editor.proofing.vocabulary import Vocabulary

_FOREIGN = Reason(Why.FOREIGN)
_TERM = Reason(Why.TERM)


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
    complete: bool = True
    """Whether all of the text has been checked, or only a good part of a very long one."""


def judged(
    markdown: str,
    findings: Sequence[Finding],
    vocabulary: Vocabulary,
    decisions: Decisions | None = None,
    knows: Knows | None = None,
    *,
    plain: PlainText | None = None,
) -> Judgement:
    """Return which of the ``findings`` in ``markdown`` to show, with those of our own among them.

    ``knows`` is asked at most once, for the German parts of compounds such as „Picard-Serie“;
    without it these stay findings. ``plain`` is the plain text where the caller has it already.
    Raises what ``knows`` raises.
    """
    decisions = decisions or Decisions()
    plain = plain or plain_text(markdown)
    text = Text(markdown, plain, vocabulary, unify=TERM_SPELLING not in decisions.rules_off)
    words = Words(vocabulary, knows)
    verdicts = [*_verdicts(text, findings, words, decisions.rules_off)]
    shown = (item for item in verdicts if isinstance(item, Finding))
    decided = [(item, _decided(text.plain, item, decisions)) for item in shown]
    waived = [item for item in verdicts if isinstance(item, Waived)]
    waived += [Waived(item, reason) for item, reason in decided if reason]
    return Judgement(
        tuple(sorted((item for item, reason in decided if not reason), key=_place)),
        tuple(sorted(waived, key=lambda item: _place(item.finding))),
    )


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.rule


def _decided(plain: PlainText, finding: Finding, decisions: Decisions) -> Reason | None:
    if finding.rule in decisions.rules_off:
        return Reason(Why.RULE_OFF)
    if any(rule == finding.rule for rule, _ in decisions.hidden):
        hidden = (finding.rule, sentence(plain, finding)) in decisions.hidden
        return Reason(Why.HIDDEN) if hidden else None
    return None


def _verdicts(
    text: Text, findings: Sequence[Finding], words: Words, off: Container[str]
) -> Iterator[Finding | Waived]:
    """Yield every finding as it is to be shown or as waived, and those of our own.

    A near miss that is switched off is the finding that LanguageTool has made of it.
    """
    placed = [*text.placed(findings)]
    spelled = [item for item in placed if item.finding.kind is Kind.SPELLING]
    words.learn(text.read(item) for item in spelled if is_speller(item.finding))
    # What concerns several words has a suggestion for them, and so knows what is meant.
    unknown = [item for item in spelled if len(text.plain.text[item.start : item.end].split()) == 1]
    passages = foreign_passages(text.markdown, text.plain, unknown)
    foreign = Spans((start, end, _FOREIGN) for start, end in passages)
    in_place = {item.finding for item in placed}
    yield from (finding for finding in findings if finding not in in_place)
    yield from text.term_spellings(spelled)
    if NEAR_MISS not in off:
        yield from text.slips(spelled)
    for item in placed:
        verdict = _verdict(text, item, words, foreign, near=NEAR_MISS not in off)
        if verdict:
            yield verdict


def _verdict(
    text: Text, item: Placed, words: Words, foreign: Spans[Reason], *, near: bool
) -> Finding | Waived | None:
    """Return what becomes of one finding, None when one of ours says it better."""
    finding, start, end = item
    reason = text.names.around(start, end)
    if finding.kind is not Kind.SPELLING:
        if is_coherency(finding) and text.unified(item):
            return None if text.spellings.around(start, end) else Waived(finding, _TERM)
        return Waived(finding, reason) if reason and is_casing(finding) else finding
    if is_speller(finding) and not reason:
        if text.respelled(item, words):
            return None
        reason = text.terms.around(start, end) or words.reason(text.read(item))
    passage = foreign.around(start, end)
    missed = words.near(text.read(item)) if near and not reason and is_speller(finding) else None
    if missed and not (passage and missed[0][0].islower()):
        return near_miss(finding, *missed)
    reason = reason or passage
    return Waived(finding, reason) if reason else finding
