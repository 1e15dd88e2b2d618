"""The filter over LanguageTool's findings: quiet about names, and never hiding a real error.

The texts are checked once, in one request, and filtered in many tests.
"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from editor.languagetool.engine import Engine
from editor.languagetool.finding import Finding, FindingKind, is_casing
from editor.paths import sample_path
from editor.proofing.filter import FilteredFindings, filter_findings
from editor.proofing.ignored_findings import IgnoredFindings
from editor.proofing.names.name_index import NameIndex
from editor.proofing.reasons import ReasonKind
from editor.proofing.rule_ids import NEAR_MISS, TERM_SPELLING
from editor.proofing.spelling_oracle import SpellingOracle
from editor.proofing.unknown_words import unknown_words
from editor.review.form import load_form
from editor.storage import review_file

pytestmark = pytest.mark.languagetool

FACTS = {
    "title": "Das Lied der Quarzinsel",
    "original_title": "The Song of Kvartsöya",
    "director": ["Denis Villeneuve", "Ásdís Hrafnkell"],
    "writers": ["Jean-Luc Fontenelle", "Lars von Trier"],
    "cast": [
        {"name": "Ralph Fiennes", "role": "Kommissar Aske"},
        {"name": "Zoë Kravitz", "role": "Runa Eide"},
        {"name": "René Obuchowski", "role": "Max"},
        {"name": "Al Pacino", "role": "Picard"},
    ],
    "label": "Koch Films",
}
TEXT = """\
Mit *Das Lied der Quarzinsel* legt Denis Villeneuve seinen bisher leisesten Film vor. Villeneuves
Bilder tragen auch dort, wo das Drehbuch von Jean-Luc Fontenelle stockt. Das Villeneuve'sche Kino
lebt vom Blick, und der villeneuvesche Ernst steht ihm gut. Ásdís Hrafnkells Anteil ist kaum zu
überschätzen; Hrafnkell hat die Hälfte der Szenen gedreht.

**Ralph Fiennes** spielt den Kommissar Aske, und Fiennes' Spiel ist ein Ereignis. Askes Schweigen
füllt den Raum. Auch Fiennes’ Stimme passt. *Runa* Eide, gespielt von Zoë Kravitz, bleibt ihm nichts
schuldig; Runas Zorn und Kravitz' Ruhe ergänzen sich. René Obuchowski gibt den Max, und Max' Witz
rettet manche Szene. Obuchowskis Auftritt als Partner von Al Pacino gehört dazu.

- Eine Picard-Serie wäre die Folge, für jeden „Kvartsöya“-Fan ein Fest.
- Der Fontenelle-Film-erprobte Zuschauer kennt die Aske-Picard-Szenen.
- Das Jean-Luc-Fontenelle-Drehbuch ist im Original „The Song of Kvartsöya“ überschrieben.

