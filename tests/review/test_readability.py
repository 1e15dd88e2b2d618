"""Meaning of the readability scores; places of long sentences and repeated words."""

import pytest

from editor.markdown.plaintext import plain_text
from editor.paths import sample_path
from editor.review.readability import (
    SectionSpan,
    describe_score,
    longest_sentences,
    readability,
    repeated_words,
    shipped_stop_words,
)
from editor.review.statistics import Statistics, measure
from editor.storage import load_save


def test_reading_of_a_review() -> None:
    review = load_save.load_review(sample_path()).review
    counts = sum((measure(plain_text(s.text).text) for s in review.sections), Statistics())
    figures = {figure.id: figure for figure in readability(counts).figures}
    assert list(figures) == ["flesch", "lix", "wiener"]
    assert figures["lix"].value == counts.lix
    assert all(figure.meaning.german and figure.meaning.english for figure in figures.values())


def test_no_words_no_figures() -> None:
    assert readability(Statistics()).figures == ()


@pytest.mark.parametrize("value", [45, 50, 53])
def test_usual_lix_of_film_reviews(value: float) -> None:
    assert describe_score("lix", value).german == "Üblich für Filmkritiken."


@pytest.mark.parametrize(
    ("figure", "easy", "hard"), [("lix", 20, 70), ("wiener", 4, 15), ("flesch", 95, 10)]
)
def test_easy_and_hard_are_the_right_way_round(figure: str, easy: float, hard: float) -> None:
    assert describe_score(figure, easy).german.startswith("Sehr leicht")
    assert describe_score(figure, hard).german.startswith("Sehr schwer")


def test_longest_sentences_lead_to_the_markdown() -> None:
    texts = {
        "plot": "Kurz. Ein *viel* längerer Satz [mit Link](https://example.org) und Ende. Aus.",
        "story": "😀 Ein **noch** viel längerer Satz, der gar nicht mehr aufhören will.",
    }
    found = longest_sentences({key: plain_text(text) for key, text in texts.items()}, 2)
    assert [item.words for item in found] == [11, 8]
    places = [texts[p.section][p.start : p.end] for p in (item.place for item in found)]
    assert places == [
        texts["story"],
        "Ein *viel* längerer Satz [mit Link](https://example.org) und Ende.",
    ]


def test_sentence_that_ends_in_code_leads_to_its_words() -> None:
    text = "Der Befehl lautet `rezensent`."
    (found,) = longest_sentences({"story": plain_text(text)})
    assert text[found.place.start : found.place.end] == "Der Befehl lautet"


def test_repeated_words_with_their_places() -> None:
    texts = {"plot": "Das **Salz** und die Serie. Salz!", "story": "Die salz und die die die."}
    plain = {key: plain_text(text) for key, text in texts.items()}
    (found,) = repeated_words(plain, shipped_stop_words())
    assert found.word == "Salz"
    assert found.places == (
        SectionSpan("plot", 6, 10),
        SectionSpan("plot", 28, 32),
        SectionSpan("story", 4, 8),
    )


def test_repeated_words_respect_the_stop_words() -> None:
    plain = {"story": plain_text("Bergwerk, Bergwerk und nochmals Bergwerk.")}
    assert repeated_words(plain, frozenset({"bergwerk"})) == ()
