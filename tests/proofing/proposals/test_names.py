"""Unknown words that are probably names, and those that are slips."""

import pytest

from editor.languagetool.finding import Finding, FindingKind
from editor.markdown.plaintext import plain_text
from editor.proofing.names.entries import VOCABULARY_KEY
from editor.proofing.proposals.name_evidence import NameEvidence, section_uses
from editor.proofing.proposals.names import (
    ProposedFinding,
    majority_spelling,
    name_proposals,
    probable_compound,
    probable_name,
)


def evidence(*texts: str) -> NameEvidence:
    return NameEvidence.of(section_uses(text, plain_text(text)) for text in texts)


def finding(*replacements: str, start: int = 0) -> Finding:
    return Finding(
        start, start + 5, "GERMAN_SPELLER_RULE", "TYPOS", "…", replacements, FindingKind.SPELLING
    )


@pytest.mark.parametrize(
    ("text", "word", "suggestions", "name"),
    [
        ("Es spielt Malkovich mit.", "Malkovich", (), "Malkovich"),
        ("Malkovichs Spiel, und Malkovich lacht.", "Malkovichs", (), "Malkovich"),
        ("Regisseurin Mirta Cavegn zeigt viel.", "Mirta", ("Mira", "Mit"), "Mirta"),
        ("Lou (Perpetua Vance) wartet.", "Perpetua", ("Perpetuum",), "Perpetua"),
        ("Es spielt Nik Everett die Rolle.", "Everett", ("Everest",), "Everett"),
        ("Der Film *Gravity* ist gut.", "Gravity", ("Gravität",), "Gravity"),
        ("Auf [[Welten|Arrakis]] wartet keiner.", "Arrakis", ("Arraks",), "Arrakis"),
        ("Regie führt J. K. Simmons.", "Simmons", ("Simons",), "Simmons"),
        ("Gemeint ist Mr. Tiny.", "Tiny", ("Tina",), "Tiny"),
        ("Es hilft vor allem Zach Nolte.", "Zach", ("Nach",), "Zach"),
        ("Alan Turing rechnet. Turings Leben.", "Turings", ("Turing",), "Turing"),
        ("Regisseur Everett zeigt viel.", "Everett", ("Everest",), "Everett"),
        ("Der Regisseur Everett zeigt viel.", "Everett", ("Everest",), "Everett"),
        ("Es ist jemand, der Reitman kennt.", "Reitman", ("Reitbahn",), "Reitman"),
    ],
)
def test_a_word_that_is_used_like_a_name_is_probably_one(
    text: str, word: str, suggestions: tuple[str, ...], name: str
) -> None:
    assert probable_name(word, finding(*suggestions), evidence(text)) == name


@pytest.mark.parametrize(
    ("text", "word", "suggestions"),
    [
        ("Die Athmosphäre entsteht langsam.", "Athmosphäre", ("Atmosphäre",)),
        ("Mit viel Athmosphäre und Witz.", "Athmosphäre", ("Atmosphäre",)),
        ("Am Ende Schiksal spielt er.", "Schiksal", ("Schicksal",)),
        ("Tolle Überaschung, Überaschung!", "Überaschung", ("Überraschung",)),
        ("Laien durften ihren Altag spielen.", "Altag", ("Alltag",)),
        ("Die Betreiberin eines Wasserkrafts, Wasserkraft!", "Wasserkrafts", ("Wasserkraft",)),
        ("Warscheinlich ist das gut.", "Warscheinlich", ("Wahrscheinlich",)),
        ("Ernst Schiksal ist das.", "Schiksal", ("Schicksal",)),
        ("**Darsteler**: gut", "Darsteler", ("Darsteller",)),
        ("Das ist warscheinlich gut.", "warscheinlich", ()),
        ("Mit CuarÃ³n und CuarÃ³n.", "CuarÃ", ()),
        ("Ein Thrillride ist das.", "Thrillride", ()),
        ("Fheler hat jeder. Fheler mag keiner, denn Fheler stören.", "Fheler", ("Fehler",)),
        ("Mit Witts und ohne Witts, viel Witts.", "Witts", ("Witz", "Wits")),
        ("Der Fiml, ein Fiml, mit Fiml.", "Fiml", ("Film",)),
        ("Bilder von Nolan. Nolans Inszenirung gefällt.", "Inszenirung", ("Inszenierung",)),
        ("Das Ensemble, der Rytmus, die Musik: toll.", "Rytmus", ("Rhythmus", "Isthmus")),
        ("Gut sind das Bild, der Rytmus.", "Rytmus", ("Rhythmus", "Isthmus")),
        ("Anderthalb Stunden Chaaos warten.", "Chaaos", ("Chaos", "Chacos")),
    ],
)
def test_a_slip_and_a_common_noun_are_no_names(
    text: str, word: str, suggestions: tuple[str, ...]
) -> None:
    assert probable_name(word, finding(*suggestions), evidence(text)) is None


