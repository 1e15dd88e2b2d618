"""Genitives of names and compounds with titles: found where they are wrong, and only there."""

import pytest

from editor.languagetool.finding import Finding, FindingKind
from editor.markdown.plaintext import plain_text
from editor.proofing.checked_text import CheckedText
from editor.proofing.ignored_findings import IgnoredFindings
from editor.proofing.names.name_index import NameIndex
from editor.proofing.own_rules import own_findings
from editor.proofing.rule_ids import NAME_GENITIVE, TITLE_HYPHENS
from editor.review.form import load_form
from editor.storage import review_file

FACTS = {
    "title": "Star Wars",
    "original_title": "Rosemary's Baby",
    "director": ["Stanley Kubrick", "Denis Villeneuve"],
    "cast": [
        {"name": "Ralph Fiennes", "role": "Fritz"},
        {"name": "Tom Waits", "role": "Kommissar Aske"},
    ],
}
NAMES = NameIndex.of(review_file.new_review(load_form("film"), FACTS.items()))


def found(markdown: str, *findings: Finding) -> list[tuple[str, str, str]]:
    plain = plain_text(markdown)
    text = CheckedText(markdown, plain, findings, NAMES, ignored=IgnoredFindings(), is_german=None)
    rules = (NAME_GENITIVE, TITLE_HYPHENS)
    return [_told(markdown, item) for item in own_findings(text) if item.rule in rules]


def _told(markdown: str, finding: Finding) -> tuple[str, str, str]:
    return finding.rule, markdown[finding.start : finding.end], finding.replacements[0]


@pytest.mark.parametrize(
    ("markdown", "words", "right"),
    [
        ("Mit Fiennes Spiel beginnt es.", "Fiennes", "Fiennes’"),
        ("Es lebt von Ralph Fiennes Stimme.", "Fiennes", "Fiennes’"),
        ("Die Welt in *Fritz* Kopf ist eng.", "Fritz", "Fritz’"),
        ("Trotz Waits Musik bleibt es still.", "Waits", "Waits’"),
        ("Kubrick's Film bleibt.", "Kubrick's", "Kubricks"),
        ("Das ist Stanley Kubrick’s letzter Film.", "Kubrick’s", "Kubricks"),
        ("Hier ist Fiennes's Spiel besser.", "Fiennes's", "Fiennes’"),
    ],
)
def test_a_genitive_is_put_right(markdown: str, words: str, right: str) -> None:
    assert found(markdown) == [(NAME_GENITIVE, words, right)]


@pytest.mark.parametrize(
    "markdown",
    [
        "Mit Fiennes’ Spiel beginnt es, mit Waits' Musik endet es.",
        "Er glaubt, dass Fiennes Angst hat und Waits Musik macht.",
        "Mit Fiennes beginnt es. Spiel und Musik folgen.",
        "Mit Fiennes, Waits und anderen.",
        "Ein Film mit Fiennes und von Kubrick.",
        "Von Fiennes Regisseur Villeneuve stammt das.",
        "Mit Ralph Fiennes Denis Villeneuve zu begegnen.",
        "Kubricks Film und Villeneuves Spiel.",
        "Neben Rosemary's Baby steht der Film.",
        "Denn Kubrick's macht keiner nach.",
        "Mit Missions Staffel zwei",
        "In Star Wars Episode vier",
    ],
)
def test_a_right_genitive_is_left_alone(markdown: str) -> None:
    assert found(markdown) == []


@pytest.mark.parametrize(
    ("markdown", "words", "right"),
    [
        ("Der Star Wars Film läuft.", "Star Wars Film", "Star-Wars-Film"),
        ("Ein neuer Star Wars Streifen läuft.", "Star Wars Streifen", "Star-Wars-Streifen"),
        ("Im Star Wars Universum ist Platz.", "Star Wars Universum", "Star-Wars-Universum"),
        ("Alles an dieser Star Wars Reihe.", "Star Wars Reihe", "Star-Wars-Reihe"),
        ("Für einen Denis Villeneuve Film kurz.", "Denis Villeneuve Film", "Denis-Villeneuve-Film"),
        ("Die erste Star Wars Serie.", "Star Wars Serie", "Star-Wars-Serie"),
    ],
)
def test_a_compound_with_a_title_has_hyphens(markdown: str, words: str, right: str) -> None:
    assert found(markdown) == [(TITLE_HYPHENS, words, right)]


@pytest.mark.parametrize(
    "markdown",
    [
        "Der Star-Wars-Film läuft, und das Star-Wars-Universum wächst.",
        "Er weiß, dass Denis Villeneuve Filme dreht.",
        "Wie Star Wars Filme verändert hat.",
        "Denis Villeneuves Film läuft. Der Denis Villeneuves Filme kennt.",
        "Der Film Star Wars läuft. Das Star Wars Filmplakat hängt.",
        "Sie mag die „Star Wars“-Filme und das Star Wars.",
        "Er sah den Star Wars\n\nFilm ab.",
    ],
)
def test_other_titles_before_a_noun_are_left_alone(markdown: str) -> None:
    assert found(markdown) == []


def test_a_word_that_languagetool_does_not_know_is_still_a_name() -> None:
    markdown = "Mit Fiennes Spiel beginnt es."
    unknown = Finding(4, 11, "GERMAN_SPELLER_RULE", "TYPOS", "…", (), FindingKind.SPELLING)
    other = Finding(4, 11, "APOSTROPHE", "TYPOGRAPHY", "…", (), FindingKind.GRAMMAR)
    assert found(markdown, unknown) == [(NAME_GENITIVE, "Fiennes", "Fiennes’")]
    assert found(markdown, other) == []
