"""Rezensent's own rules: findings that need the names and terms of the review.

A new rule is a function from CheckedText to findings and a row of ``OWN_RULES``.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from editor.languagetool.finding import OWN_CATEGORY, Finding, FindingKind
from editor.proofing.checked_text import CheckedText
from editor.proofing.mistaken_names import mistaken_names
from editor.proofing.name_grammar import name_genitives, title_compounds
from editor.proofing.reasons import Reason, ReasonKind
from editor.proofing.rule_ids import NAME_GENITIVE, NEAR_MISS, TERM_SPELLING, TITLE_HYPHENS
from editor.proofing.span_index import SpanIndex


def own_findings(text: CheckedText) -> Iterator[Finding]:
    """Yield the findings of all rules that are not off, in code points of the Markdown."""
    for rule, find in OWN_RULES.items():
        if rule not in text.ignored.rules_off:
            yield from find(text)


def near_miss(finding: Finding, name: str, reason: Reason) -> Finding:
    """Return ``finding``, which only reports an unknown word, as a near miss of ``name``."""
    return _near_miss(finding, name, _near_message(name, reason))


def majority_miss(finding: Finding, name: str) -> Finding:
    """Return ``finding``, which only reports an unknown word, as a near miss of ``name``.

    The review has the name in its text.
    """
    return _near_miss(finding, name, f"Meinten Sie „{name}“? So schreibt die Rezension ihn sonst.")


def _term_spellings(text: CheckedText) -> Iterator[Finding]:
    """Yield a finding for each unusual spelling of a term.

    It is about spelling where LanguageTool does not know the word, about style elsewhere.
    """
    unknown = SpanIndex((item.start, item.end, item) for item in text.spelling)
    for start, end, usual in text.occurrences.variants:
        is_unknown = unknown.around(start, end) or unknown.within(start, end)
        kind = FindingKind.SPELLING if is_unknown else FindingKind.STYLE
        message = f"Üblich ist die Schreibung „{usual}“."
        span = text.plain.source_span(start, end)
        if span:
            yield Finding(*span, TERM_SPELLING, OWN_CATEGORY, message, (usual,), kind)


def _near_misses(text: CheckedText) -> Iterator[Finding]:
    """Yield near misses of names where LanguageTool has no finding."""
    yield from _name_slips(text)
    yield from _mistaken_names(text)


def _name_slips(text: CheckedText) -> Iterator[Finding]:
    """Yield the names of people that are complete except for accents or capitals.

    Word by word LanguageTool may know the wrong spelling, „Zoe Kravitz“ for „Zoë Kravitz“. Where
    it has a finding, the filter makes that one a near miss.
    """
    for start, end, name, reason in text.occurrences.slips:
        span = text.plain.source_span(start, end)
        if span and not text.is_flagged(start, end):
            yield _name_finding(span, name, reason)


def _mistaken_names(text: CheckedText) -> Iterator[Finding]:
    """Yield the names that stand for another one from the facts, „Justin“ for Dustin."""
    for token, name in mistaken_names(text):
        span, reason = text.plain.source_span(token.start, token.end), text.accepts(name)
        if span and reason and not text.foreign.around(token.start, token.end):
            yield _name_finding(span, name, reason)


def _name_finding(span: tuple[int, int], name: str, reason: Reason) -> Finding:
    message = _near_message(name, reason)
    return Finding(*span, NEAR_MISS, OWN_CATEGORY, message, (name,), FindingKind.SPELLING)


OWN_RULES: Mapping[str, Callable[[CheckedText], Iterator[Finding]]] = {
    TERM_SPELLING: _term_spellings,
    NEAR_MISS: _near_misses,
    NAME_GENITIVE: name_genitives,
    TITLE_HYPHENS: title_compounds,
}
"""The rules by their ids, which a writer may switch off."""


def _near_miss(finding: Finding, name: str, message: str) -> Finding:
    others = (other for other in finding.replacements if other != name)
    return replace(
        finding,
        rule=NEAR_MISS,
        category=OWN_CATEGORY,
        message=message,
        replacements=(name, *others),
    )


def _near_message(name: str, reason: Reason) -> str:
    if reason.kind is ReasonKind.NAME:
        return f"Meinten Sie „{name}“? So steht der Name in den Angaben ({reason.label.german})."
    return f"Meinten Sie „{name}“? So steht das Wort in der Wortliste dieser Rezension."