Das Steelbook von Koch Films bringt Featurettes, einen Gag Reel und Dolby Atmos mit. Die
Post-Credit-Szene ist ein Cliffhanger, und mancher One-Liner sitzt. Er sagt: „I am your father, and
nobody puts baby in a corner.“ Und *the spice must flow, my dear* sagt er auch.
"""
PLANTED = [
    ("Auch Vileneuve hat das gedreht.", "Vileneuve", "Villeneuve"),
    ("Auch Villenueves Bilder tragen den Film.", "Villenueves", "Villeneuves"),
    ("Die villeneuve Filme kennt jeder.", "villeneuve", "Villeneuve"),
    ("Hier spielt Rene Obuchowski groß auf.", "Rene", "René"),
    ("Wir sehen Zoe Kravitz in Bestform.", "Zoe", "Zoë"),
    ("Nur Obuchowsky bleibt blass.", "Obuchowsky", "Obuchowski"),
    ("Dabei ist Frau Kravits großartig.", "Kravits", "Kravitz"),
    ("Der Kommissar Akse schweigt.", "Akse", "Aske"),
    ("Die Fontenele-Szenen sind zu lang.", "Fontenele-Szenen", "Fontenelle-Szenen"),
    ("Das ist eine Picard-Seire ohne Ende.", "Picard-Seire", None),
    ("Ein Aske-Flim für die ganze Familie.", "Aske-Flim", None),
    ("Ein Steelbook-Sammlre wird sich freuen.", "Steelbook-Sammlre", None),
    ("Das ist ein Feler im Text.", "Feler", None),
    ("Er sagt: „Das ist ein Feler und kein Film.“", "Feler", None),
    ("Es folgt *Gutter Flim ohne Ende* im Programm.", "Flim", None),
    ("Bei dieser Kvartsöya Insle endet es.", "Insle", None),
    ("Die Regiseurin Villeneuve überzeugt.", "Regiseurin", None),
    ("Ein gute Film von Villeneuve läuft an.", "Ein gute Film", None),
    ("Mit den Film von Villeneuve beginnt das Jahr.", "Mit den", None),
    ("Das neue Serie um Picard überzeugt.", "Das neue Serie", None),
    ("Das das Aske kann, wissen wir.", "Das das", None),
    ("Wir sehen Villeneuve, in in seiner Rolle.", "in in", None),
    ("Er wartet, bis Picard komt.", "komt", None),
    ("Villeneuve hat den Film gedrehen.", "gedrehen", None),
    ("Aske lacht , und Picard geht.", " ,", None),
    ("Nun ist es soweit, und Aske schweigt.", "soweit", None),
]
VARIANTS = """\
Die Bluray von Koch Films und die BluRay-Fassung. Zwei Blurays, eine Blu-Ray, in HDR 10 und
`Bluray`, siehe https://bluray.example/Bluray/. Eine Postcredit Szene. Mit Dolby-Atmos-Ton.
Ein Spin-Off. Die Bluray-Fasung. Am Ende bleibt die Blu-ray.
"""
RECURRING = """\
Der Xaranthes geht. Xaranthes kommt. Yppolonius lacht, und Yppolonius' Hut fällt. Yppoloniusse.
Zworbas Haus. Nur Zworba fehlt. Zworba'sche Art. Einmalk.
"""


def name_index(**facts: object) -> NameIndex:
    return NameIndex.of(review_file.new_review(load_form("film"), facts.items()))


def said(text: str, findings: Sequence[Finding]) -> list[str]:
    return [text[item.start : item.end] for item in findings]


class Desk:
    """Filters texts, each of which LanguageTool checks once."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._found: dict[str, tuple[Finding, ...]] = {}
        self.is_german = SpellingOracle(engine.check)
        self.facts = name_index(**FACTS)

    def found(self, text: str) -> tuple[Finding, ...]:
        if text not in self._found:
            self._found[text] = self._engine.check(text)
        return self._found[text]

    def filter(self, text: str, *off: str, names: NameIndex | None = None) -> FilteredFindings:
        decisions = IgnoredFindings(rules_off=frozenset(off))
        return filter_findings(
            text, self.found(text), names or self.facts, decisions, self.is_german
        )


@pytest.fixture(scope="module")
def desk(engine: Engine) -> Desk:
    return Desk(engine)


def test_no_name_is_flagged_in_any_inflection(desk: Desk) -> None:
    filtered = desk.filter(TEXT)

    assert [(TEXT[f.start : f.end], f.rule) for f in filtered.shown] == []
    assert len(filtered.waived) > 25


def test_nothing_is_lost(desk: Desk) -> None:
    text = planted_text()
    filtered = desk.filter(text, NEAR_MISS, TERM_SPELLING)

    kept = {*filtered.shown, *(item.finding for item in filtered.waived)}
    assert kept == set(desk.found(text))


def planted_text() -> str:
    return "\n\n".join(sentence for sentence, _, _ in PLANTED)


