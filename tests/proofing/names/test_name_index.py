"""A name index of the facts of a review."""

import pytest

from editor.proofing.names.name_index import NameIndex
from editor.proofing.names.terms import Terms, shipped_terms
from editor.proofing.reasons import ReasonKind
from editor.review.form import load_form
from editor.review.model import Review
from editor.storage import review_file
from editor.storage.review_file import dumps
from tests.benchmarks.ratio import interleaved, timed

NO_TERMS = Terms()


def review(**facts: object) -> Review:
    return review_file.new_review(load_form("film"), facts.items())


def near(names: NameIndex, word: str) -> str | None:
    nearest = names.nearest(word)
    return nearest.name if nearest else None


def name_index(*own: str, **facts: object) -> NameIndex:
    return NameIndex.of(review(**facts), own, NO_TERMS)


@pytest.mark.parametrize(
    ("key", "value", "word"),
    [
        ("title", "Der Fall Quernheim", "Quernheim"),
        ("original_title", "Saltarkivet", "Saltarkivets"),
        ("director", ["Denis Villeneuve"], "Villeneuves"),
        ("director", "Denis Villeneuve", "Villeneuve"),
        ("writers", ["Jean-Luc Fontenelle"], "Jean-Luc"),
        ("cast", [{"name": "Ralph Fiennes", "role": "Kommissar Aske"}], "Aske"),
        ("cast", [{"name": "Ralph Fiennes", "role": "Kommissar Aske"}], "Fiennes’"),
        ("cast", ["Sinéad O’Connor"], "Connor"),
        ("cast", ["Sinéad O'Connor"], "O’Connors"),
        ("label", "Polarkreis Home Video", "Polarkreis"),
        ("author", "Hanna Wiebrecht", "Wiebrecht"),
        ("country", ["Elbonien"], "Elboniens"),
        ("title", "mother!", "mother"),
        ("cast", [{"name": "Ben Whishaw", "role": "Q"}], "Q"),
        ("director", ["Denis Villeneuve"], "VILLENEUVE"),
        ("director", ["Denis Villeneuve"], "VILLENEUVES"),
        ("cast", ["Ralph Fiennes"], "FIENNES’"),
        ("cast", ["Peter Weiß"], "WEIẞ"),
        ("cast", ["Peter Weiß"], "WEISS"),
        ("cast", ["Peter WEIẞ"], "WEISS"),
        ("cast", ["Zoë Kravitz"], "Zoe\u0308s"),
        ("cast", ["Zoe\u0308 Kravitz"], "Zoës"),
        ("cast", ["Zoe\u0308 Kravitz"], "Zoe\u0308"),
    ],
)
def test_names_of_the_facts_are_accepted(key: str, value: object, word: str) -> None:
    reason = name_index(**{key: value}).accepts(word)

    assert reason is not None
    assert (reason.kind, reason.fact) == (ReasonKind.NAME, key)


@pytest.mark.parametrize(
    ("key", "value", "word"),
    [
        ("director", ["Lars von Trier"], "von"),
        ("title", "The Lord of the Rings", "The"),
        ("title", "The Lord of the Rings", "the"),
        ("title", "The Lord of the Rings", "of"),
        ("cast", ["Al Pacino"], "Al"),
        ("title", "Call me by your name", "name"),
        ("director", ["Denis Villeneuve"], "villeneuve"),
        ("director", ["Denis Villeneuve"], "Villeneuve's"),
        ("director", ["Denis Villeneuve"], "VILLENEUVE’"),
        ("cast", ["Ralph Fiennes"], "FIENNESS"),
        ("cast", ["Zoë Kravitz"], "Zoes"),
        ("runtime", "ca. 139 Min.", "Min"),
        ("year", 2025, "2025"),
        ("medium", "Blurix", "Blurix"),
        ("date", "Quintember", "Quintember"),
    ],
)
def test_what_is_no_name_is_not(key: str, value: object, word: str) -> None:
    assert name_index(**{key: value}).accepts(word) is None


@pytest.mark.parametrize(
    "value", [None, 7, True, [None, 3], [{"role": None}], [{"name": 5}], [[["x"]]], {"name": "Ab"}]
)
def test_any_value_of_a_fact_will_do(value: object) -> None:
    assert near(name_index(cast=value, title=value), "Villeneuve") is None


def test_words_of_the_review_and_of_the_writer_are_accepted() -> None:
    known = name_index("Filmblut", "gespoilert", vocabulary=["Reacher", "Home Mountain"])

    reasons = [known.accepts(word) for word in ("Reachers", "Filmbluts", "gespoilert")]
    assert [reason and reason.kind for reason in reasons] == [
        ReasonKind.REVIEW,
        ReasonKind.DICTIONARY,
        ReasonKind.DICTIONARY,
    ]
    assert known.accepts("Mountain") is None


def test_a_compound_is_right_when_all_of_it_is() -> None:
    known = NameIndex.of(review(director=["Jean-Luc Godard"], title="Metropol"))

    assert known.accepts("Godard-Spin-off")
    assert known.accepts("Jean-Luc-Godard-Remake")
    assert known.accepts("Metropol-2")
    assert known.accepts("Godard-Serie") is None
    assert known.split("Godard-Serie")[0] == ["Serie"]
    assert known.split("Wald-Serie") == (["Wald", "Serie"], None)


def test_a_near_miss_leads_to_the_name() -> None:
    known = name_index(director=["Denis Villeneuve"], cast=[{"name": "René Aske"}])

    assert near(known, "Vileneuves") == "Villeneuves"
    assert near(known, "Rene") == "René"
    assert near(known, "Akse") == "Aske"
    assert near(known, "Villeneuve") is None
    assert near(known, "Anderson") is None


def test_an_accepted_word_is_no_near_miss_of_a_name() -> None:
    known = name_index("Vileneuve", director=["Denis Villeneuve"])

    assert near(known, "Vileneuve") is None
    assert near(known, "Vileneuves") is None


def test_the_nearest_name_wins() -> None:
    known = name_index(director=["Jan Andersmann"], cast=["Piet Andersonn"])

    assert near(known, "Andersonm") == "Andersonn"


def test_shipped_terms_with_their_endings() -> None:
    known = NameIndex.of(review())

    for word in ("Steelbooks", "Featuretten", "remasterter", "Found-Footage", "Legacyquel"):
        reason = known.accepts(word)
        assert reason is not None, word
        assert reason.kind is ReasonKind.TERM
    assert known.accepts("Footage") is None
    assert len(shipped_terms().words) > 1000


def test_no_shipped_term_is_one_of_the_spellings_to_avoid() -> None:
    terms = shipped_terms()

    # „Dolby-Atmos“ is right as a part of compounds, „Dolby-Atmos-Ton“.
    parts = {right.replace(" ", "-").replace(":", "-") for right in terms.spellings.values()}
    assert (terms.words - parts).isdisjoint(terms.spellings)
    assert not set(terms.spellings) & set(terms.spellings.values())


def test_a_value_is_cheap_enough_for_every_keystroke() -> None:
    cast = [{"name": f"Vor{i}name Nach{i}name", "role": f"Rolle{i} Test"} for i in range(60)]
    facts = review(cast=cast)
    rounds = interleaved(
        lambda: timed(lambda: NameIndex.of(facts)), lambda: timed(lambda: dumps(facts)), rounds=5
    )
    ours, writing = map(min, zip(*rounds, strict=True))
    # It takes a quarter of what the journal's text takes, which is made as often.
    assert ours < writing
