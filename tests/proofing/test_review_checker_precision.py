"""Whole reviews in a professional's German: names are never findings, planted errors always are."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from editor.languagetool.engine import Engine
from editor.proofing.report import FileFinding, check_review
from editor.proofing.review_checker import CheckOptions
from editor.proofing.rule_ids import NEAR_MISS, TERM_SPELLING
from editor.storage import review_file
from tests.languagetool.regional import german

pytestmark = pytest.mark.languagetool

FOLDER = Path(__file__).parents[1] / "data" / "precision"
VARIANTS = {"kraehenfels": "de-DE", "regengoetter": "de-DE", "gletscherhorn": "de-CH"}
GRAMMAR, TYPO = "grammar", "typo"


class Planted(NamedTuple):
    """An error: the text with brackets around what is wrong, its kind, and what is right."""

    text: str
    kind: str
    right: str

    @property
    def plain(self) -> str:
        return re.sub(r"[\[\]]", "", self.text)


PLANTED = {
    "kraehenfels": (
        Planted("und [Halgren] gelingt", NEAR_MISS, "Hallgren"),
        Planted("während [Lucia] de la Vega", NEAR_MISS, "Lucía"),
        Planted("[Ein kleinen Einwand] gibt", GRAMMAR, "Ein kleiner Einwand"),
        Planted("Béthunes Blick genügt[ ,] um", GRAMMAR, ","),
        Planted("neben [Maximilain] Jäger", NEAR_MISS, "Maximilian"),
        Planted("Auch [Anais] Béthune", NEAR_MISS, "Anaïs"),
        Planted("Die [Bluray] zeigt", TERM_SPELLING, "Blu-ray"),
        Planted("nichts [verlohren]", TYPO, "verloren"),
        Planted("mit Tilda [Quasd]", NEAR_MISS, "Quast"),
    ),
    "regengoetter": (
        Planted("[Vauqelin] lässt", NEAR_MISS, "Vauquelin"),
        Planted("[Mit den] letzten Akt", GRAMMAR, "Mit dem"),
        Planted("Träumer, [sonder] ein Mann", TYPO, "sondern"),
        Planted("[Noe] Lachapelle", NEAR_MISS, "Noé"),
        Planted("Das [Lachapele-Lager] der", NEAR_MISS, "Lachapelle-Lager"),
        Planted("auch [Zoe] Delacroix-Stein", NEAR_MISS, "Zoë"),
        Planted("Hans-Jürgen [wolf] klingt", NEAR_MISS, "Wolf"),
        Planted("der [Austattung] nicht", TYPO, "Ausstattung"),
        Planted("wer [Maelle] Kerguelen", NEAR_MISS, "Maëlle"),
        Planted("sich fragen[ ob] das", GRAMMAR, ", ob"),
    ),
    "gletscherhorn": (
        Planted("Reto [Zgragen] ihn", NEAR_MISS, "Zgraggen"),
        Planted("ist [geschmackssache].", TYPO, "Geschmackssache"),
        Planted("[Trozdem] bleibt", TYPO, "Trotzdem"),
        Planted("Seraina [Nüsli], die", NEAR_MISS, "Nüssli"),
        Planted("Bärtschi-Szenen [in in] der", GRAMMAR, "in"),
        Planted("Der [wachtmeister] Lenz", NEAR_MISS, "Wachtmeister"),
        Planted("liefert [ein ordentlichen Bild]", GRAMMAR, "ein ordentliches Bild"),
        Planted("eine [BluRay] verzichtet", TERM_SPELLING, "Blu-ray"),
        Planted("Gian-Andrea [Bartschi] und", NEAR_MISS, "Bärtschi"),
    ),
}
FALSE_ALARMS = {
    # „vom ersten Bild an zu erkennen“, and a title in the plural with a verb in the singular.
    "regengoetter": [("INFINITIV_MIT_ZU", "an zu erkennen"), ("DE_SUBJECT_VERB_AGREEMENT", "ist")],
}
"""Correct text that LanguageTool objects to. It is about grammar, so the filter keeps it."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A review with what is printed about it."""

    name: str
    text: str
    findings: tuple[FileFinding, ...]

    @property
    def planted(self) -> tuple[Planted, ...]:
        return PLANTED[self.name]

    def place(self, planted: Planted) -> tuple[int, int]:
        assert self.text.count(planted.plain) == 1, planted.text
        start = self.text.index(planted.plain) + planted.text.index("[")
        return start, start + planted.text.index("]") - planted.text.index("[") - 1

    def at(self, planted: Planted) -> list[FileFinding]:
        start, end = self.place(planted)
        return [f for f in self.findings if (f.offset, f.offset + f.length) == (start, end)]

    def others(self) -> list[FileFinding]:
        places = {self.place(planted) for planted in self.planted}
        return [f for f in self.findings if (f.offset, f.offset + f.length) not in places]


@pytest.fixture(scope="module", params=VARIANTS)
def checked(request: pytest.FixtureRequest, engine: Engine) -> Checked:
    text = (FOLDER / f"{request.param}.md").read_text("utf-8")
    variant = VARIANTS[request.param]
    with german(engine, variant):
        findings = check_review(
            "x.md", text, review_file.parse(text), engine.send, CheckOptions(variant)
        ).findings
    return Checked(request.param, text, findings)


def kind(finding: FileFinding) -> str:
    if finding.rule in {NEAR_MISS, TERM_SPELLING}:
        return finding.rule
    speller = finding.rule.endswith("SPELLER_RULE") or "SPELLING" in finding.category
    return TYPO if speller or finding.category == "TYPOS" else GRAMMAR


def names(text: str) -> Iterator[str]:
    """Yield the words of all names, with their particles."""
    review = review_file.parse(text)
    facts: list[Any] = [
        review.fact(key)
        for key in ("title", "original_title", "director", "writers", "cast", "label")
    ]
    for fact in facts:
        for item in fact if isinstance(fact, list) else [fact]:
            for name in item.values() if isinstance(item, dict) else [item]:
                yield from re.findall(r"[\w’]+", name)


def test_every_planted_error_is_found_once_and_with_what_is_right(checked: Checked) -> None:
    found = [[(kind(f), f.replacements[0]) for f in checked.at(p)] for p in checked.planted]

    assert found == [[(planted.kind, planted.right)] for planted in checked.planted]


def test_nothing_else_is_a_finding(checked: Checked) -> None:
    others = [(item.rule, item.text) for item in checked.others()]

    assert others == FALSE_ALARMS.get(checked.name, [])
    assert [item for item in checked.others() if kind(item) != GRAMMAR] == []


def test_no_name_is_a_finding(checked: Checked) -> None:
    known = {*names(checked.text)}
    assert len(known) > 15

    flagged = [item.text for item in checked.findings if {*item.text.split()} & known]
    assert flagged == []


def test_without_facts_the_names_are_proposed(checked: Checked, engine: Engine) -> None:
    """Without its facts the same text is full of unknown words: the test above can fail."""
    _, _, body = checked.text.split("---\n", 2)
    variant = VARIANTS[checked.name]
    with german(engine, variant):
        bare = check_review(
            "x.md", body, review_file.parse(body), engine.send, CheckOptions(variant)
        )

    assert len({*bare.names} & {*names(checked.text)}) >= 5