@pytest.mark.parametrize(("sentence", "wrong", "right"), PLANTED)
def test_every_planted_error_is_found(
    desk: Desk, sentence: str, wrong: str, right: str | None
) -> None:
    text = planted_text()
    start = text.index(sentence)
    findings = [
        item for item in desk.filter(text).shown if start <= item.start < start + len(sentence)
    ]

    (finding, *_) = [item for item in findings if wrong in text[item.start : item.end]]
    if right:
        assert finding.rule == NEAR_MISS
        assert finding.replacements[0].split()[0] == right


def test_grammar_is_never_waived(desk: Desk) -> None:
    text = planted_text()
    waived = [item.finding for item in desk.filter(text).waived]

    assert [
        item for item in waived if item.kind is not FindingKind.SPELLING and not is_casing(item)
    ] == []
    grammar = {item for item in desk.found(text) if item.kind is not FindingKind.SPELLING}
    assert len(grammar) >= 6
    assert grammar <= {*desk.filter(text).shown}


def test_a_near_miss_says_where_the_name_comes_from(desk: Desk) -> None:
    text = planted_text()
    near = next(item for item in desk.filter(text).shown if item.rule == NEAR_MISS)

    assert near.replacements[0] == "Villeneuve"
    assert near.message == "Meinten Sie „Villeneuve“? So steht der Name in den Angaben (Regie)."
    assert near.kind is FindingKind.SPELLING


def test_a_name_is_unknown_without_its_fact(desk: Desk) -> None:
    shown = said(TEXT, desk.filter(TEXT, names=name_index()).shown)

    assert {"Villeneuves", "Fontenelle", "Hrafnkell", "Picard-Serie"} <= set(shown)


def test_without_a_dictionary_compounds_stay_findings(desk: Desk) -> None:
    shown = said(TEXT, filter_findings(TEXT, desk.found(TEXT), desk.facts).shown)

    assert "Picard-Serie" in shown
    assert "Villeneuves" not in shown


def test_capitals_of_a_title_are_the_writers(desk: Desk) -> None:
    (waived,) = [item for item in desk.filter(TEXT).waived if is_casing(item.finding)]

    assert TEXT[waived.finding.start : waived.finding.end] == "Das"
    assert waived.reason.fact == "title"


def test_foreign_passages_are_not_spelled_as_german(desk: Desk) -> None:
    waived = desk.filter(TEXT).waived
    foreign = said(
        TEXT, [item.finding for item in waived if item.reason.kind is ReasonKind.FOREIGN]
    )

    assert {"your", "father", "nobody", "corner"} <= set(foreign)
    assert "Villeneuves" not in foreign


def test_terms_are_spelled_one_way(desk: Desk) -> None:
    filtered = desk.filter(VARIANTS)
    ours = [item for item in filtered.shown if item.rule == TERM_SPELLING]

    assert [(VARIANTS[i.start : i.end], i.replacements[0]) for i in ours] == [
        ("Bluray", "Blu-ray"),
        ("BluRay", "Blu-ray"),
        ("Blurays", "Blu-rays"),
        ("Blu-Ray", "Blu-ray"),
        ("HDR 10", "HDR10"),
        ("Postcredit Szene", "Post-Credit-Szene"),
        ("Spin-Off", "Spin-off"),
        ("Bluray", "Blu-ray"),
    ]
    rest = [item for item in filtered.shown if item.rule != TERM_SPELLING]
    assert said(VARIANTS, rest) == ["Bluray-Fasung"]


def test_spellings_of_the_facts_are_left_alone(desk: Desk) -> None:
    names = name_index(title="Bluray", label="Spin-Off Verleih")

    filtered = desk.filter(VARIANTS, names=names)
    right = said(VARIANTS, [item for item in filtered.shown if item.rule == TERM_SPELLING])
    assert "Bluray" not in right


def test_unknown_words_that_recur_are_one_decision_each(desk: Desk) -> None:
    shown = desk.filter(RECURRING).shown
    groups = unknown_words({"plot": (RECURRING, shown), "story": (RECURRING, shown)})

    assert {group.word: group.count for group in groups} == {
        "Einmalk": 2,
        "Xaranthes": 4,
        "Yppolonius": 4,
        "Yppoloniusse": 2,
        "Zworba": 6,
    }
    assert [group.count for group in groups] == sorted((g.count for g in groups), reverse=True)
    assert [place.section for place in groups[0].places] == ["plot"] * 3 + ["story"] * 3


