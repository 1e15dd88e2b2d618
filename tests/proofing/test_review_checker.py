"""Check of a review: only new text is sent to LanguageTool, names apply at once."""

import re

import pytest

from editor.languagetool.engine import Engine
from editor.languagetool.finding import Finding
from editor.languagetool.request import CheckRequest, RuleScope
from editor.proofing.filter import FilteredFindings
from editor.proofing.review_checker import CheckOptions, ReviewChecker
from editor.review.form import load_form
from editor.review.model import Review
from editor.storage.review_file import new_review

pytestmark = pytest.mark.languagetool
OPTIONS = CheckOptions()


class CountingEngine:
    """The real engine, with the texts that were sent to it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.sent: list[str] = []
        self.compared: list[str] = []
        """Texts for the rules that compare sentences."""

    def __call__(self, request: CheckRequest) -> tuple[Finding, ...]:
        self.sent.append(request.text)
        if request.scope is RuleScope.TEXT:
            self.compared.append(request.text)
        return self._engine.send(request)


def words(review: Review, checker: ReviewChecker, options: CheckOptions = OPTIONS) -> list[str]:
    text = review.text("story")
    return [text[f.start : f.end] for f in checker.check_section(review, "story", options).shown]


def test_fact_changes_the_findings_without_a_request(engine: Engine) -> None:
    check = CountingEngine(engine)
    checker = ReviewChecker(check)
    review = new_review(load_form("series")).with_text("story", "Regie führt Torstad. Ein Feler.")
    assert words(review, checker) == ["Torstad", "Feler"]
    before = len(check.sent)
    assert words(review.with_fact("director", ["Ingvild Torstad"]), checker) == ["Feler"]
    assert words(review, checker, CheckOptions(dictionary=("Feler",))) == ["Torstad"]
    assert len(check.sent) == before


def test_other_german_is_asked_anew(engine: Engine) -> None:
    check = CountingEngine(engine)
    checker = ReviewChecker(check)
    review = new_review(load_form("series")).with_text("story", "Alles gut.")
    words(review, checker)
    words(review, checker, CheckOptions(variant="de-CH"))
    assert check.sent == ["Alles gut.", "Alles gut."]


def series(**texts: str) -> Review:
    review = new_review(load_form("series"))
    for section, text in texts.items():
        review = review.with_text(section, text)
    return review


def shown(review: Review, section: str, judgement: FilteredFindings) -> list[tuple[str, str]]:
    text = review.text(section)
    return [(f.rule, text[f.start : f.end]) for f in judgement.shown]


def test_two_spellings_of_a_word_are_found_across_sections(engine: Engine) -> None:
    checker = ReviewChecker(engine.send)
    review = series(
        plot="Im Flur hängt ein **Jugendfoto** der Mutter.",
        story="Der Schnitt ist ruhig.",
        cast="- Auf dem *Jugend-Foto* lacht sie noch.",
    )

    assert shown(review, "cast", checker.check_section(review, "cast", OPTIONS)) == []
    assert checker.check_whole(review, OPTIONS) == {"cast"}
    found = checker.check_section(review, "cast", OPTIONS)
    assert shown(review, "cast", found) == [("DE_COMPOUND_COHERENCY", "Jugend-Foto")]
    assert found.shown[0].replacements == ("Jugendfoto",)
    assert shown(review, "plot", checker.check_section(review, "plot", OPTIONS)) == []


def test_one_spelling_put_right_ends_the_finding_in_the_other_section(engine: Engine) -> None:
    checker = ReviewChecker(engine.send)
    review = series(plot="Ein Jugendfoto hängt dort.", cast="Das Jugend-Foto ist alt.")
    checker.check_whole(review, OPTIONS)

    assert checker.check_whole(review, OPTIONS) == frozenset()
    review = review.with_text("plot", "Ein Jugend-Foto hängt dort.")
    assert checker.check_whole(review, OPTIONS) == {"cast"}
    assert checker.check_section(review, "cast", OPTIONS).shown == ()


def test_sentences_that_begin_alike_are_found_over_a_section_boundary(engine: Engine) -> None:
    checker = ReviewChecker(engine.send)
    review = series(
        plot="Dann regnet es am Meer. Dann kommt der Wagen.", story="Dann endet der Film."
    )
    checker.check_whole(review, OPTIONS)

    found = [("GERMAN_WORD_REPEAT_BEGINNING_RULE", "Dann")]
    assert shown(review, "story", checker.check_section(review, "story", OPTIONS)) == found
    assert shown(review, "plot", checker.check_section(review, "plot", OPTIONS)) == []


def test_an_edit_costs_its_paragraph_only(engine: Engine) -> None:
    check = CountingEngine(engine)
    checker = ReviewChecker(check)
    review = series(
        story="Der Anfang ist ruhig.\n\nDer Schluss ist laut.",
        cast="Alle spielen gut.\n\nKeiner spielt schlecht.",
    )
    for section in ("story", "cast"):
        checker.check_section(review, section, OPTIONS)
    check.sent.clear()

    review = review.with_text("cast", "Alle spielen gut.\n\n- Keiner spielt *wirklich* schlecht.")
    for section in ("story", "cast"):
        assert checker.check_section(review, section, OPTIONS).shown == ()
    assert check.sent == ["Keiner spielt wirklich schlecht."]


def test_a_finding_follows_an_edit_before_it_without_another_reading(engine: Engine) -> None:
    check = CountingEngine(engine)
    checker = ReviewChecker(check)
    review = series(story="Ein Jugendfoto hängt dort.\n\nDas Jugend-Foto ist alt.")
    checker.check_whole(review, OPTIONS)
    (before,) = checker.check_section(review, "story", OPTIONS).shown
    check.compared.clear()

    review = review.with_text("story", "Neu ist das **nicht**. 🎬 " + review.text("story"))
    (after,) = checker.check_section(review, "story", OPTIONS).shown
    assert review.text("story")[after.start : after.end] == "Jugend-Foto"
    assert after.start == before.start + len("Neu ist das **nicht**. 🎬 ")
    assert check.compared == []

    review = review.with_text("story", review.text("story").replace("Jugend-Foto", "Foto"))
    assert checker.check_section(review, "story", OPTIONS).shown == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("**Die neuen** Folge der Serie ist gut.", "Die neuen** Folge"),
        ("Die *neuen*\nFolge der Serie ist gut.", "Die *neuen*\nFolge"),
        (
            "> Die [neuen](https://example.org)\n> Folge der Serie ist gut.",
            "Die [neuen](https://example.org)\n> Folge",
        ),
        ("- Die<!-- Notiz --> neuen\n  Folge ist gut.", "Die<!-- Notiz --> neuen\n  Folge"),
    ],
)
def test_a_sentence_with_markup_in_it_is_one_sentence(engine: Engine, text: str, said: str) -> None:
    review = series(story=text)

    (finding,) = ReviewChecker(engine.send).check_section(review, "story", OPTIONS).shown
    assert finding.rule == "DE_AGREEMENT"
    assert text[finding.start : finding.end] == said


def test_a_very_long_section_is_judged_in_several_goes(engine: Engine) -> None:
    calm = "Der Regen fällt auf die Dächer der Stadt, und niemand sieht aus dem Fenster. " * 3
    parts = [f"In Szene {number} ist es Nacht. {calm}".rstrip() for number in range(600)]
    parts[::100] = [f"Ein Feler. {part}" for part in parts[::100]]
    review = series(story="\n\n".join(parts))
    assert len(review.text("story")) > 150_000

    checker = ReviewChecker(engine.send)
    goes = [checker.check_section(review, "story", OPTIONS)]
    while not goes[-1].complete:
        goes.append(checker.check_section(review, "story", OPTIONS))

    counts = [len(judgement.shown) for judgement in goes]
    assert len(counts) > 2
    assert 0 < counts[0] < counts[-1]
    text = review.text("story")
    places = [f.start for f in goes[-1].shown if text[f.start : f.end] == "Feler"]
    assert places == [match.start() for match in re.finditer("Feler", text)]
    assert len(places) == 6


def test_addresses_may_stand_in_another_section(engine: Engine) -> None:
    checker = ReviewChecker(engine.send)
    review = series(story="Die Kamera [fült][seite] sich an. Alles [gut][hier].")
    alone = words(review, checker)
    linked = review.with_text("verdict", "Gut.\n\n[seite]: https://example.org")
    assert words(linked, checker) == ["fült"]
    assert alone != ["fült"]
