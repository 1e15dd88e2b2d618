"""Rules of the filter: each keeps, waives or replaces a finding.

``FILTER_RULES`` is the table, applied from top to bottom. A new rule is a function that returns a
verdict, or None to leave the finding to the rules below, and a row of the table.

Names and terms waive findings about spelling only, with one exception: capitals within a title.
A word that the writer accepts is right for every rule about the spelling of a word, a name from the
facts for those about unknown words.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from editor.languagetool.finding import (
    OWN_CATEGORY,
    Finding,
    FindingKind,
    is_about_spelling,
    is_casing,
    is_coherency,
    is_respelling,
    is_speller,
)
from editor.languagetool.rule_file import OWN_PREFIX
from editor.proofing.checked_text import CheckedText, PlacedFinding
from editor.proofing.ignored_findings import sentence_fingerprint
from editor.proofing.languages.loan_words import is_loan_word
from editor.proofing.own_rules import majority_miss, near_miss
from editor.proofing.proposals.names import ProposedFinding
from editor.proofing.quote_pairs import is_paired
from editor.proofing.reasons import Reason, ReasonKind
from editor.proofing.rule_ids import NEAR_MISS

UNPAIRED_QUOTES = "DE_UNPAIRED_QUOTES"
"""LanguageTool's rule about quotation marks without their counterpart."""
SENTENCE_START = "UPPERCASE_SENTENCE_START"
"""LanguageTool's rule about sentences that begin with a small letter."""


@dataclass(frozen=True, slots=True)
class Waive:
    """The finding is not shown, and no other rule is applied to it."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Replace:
    """The finding is replaced by ``finding``, which the next rules are applied to.

    None drops it, because a finding of ``own_rules`` reports the same problem better.
    """

    finding: Finding | None


@dataclass(frozen=True, slots=True)
class Propose:
    """The finding waits for a decision about a ``name``, and no other rule is applied to it."""

    name: str


Verdict = Waive | Replace | Propose | None
"""None leaves the finding to the next rule; after the last one it is shown."""


@dataclass(frozen=True, slots=True)
class FilterRule:
    """A row of the table: the findings that the rule is about, and its verdict on one of them."""

    applies: Callable[[Finding], bool]
    verdict: Callable[[CheckedText, PlacedFinding], Verdict]
    in_markup: bool = False
    """Whether the rule is also about findings that have no place in the plain text."""


@dataclass(frozen=True, slots=True)
class WaivedFinding:
    """A finding that is not shown, and why."""

    finding: Finding
    reason: Reason


def apply_rules(
    text: CheckedText, item: PlacedFinding
) -> Finding | WaivedFinding | ProposedFinding | None:
    """Return the finding as it is to be shown, as waived or as proposed; None if it is dropped."""
    for rule in FILTER_RULES:
        if rule.applies(item.finding) and (rule.in_markup or not item.in_markup):
            verdict = rule.verdict(text, item)
            if isinstance(verdict, Waive):
                return WaivedFinding(item.finding, verdict.reason)
            if isinstance(verdict, Propose):
                return ProposedFinding(item.finding, verdict.name)
            if isinstance(verdict, Replace):
                if verdict.finding is None:
                    return None
                item = item._replace(finding=verdict.finding)
    return item.finding


# -- verdicts -------------------------------------------------------------------------------------


def _unify_term(text: CheckedText, item: PlacedFinding) -> Verdict:
    # LanguageTool wants a text to stay with its first spelling: „Bluray“ once, „Bluray“ always.
    if not text.is_term(item):
        return None
    variant = text.occurrences.variants.around(item.start, item.end)
    return Replace(None) if variant else Waive(Reason(ReasonKind.TERM))


def _accept_name(text: CheckedText, item: PlacedFinding) -> Verdict:
    reason = text.occurrences.names.around(item.start, item.end)
    return Waive(reason) if reason else None


def _accept_capital(text: CheckedText, item: PlacedFinding) -> Verdict:
    is_title = text.source(item)[:1].isupper() and text.begins_title(item)
    return Waive(Reason(ReasonKind.TITLE)) if is_title else None


def _drop_small_item(text: CheckedText, item: PlacedFinding) -> Verdict:
    # „- gute Musik“: items that are no sentences may begin with a small letter.
    return Replace(None) if text.begins_list_item(item) else None


def _drop_variant(text: CheckedText, item: PlacedFinding) -> Verdict:
    return Replace(None) if text.is_variant(item) else None


def _accept_words(text: CheckedText, item: PlacedFinding) -> Verdict:
    reason = text.occurrences.terms.around(item.start, item.end)
    reason = reason or text.lookup.accepts(text.words(item))
    return Waive(reason) if reason else None


def _accept_decided_words(text: CheckedText, item: PlacedFinding) -> Verdict:
    finding, source = item.finding, text.source(item)
    if not (is_about_spelling(finding) or is_respelling(source, finding.replacements)):
        return None
    reason = text.decision(item)
    return Waive(reason) if reason else None


def _drop_same_advice(text: CheckedText, item: PlacedFinding) -> Verdict:
    # „Making of“: LanguageTool has a rule for some terms.
    usual = text.occurrences.variants.around(item.start, item.end)
    return Replace(None) if usual and usual in item.finding.replacements else None


def _explain_apostrophe(text: CheckedText, item: PlacedFinding) -> Verdict:
    # The speller does not see the rest of „Lacomb's“.
    right = item.finding.replacements[:1]
    near = text.lookup.nearest(right[0]) if right else None
    if near is None or NEAR_MISS in text.ignored.rules_off:
        return None
    return Replace(replace(near_miss(item.finding, *near), kind=FindingKind.SPELLING))


def _explain_near_miss(text: CheckedText, item: PlacedFinding) -> Verdict:
    words = text.words(item)
    # A word in small letters within a foreign passage is hardly meant as a name: “what”, „Watt“.
    is_foreign = words[0].islower() and text.foreign.around(item.start, item.end)
    if NEAR_MISS in text.ignored.rules_off or is_foreign:
        return None
    near = text.lookup.nearest(words)
    return Replace(near_miss(item.finding, *near)) if near else None


def _waive_foreign(text: CheckedText, item: PlacedFinding) -> Verdict:
    passage = text.foreign.around(item.start, item.end)
    return Waive(Reason(ReasonKind.FOREIGN)) if passage else None


def _waive_rule_off(text: CheckedText, item: PlacedFinding) -> Verdict:
    is_off = item.finding.rule in text.ignored.rules_off
    return Waive(Reason(ReasonKind.RULE_OFF)) if is_off else None


def _waive_hidden(text: CheckedText, item: PlacedFinding) -> Verdict:
    finding, hidden = item.finding, text.ignored.hidden
    # Most rules have no hidden finding, and a fingerprint takes time.
    if not any(rule == finding.rule for rule, _ in hidden):
        return None
    is_hidden = (finding.rule, sentence_fingerprint(text.plain, finding)) in hidden
    return Waive(Reason(ReasonKind.HIDDEN)) if is_hidden else None


def _explain_majority_miss(text: CheckedText, item: PlacedFinding) -> Verdict:
    if NEAR_MISS in text.ignored.rules_off:
        return None
    right = text.majority_spelling(item)
    return Replace(majority_miss(item.finding, right)) if right else None


def _propose_name(text: CheckedText, item: PlacedFinding) -> Verdict:
    name = text.probable_name(item)
    return Propose(name) if name else None


def _drop_paired_quote(text: CheckedText, item: PlacedFinding) -> Verdict:
    paragraph, start = text.paragraph(item)
    return Replace(None) if is_paired(paragraph, item.start - start) else None


def _waive_loan_word(text: CheckedText, item: PlacedFinding) -> Verdict:
    is_loan = is_loan_word(text.words(item), item.finding)
    return Waive(Reason(ReasonKind.LOAN_WORD)) if is_loan else None


# -- the table ------------------------------------------------------------------------------------


def _is_coherency(finding: Finding) -> bool:
    return finding.kind is not FindingKind.SPELLING and is_coherency(finding)


def _is_casing(finding: Finding) -> bool:
    return finding.kind is not FindingKind.SPELLING and is_casing(finding)


def _is_spelling(finding: Finding) -> bool:
    """Tell whether LanguageTool objects to the spelling; near misses are Rezensent's findings."""
    return finding.kind is FindingKind.SPELLING and finding.category != OWN_CATEGORY