def test_the_sample_of_the_program_has_no_name_left(desk: Desk) -> None:
    review = review_file.parse(sample_path().read_text("utf-8"))
    names = NameIndex.of(review)
    text = "\n\n".join(section.text for section in review.sections)

    shown = desk.filter(text, names=names).shown
    assert [
        text[f.start : f.end] for f in shown if f.kind is FindingKind.SPELLING or is_casing(f)
    ] == []
    assert said(text, [item.finding for item in desk.filter(text, names=names).waived]) != []


def test_a_review_of_another_hand_keeps_its_real_errors(desk: Desk) -> None:
    path = Path(__file__).parents[3] / "shared" / "samples" / "missions-staffel-2.txt"
    if not path.exists():
        pytest.skip("the samples are not beside this checkout")
    text = path.read_text("utf-8")
    names = name_index(
        director=["Julien Lacombe"], writers=["Julien Lacombe", "Amit Cohen", "Henri Debeurme"]
    )

    filtered = desk.filter(text, names=names)
    waived = said(text, [item.finding for item in filtered.waived])
    assert waived == ["Lacombe", "Amit", "Debeurme", "Lacombe"]
    assert "soweit" in said(text, filtered.shown)


def test_the_oracle_knows_german_words(desk: Desk) -> None:
    words = ["Serie", "Seire", "artige", "serie", "Frauen", "", "2b", "Serie"]

    assert desk.is_german(words) == (True, False, True, False, True, False, False, True)


def test_the_oracle_asks_once() -> None:
    asked = []

    def check(text: str) -> tuple[Finding, ...]:
        asked.append(text)
        return (Finding(7, 12, "X_SPELLER_RULE", "TYPOS", "…", (), FindingKind.SPELLING),)

    is_german = SpellingOracle(check)
    assert is_german(["Serie", "Seire"]) == (True, False)
    assert is_german(["Seire", "Serie", "Seire"]) == (False, True, False)
    assert asked == ["Serie\n\nSeire"]


def test_the_dictionary_and_abbreviations_count_with_languagetool_too(desk: Desk) -> None:
    text = (
        "Der Prozeß im GoT-Universum war ein Greuel. Ein Panter sah die Phantasie und die "
        "Fantasie. Das GoT-Univrsum muß warten. Die Origin-Geschichte auch."
    )
    review = review_file.new_review(load_form("film"), ())
    words = ("Prozeß", "Greuel", "Panter", "Phantasie", "Origin")
    filtered = desk.filter(text, names=NameIndex.of(review, words))

    shown = [word for word in said(text, filtered.shown) if word != "Fantasie"]
    assert shown == ["GoT-Univrsum", "muß"]


def test_a_genitive_without_its_apostrophe_is_found_behind_an_unknown_name(desk: Desk) -> None:
    text = "Mit Fiennes Spiel beginnt der Film. Weil Fiennes Angst hat, geht es mit Fiennes’ Spiel."
    assert [(f.start, f.replacements) for f in desk.filter(text).shown] == [(4, ("Fiennes’",))]


def test_guillemets_next_to_a_bracket_are_paired(desk: Desk) -> None:
    text = (
        "Er ruft laut (»Nein!«) und geht. Der Film («Nein!») ist gut. Sie ruft »Nein! Dann geht er."
    )
    assert said(text, desk.filter(text).shown) == ["»"]


def test_the_description_of_an_image_is_not_part_of_the_sentence(desk: Desk) -> None:
    text = "Der ![Die kleinen Fraun](a.png) Film {{< figure caption='Ein Ungetühm' >}} ist gut."
    assert said(text, desk.filter(text).shown) == ["Fraun", "Ungetühm"]
