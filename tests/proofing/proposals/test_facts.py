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
    ("Stanley Kubrick's Film ist alt.", "director", "Stanley Kubrick"),
    ("Todd Phillips’ neue Komödie. Phillips lacht.", "director", "Todd Phillips"),
    ("Regisseur Jonas Jonas' Film läuft.", "director", "Jonas Jonas"),
    ("Regisseurin Anna Brüggemanns zweiter Film läuft.", "director", "Anna Brüggemann"),
    ("Die Bourne-Identität-Regisseur Doug Liman zeigt viel.", "director", "Doug Liman"),
    ("„Zorn“ ist der zweite Spielfilm von Mia Beispiel.", "director", "Mia Beispiel"),
    ("Das Drehbuch von Amit Cohen ist klug.", "writers", "Amit Cohen"),
    ("In der Hauptrolle Isabelle Huppert, in Lyon.", "cast", "Isabelle Huppert"),
    ("Die zweite Staffel von Moorwacht beginnt.", "title", "Moorwacht"),
    ("In „Missions“ Staffel 2 geht es weiter.", "title", "Missions"),
    ("*Zorn* ist gut. Denn *Zorn* ist klug. Ich mag *Zorn*.", "title", "Zorn"),
    ("In der zweiten Staffel wird alles anders.", "season", "2"),
    ("Die zehnteilige Serie läuft.", "episodes", "10"),
    ("## 6. Staffel 10 Folgen", "season", "6"),
    ("Die acht Folgen sind kurz.", "episodes", "8"),
    ("| Laufzeit | ca. 112 Minuten |", "runtime", "112 Min."),
    ("**Laufzeit:** 1 Std. 52 Min.", "runtime", "112 Min."),
    ("Bei einer Laufzeit von 112 Minuten", "runtime", "112 Min."),
    ("FSK 16", "age_rating", "ab 16"),
    ("- FSK: freigegeben ab 12 Jahren", "age_rating", "ab 12"),
    ("Ein Streifen (USA 2013)", "year", "2013"),
    ("# Kritik: Gravity (2013)", "title", "Gravity"),
    ("# Kritik: Gravity (2013)", "year", "2013"),
    ("Blu-ray-Test: Spectre\n\nEin Film mit Wucht.", "title", "Spectre"),
    ("Victoria (Blu-ray Disc)\n\nEin Film mit Wucht.", "title", "Victoria"),
    ("Ein Film.\n\n  • Länge 139 min\n  • Produktionsjahr 2015", "runtime", "139 Min."),
    ("Ein Film.\n\n  • Länge 139 min\n  • Produktionsjahr 2015", "year", "2015"),
    ("**Land/Jahr:** Russland 2022", "year", "2022"),
    ("Gravity (OT: La gravité)", "original_title", "La gravité"),
    ("Erschienen bei Capelight Pictures.", "label", "Capelight Pictures"),
    ("Gesamtwertung: 7,5 von 10 Punkten", "verdict_rating", "7,5/10"),
    ("Wertung: ★★★★☆", "verdict_rating", "4/5"),
    ("Wertung: [rating value=8]", "verdict_rating", "8/10"),
    ("Story: 8/10", "ratings.story", "8/10"),
    ("Ein guter Film. 9 von 10 Kirschblüten.", "verdict_rating", "9/10"),
    ("Gern gesehen. Vier von fünf Türen.", "verdict_rating", "4/5"),
    ('{{< rating value="4" max="5" >}}', "verdict_rating", "4/5"),
    ("*Regie: Mia Beispiel, Frankreich/Belgien 2020, 88 Minuten*", "year", "2020"),
    ("*Regie: Mia Beispiel, Frankreich/Belgien 2020, 88 Minuten*", "country", "Belgien"),
    ("Laufzeit: 94 min / Bild: 2.39:1 / Ton: DD 5.1", "sound_formats", "DD 5.1"),
    ("Die Blu-ray von Westwind Home zeigt viel Korn.", "label", "Westwind Home"),
    ("Kitsune Disc bringt die Serie auf zwei Discs.", "label", "Kitsune Disc"),
    ("Er ist ab zwölf freigegeben.", "age_rating", "ab 12"),
    ("Erscheinungsjahr: [[2020er|2025]] | Schauspieler: [[Mia Beispiel]]", "year", "2025"),
    ("Erscheinungsjahr: [[2020er|2025]] | Schauspieler: [[Mia Beispiel]]", "cast", "Mia Beispiel"),
    ("Regisseur: [[Otto Muster]] | 1h 43min", "runtime", "103 Min."),
    ("[[8 Punkte|8,4]]/10 Punkte", "verdict_rating", "8,4/10"),
    ("Das Drehbuch, an dem auch Pau Ferrandell mitgeschrieben hat.", "writers", "Pau Ferrandell"),
)
NOTHING = (
    "Nach zwei Folgen hatte ich genug.",
    "Eine zweite Staffel wird es kaum geben.",
    "Der Film hat mir 24/7 gefallen, 9 von 10 Leuten auch.",
    "Die Szene dauert drei Minuten.",
    "Ich freue mich auf die zweite Staffel im Herbst.",
    "Das ist sein Lieblingsfilm von Sasha Grey.",
    "Im Kino läuft der Propagandafilm „mit viel Stolz“.",
    "Ich mag Tyll (★★★★★) sehr.",
    "Es kostet fünf Euro Rabatt, ein Euro ist viel.",
    "In den Jahren (2010, 2011, 2012) war es so.",
    "Bestes Bild: Jeff Bridges (Crazy Heart)",
    "Er gilt der Welt, in der 28 Days Later spielt, und allen Fantastic Four Filmen.",
    "Daredevil: Born Again spielt einige Zeit danach, The Big Short spielt im Jahr darauf.",
    "Mein Liebling im Moment (Mia Beispiel) ist das.",
    "Es gibt keine zweite Staffel von Zorn, im Simpsons Movie nicht. Der Star der Simpsons.",
    "Er hat eine durchschnittliche Spielzeit von 100 Minuten.",
    "Im Schnitt sind sie 118 Minuten lang, sechs bis acht Folgen.",
    "Später sehe ich ihn auf DVD.",
    "Herr Doktor heißt der Kater, und Frau Wirtin schweigt.",
    "Die Verfilmung von Isaac Asimovs Foundation-Zyklus beginnt.",
    "**Ton:** Klingt sauber und räumlich, kein Rauschen.",
    "Die Regie: gelungen, das Buch: dünn.",
    "Das ist der neue Film von Dreamworks Animations.",
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


def test_an_actor_to_whom_a_film_belongs_is_not_its_director() -> None:
    text = "Jill (Sasha Grey) lacht. Ich sah schon den Film von Sasha Grey."
    assert {item.key for item in fact_proposals(review_of(text))} == {"cast"}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Heute lief endlich **Nachtbus 9** im Kino.", "Nachtbus 9"),
        ("![Plakat](plakat.jpg)Endlich »[Zorn](https://example.org)« gesehen.", "Zorn"),
        ("Nach *Hvalbein* und *Nordover* ist er gereift.", ""),
        ("**Inhalt:** Clara lebt in Triest.", ""),
    ],
)
def test_what_alone_is_set_apart_at_first_may_be_the_title(text: str, title: str) -> None:
    titles = [i for i in fact_proposals(review_of(text)) if i.key == "title"]
    assert [(i.value, i.explained) for i in titles] == ([(title, False)] if title else [])


