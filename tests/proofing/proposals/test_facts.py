"""Facts from the text: what a sentence, a line of credits, a heading or a rating says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.proofing.proposals.facts import fact_proposals
from editor.review.form import load_form
from editor.review.model import Review
from editor.storage.review_file import new_review

SENTENCES = (
    ("Regisseurin Greta Gerwig erzählt.", "director", "Greta Gerwig"),
    ("Regie: Denis Villeneuve", "director", "Denis Villeneuve"),
    ("Unter der Regie von Fritz Lang entstand er.", "director", "Fritz Lang"),
    ("Regie führte Agnès Varda.", "director", "Agnès Varda"),
    ("Julien Lacombes neuer Film ist da.", "director", "Julien Lacombe"),
    ("Das Drehbuch von Amit Cohen ist klug.", "writers", "Amit Cohen"),
    ("In der Hauptrolle Isabelle Huppert, in Lyon.", "cast", "Isabelle Huppert"),
    ("In der zweiten Staffel wird alles anders.", "season", "2"),
    ("Die zehnteilige Serie läuft.", "episodes", "10"),
    ("Die acht Folgen sind kurz.", "episodes", "8"),
    ("| Laufzeit | ca. 112 Minuten |", "runtime", "112 Min."),
    ("**Laufzeit:** 1 Std. 52 Min.", "runtime", "112 Min."),
    ("Bei einer Laufzeit von 112 Minuten", "runtime", "112 Min."),
    ("FSK 16", "age_rating", "ab 16"),
    ("- FSK: freigegeben ab 12 Jahren", "age_rating", "ab 12"),
    ("Ein Streifen (USA 2013)", "year", "2013"),
    ("# Kritik: Gravity (2013)", "title", "Gravity"),
    ("# Kritik: Gravity (2013)", "year", "2013"),
    ("Gravity (OT: La gravité)", "original_title", "La gravité"),
    ("Erschienen bei Capelight Pictures.", "label", "Capelight Pictures"),
    ("Gesamtwertung: 7,5 von 10 Punkten", "verdict_rating", "7,5/10"),
    ("Wertung: ★★★★☆", "verdict_rating", "4/5"),
    ("Wertung: [rating value=8]", "verdict_rating", "8/10"),
    ("Story: 8/10", "ratings.story", "8/10"),
)
NOTHING = (
    "Nach zwei Folgen hatte ich genug.",
    "Eine zweite Staffel wird es kaum geben.",
    "Der Film hat mir 24/7 gefallen, 9 von 10 Leuten auch.",
    "Die Szene dauert drei Minuten.",
    "**Ton:** Klingt sauber und räumlich, kein Rauschen.",
    "Die Regie: gelungen, das Buch: dünn.",
)


def review_of(text: str) -> Review:
    return new_review(load_form("series")).with_text("introduction", text)


@pytest.mark.parametrize(("text", "key", "value"), SENTENCES)
def test_a_text_says_a_fact(text: str, key: str, value: str) -> None:
    found = {(item.key, item.value): item for item in fact_proposals(review_of(text))}
    assert (key, value) in found
    assert found[key, value].explained


@pytest.mark.parametrize("text", NOTHING)
def test_other_numbers_and_words_are_no_facts(text: str) -> None:
    assert fact_proposals(review_of(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Darsteller: Hélène Viviès (Jeanne Renoir), Mathias Mlekuz",
        "Jeanne Renoir (Hélène Viviès) verschwindet. Jeanne lebt. Ein Darsteller Mathias Mlekuz",
        "Hélène Viviès spielt Jeanne Renoir. Hauptdarsteller Mathias Mlekuz ist gut.",
    ],
)
def test_actors_have_their_roles(text: str) -> None:
    cast = {(i.value, i.role) for i in fact_proposals(review_of(text)) if i.key == "cast"}
    assert {("Hélène Viviès", "Jeanne Renoir"), ("Mathias Mlekuz", "")} <= cast


def test_a_figure_is_known_by_title_or_first_name() -> None:
    text = "Milliardär Meyer sucht, während Jeanne Renoir schweigt. Doch Jeanne lebt."
    roles = {item.role for item in fact_proposals(review_of(text)) if item.key == "cast"}
    assert roles == {"Meyer", "Jeanne Renoir"}


def test_facts_that_are_there_are_not_proposed() -> None:
    review = review_of("Regisseur Fritz Lang.\n\nDrehbuch: Thea von Harbou")
    review = review.with_fact("director", ["F. Lang", "Fritz Lang"])
    assert [item.value for item in fact_proposals(review)] == ["Thea von Harbou"]


@settings(max_examples=40)
@given(st.lists(st.sampled_from([text for text, _, _ in SENTENCES]), max_size=5))
def test_places_lie_in_the_text(texts: list[str]) -> None:
    review = review_of("\n\n".join(texts))
    for proposal in fact_proposals(review):
        for place in proposal.places:
            assert 0 <= place.start < place.end <= len(review.text(place.section))
