"""Known names in the place of those from the facts, told from German nouns by the dictionary."""

from collections.abc import Sequence

import pytest

from editor.languagetool.engine import Engine
from editor.languagetool.finding import Finding
from editor.markdown.plaintext import plain_text
from editor.proofing.filter import filter_findings
from editor.proofing.names.name_index import NameIndex
from editor.proofing.names.name_lookup import IsGerman
from editor.proofing.proposals.name_evidence import NameEvidence, section_uses
from editor.proofing.rule_ids import NEAR_MISS
from editor.proofing.spelling_oracle import SpellingOracle
from editor.storage import review_file

FACTS = """\
---
rezensent: 1
form: film
director: [Billy Wilder]
cast:
  - {name: Dustin Hoffman, role: Simon}
  - {name: Marlene Berger, role: Kommissarin Helder}
---

"""
RIGHT = "Hoffman und Wilder kennt man, auch Dustin und Helder."


def known_words(words: Sequence[str]) -> list[bool]:
    nouns = ("Bilder", "Felder", "Wälder")
    return [word.startswith(nouns) for word in words]


def slips(text: str, is_german: IsGerman | None = known_words) -> list[tuple[str, str]]:
    markdown, names = f"{RIGHT}\n\n{text}", NameIndex.of(review_file.parse(FACTS))
    evidence = NameEvidence.of([section_uses(markdown, plain_text(markdown))])
    shown: tuple[Finding, ...] = filter_findings(
        markdown, (), names, is_german=is_german, evidence=evidence
    ).shown
    assert all(item.rule == NEAR_MISS for item in shown)
    return [(markdown[item.start : item.end], item.replacements[0]) for item in shown]


@pytest.mark.parametrize(
    ("text", "slip"),
    [
        ("Am Ende überzeugt Justin mehr.", ("Justin", "Dustin")),
        ("Am Ende gefällt mir Justins Spiel.", ("Justins", "Dustins")),
        ("Er ist einer wie Justin Hoffman.", ("Justin", "Dustin")),
        ("Justin Hoffman spielt mit.", ("Justin", "Dustin")),
        ("Billy Bilder hat das gedreht.", ("Bilder", "Wilder")),
        ("Dann kommt Kommissarin Felder dazu.", ("Felder", "Helder")),
    ],
)
def test_a_known_name_in_the_place_of_another_one(text: str, slip: tuple[str, str]) -> None:
    assert slips(text) == [slip]


@pytest.mark.parametrize(
    "text",
    [
        "Am Ende überzeugen Bilder mehr.",
        "Justin überzeugt mehr.",
        "Am Ende überzeugt der Justin mehr.",
        "Am Ende überzeugt Justin Hoffman-Brandt.",
        "Am Ende überzeugt Justin mehr. Mir ist Justin lieb.",
        "Am Ende überzeugt Frau Simone mehr.",
        "Am Ende hilft Dustins Witz.",
        "Am Ende hilft Justin-Fans nichts.",
    ],
)
def test_other_words_that_are_near_a_name(text: str) -> None:
    assert slips(text) == []


def test_without_a_dictionary_only_complete_names_count() -> None:
    assert slips("Am Ende überzeugt Justin mehr.", None) == []
    assert slips("Er ist einer wie Justin Hoffman.", None) == [("Justin", "Dustin")]


@pytest.mark.languagetool
def test_the_real_dictionary_tells_nouns_from_names(engine: Engine) -> None:
    oracle = SpellingOracle(engine.check)

    text = "Am Ende überzeugt Justin mehr, auch wenn Bilder fehlen und Felder brennen."
    assert slips(text, oracle) == [("Justin", "Dustin")]