def _is_unknown_word(finding: Finding) -> bool:
    return _is_spelling(finding) and is_speller(finding)


def _is_rule_of_ours(finding: Finding) -> bool:
    return finding.rule.startswith(OWN_PREFIX)


def _is_unpaired_quote(finding: Finding) -> bool:
    return finding.rule == UNPAIRED_QUOTES


def _is_small_start(finding: Finding) -> bool:
    return finding.rule == SENTENCE_START


def _is_apostrophe(finding: Finding) -> bool:
    return finding.rule.startswith("REZ_GENITIVE_APOSTROPHE")


def _is_of_languagetool(finding: Finding) -> bool:
    return finding.category != OWN_CATEGORY


def _is_any(_: Finding) -> bool:
    return True


FILTER_RULES = (
    FilterRule(_is_coherency, _unify_term),
    FilterRule(_is_casing, _accept_name),
    FilterRule(_is_casing, _accept_capital),
    FilterRule(_is_small_start, _drop_small_item),
    FilterRule(_is_spelling, _accept_name),
    FilterRule(_is_any, _accept_decided_words),
    FilterRule(_is_unknown_word, _drop_variant),
    FilterRule(_is_rule_of_ours, _drop_variant),
    FilterRule(_is_of_languagetool, _drop_same_advice),
    FilterRule(_is_apostrophe, _explain_apostrophe),
    FilterRule(_is_unknown_word, _accept_words),
    FilterRule(_is_unknown_word, _explain_near_miss),
    FilterRule(_is_of_languagetool, _waive_foreign),
    FilterRule(_is_unpaired_quote, _drop_paired_quote),
    FilterRule(_is_any, _waive_rule_off, in_markup=True),
    FilterRule(_is_any, _waive_hidden, in_markup=True),
    FilterRule(_is_unknown_word, _explain_majority_miss),
    FilterRule(_is_unknown_word, _propose_name),
    FilterRule(_is_unknown_word, _waive_loan_word),
)
