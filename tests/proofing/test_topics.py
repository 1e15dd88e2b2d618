"""Topics: what a finding is about, in one or two words."""

import pytest

from editor.languagetool.finding import Finding, FindingKind
from editor.localized import language_set_to
from editor.proofing.style import style_rules
from editor.proofing.topics import topic


def finding(rule: str, category: str, *replacements: str) -> Finding:
    return Finding(0, 4, rule, category, "Eine Meldung.", replacements, FindingKind.GRAMMAR)


@pytest.mark.parametrize(
    ("found", "german", "english"),
    [
        (finding("FILLER_WORDS_DE", "STYLE"), "Füllwort", "filler word"),
        (finding("SO_WEIT", "COMPOUNDING", "so weit"), "getrennt oder zusammen", "one word or two"),
        (finding("NAME_NEAR_MISS", "REZENSENT", "Lacombe"), "bekannter Name", "known name"),
        (finding("GERMAN_SPELLER_RULE", "TYPOS"), "unbekanntes Wort", "unknown word"),
        (finding("GERMAN_SPELLER_RULE", "TYPOS", "Kamera"), "", ""),
        (finding("DE_WORD_COHERENCY", "TYPOS", "Foto"), "zwei Schreibungen", "two spellings"),
        (finding("GIBT_ES_NICHT", "GIBT_ES_NICHT"), "", ""),
    ],
)
def test_topic_of_a_finding(found: Finding, german: str, english: str) -> None:
    assert topic(found).text() == german
    with language_set_to("en"):
        assert topic(found).text() == english


def test_every_style_rule_has_a_short_topic() -> None:
    for rule in style_rules():
        for text in (rule.topic.german, rule.topic.english):
            assert 0 < len(text) <= 30
