"""Topics of findings: what each is about in one or two words, as lists of findings show it."""

from collections.abc import Mapping
from functools import cache

from editor.languagetool.finding import Finding, is_coherency, is_speller
from editor.localized import Localized
from editor.proofing.rule_ids import NAME_GENITIVE, NEAR_MISS, TERM_SPELLING, TITLE_HYPHENS
from editor.proofing.style import style_rule, style_rule_key

_RULES: Mapping[str, Localized] = {
    NEAR_MISS: Localized("bekannter Name", "known name"),
    TERM_SPELLING: Localized("übliche Schreibung", "usual spelling"),
    NAME_GENITIVE: Localized("Genitiv eines Namens", "genitive of a name"),
    TITLE_HYPHENS: Localized("Bindestriche", "hyphens"),
    "OLD_SPELLING_RULE": Localized("alte Rechtschreibung", "old spelling"),
}
_CATEGORIES: Mapping[str, Localized] = {
    "CASING": Localized("groß oder klein", "capital or small letter"),
    "COLLOQUIALISMS": Localized("Umgangssprache", "colloquial"),
    "COMPOUNDING": Localized("getrennt oder zusammen", "one word or two"),
    "CONFUSED_WORDS": Localized("verwechseltes Wort", "confused word"),
    "EMPFOHLENE_RECHTSCHREIBUNG": Localized("empfohlene Schreibung", "recommended spelling"),
    "GENDER_NEUTRALITY": Localized("geschlechtergerecht", "gender-neutral"),
    "GRAMMAR": Localized("Grammatik", "grammar"),
    "HILFESTELLUNG_KOMMASETZUNG": Localized("Komma", "comma"),
    "IDIOMS": Localized("Redewendung", "idiom"),
    "PROPER_NOUNS": Localized("Eigenname", "proper noun"),
    "PUNCTUATION": Localized("Satzzeichen", "punctuation"),
    "REDUNDANCY": Localized("doppelt gesagt", "said twice"),
    "SEMANTICS": Localized("Bedeutung", "meaning"),
    "STYLE": Localized("Stil", "style"),
    "TYPOGRAPHY": Localized("Typografie", "typography"),
}
"""By LanguageTool's categories, which are those of Rezensent's rules in its format too."""
_UNKNOWN = Localized("unbekanntes Wort", "unknown word")


def topic(finding: Finding) -> Localized:
    """Return what ``finding`` is about.

    It is empty for a misspelt word with a replacement, which says enough, and for a rule of a
    category without a name.
    """
    if is_speller(finding):
        return Localized() if finding.replacements else _UNKNOWN
    if is_coherency(finding):
        return Localized("zwei Schreibungen", "two spellings")
    return _topic(finding.rule, finding.category)


@cache
def _topic(rule: str, category: str) -> Localized:
    key = style_rule_key(rule)
    if key is not None:
        return style_rule(key).topic
    return _RULES.get(rule) or _CATEGORIES.get(category, Localized())