def test_who_only_may_be_the_director_is_not_ticked() -> None:
    (person,) = fact_proposals(review_of("Ich sah schon den Film von Sasha Grey."))
    assert (person.key, person.value, person.explained) == ("director", "Sasha Grey", False)


@pytest.mark.parametrize(
    ("text", "actor", "role"),
    [
        (
            "Der müde Chefarzt Frank Moses (Bruce Willis) reist.",
            "Bruce Willis",
            "Frank Moses",
        ),
        (
            "Die gealterten Auftragskiller Frank Moses (Bruce Willis) reisen.",
            "Bruce Willis",
            "Frank Moses",
        ),
        ("Angelina Jolie als Doppelagentin ist gut.", "Angelina Jolie", ""),
        (
            "Marguerite Ashdowne hat als Richterin Harkness zu tun.",
            "Marguerite Ashdowne",
            "Richterin Harkness",
        ),
        (
            "Chistoph Waltz (Landa), ja. Landa geht, Landa lacht. "
            + 2 * "Christoph Waltz (Landa). ",
            "Christoph Waltz",
            "Landa",
        ),
        ("Gut ist die Einbettung von Johnny Cash (Boyd Holbrook).", "Boyd Holbrook", "Johnny Cash"),
        ("Sein Vorgesetzter Ted Hastings (Adrian Dunbar) geht.", "Adrian Dunbar", "Ted Hastings"),
        ("Der Sender HBO (Home Box Office) zeigt sie.", "", ""),
        ("In Get Smart spielt Carell Max Smart.", "", ""),
        ("Leonardo DiCaprio ist gut. Roger Ferris (DiCaprio) reist.", "", ""),
        ("Sie ruft Wissenschaftlerin Dr. Ryan Stone an.", "", "Ryan Stone"),
    ],
)
def test_roles_are_names(text: str, actor: str, role: str) -> None:
    cast = [(i.value, i.role) for i in fact_proposals(review_of(text)) if i.key == "cast"]
    assert cast == ([(actor, role)] if actor or role else [])


def test_people_of_one_sentence_have_their_own_functions() -> None:
    text = "Regisseur Matthew Vaughn und Autor Mark Millar drehten zuerst."
    assert [item.value for item in fact_proposals(review_of(text))] == ["Matthew Vaughn"]


def test_of_several_works_only_people_are_offered() -> None:
    text = (
        "Regisseurin Mia Beispiel, 112 Minuten Film.\n\nWertung: 3/5\n\nUnd „Zorn“.\n\nWertung: 4/5"
    )
    (person,) = fact_proposals(review_of(text))
    assert (person.value, person.explained) == ("Mia Beispiel", False)


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


@pytest.mark.parametrize(
    "unit", ["A. ", "Aa ", "A-", "Aa Bb, ", "[rating ", "„Aa ", "Regisseur ", "Aa (Bb) "]
)
def test_a_long_run_of_capitals_and_marks_takes_linear_time(unit: str) -> None:
    """With a pattern that backtracks it would take minutes."""
    fact_proposals(review_of(unit * (20_000 // len(unit))))