def test_no_word_of_a_rejected_name_is_a_name() -> None:
    text = "Es spielt Jeppe Sandholt, und Sandholts Spiel ist gut."
    rejected = NameEvidence.of([section_uses(text, plain_text(text))], rejected=["Jeppe Sandholt"])
    for word in ("Jeppe", "Sandholt", "Sandholts"):
        assert probable_name(word, finding(), rejected) is None


def test_two_unknown_words_in_a_row_are_a_name() -> None:
    text = evidence("Jeppe Sandholt schreibt.")
    assert probable_name("Sandholt", finding("Sandholz"), text) is None
    assert probable_name("Sandholt", finding("Sandholz"), text, after_unknown=True) == "Sandholt"
    slip = evidence("Kvartsöya Insle lockt.")
    assert probable_name("Insle", finding("Insel"), slip, after_unknown=True) is None


def test_the_evidence_is_that_of_all_sections() -> None:
    here, there = "Mit Sly beginnt es.", "Der Held heißt Sly Stone, und Sly Stone lacht."
    assert probable_name("Sly", finding("Sky"), evidence(here)) is None
    assert probable_name("Sly", finding("Sky"), evidence(here, there)) == "Sly"


def test_a_spelling_that_stands_once_beside_a_frequent_one_is_a_near_miss() -> None:
    text = "Es spielt Okonjari mit. Mit Okonjari lacht er. Danke, Ockonjari. Ockonjaris Rolle."
    only = evidence("Es spielt Okonjari mit. Mit Okonjari lacht er. Und Ockonjaris Rolle.")
    assert majority_spelling("Ockonjaris", finding(), only) == "Okonjaris"
    assert majority_spelling("Okonjari", finding(), only) is None
    assert majority_spelling("Ockonjari", finding(), evidence(text)) is None


def test_a_name_that_the_text_explains_is_right_and_the_other_spelling_misses_it() -> None:
    text = "Regie: Julien Lacombe\n\nEs hilft Lacomb sehr."
    explained = section_uses(text, plain_text(text), {"Julien", "Lacombe"})
    known = NameEvidence.of([explained])
    assert majority_spelling("Lacomb", finding(), known) == "Lacombe"
    assert majority_spelling("Lacombe", finding(), known) is None
    assert probable_name("Lacombe", finding("Lakome"), known) == "Lacombe"


def test_the_unknown_part_of_a_compound_is_the_name() -> None:
    text = evidence("Die Seldon-Krise kommt.")
    assert probable_compound("Seldon-Krise", ["Seldon"], finding("Helden-Krise"), text) == "Seldon"
    couple = evidence("Regisseurin Delphine Rochat-Pasquier dreht.")
    parts = ["Pasquier"]
    found = finding("Rochat-Passier")
    assert probable_compound("Rochat-Pasquier", parts, found, couple) == "Pasquier"
    slip = evidence("Die Horor-Krise kommt.")
    assert probable_compound("Horor-Krise", ["Horor"], finding("Horror-Krise"), slip) is None


def test_a_name_is_proposed_once_with_all_its_places() -> None:
    first, second = finding(start=3), finding(start=20)
    proposals = name_proposals(
        {"plot": [ProposedFinding(first, "Stone")], "verdict": [ProposedFinding(second, "Stone")]}
    )
    (stone,) = proposals
    assert (stone.key, stone.value, stone.explained) == (VOCABULARY_KEY, "Stone", False)
    assert [(place.section, place.start) for place in stone.places] == [
        ("plot", 3),
        ("verdict", 20),
    ]
