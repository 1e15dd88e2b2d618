"""Inflections of names and slips in them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.proofing.names.inflection import (
    base_forms,
    edit_distance,
    is_near_miss,
    is_typing_slip,
    nearest_name,
)
from editor.proofing.names.phrases import normalized_words, tokenize
from editor.review.casefold import fold_case

LETTERS = st.text("abcdeéöß", max_size=8)


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("Villeneuve", "Villeneuve"),
        ("Villeneuves", "Villeneuve"),
        ("Fiennes'", "Fiennes"),
        ("Max'", "Max"),
        ("Lance'", "Lance"),
        ("Villeneuve'sche", "Villeneuve"),
        ("Villeneuve'schen", "Villeneuve"),
        ("Villeneuvesches", "Villeneuve"),
        ("villeneuvescher", "Villeneuve"),
        ("Hitchcocksche", "Hitchcock"),
        ("lyncheske", "Lynch"),
        ("VILLENEUVES", "VILLENEUVE"),
        ("FIENNES'", "FIENNES"),
    ],
)
def test_inflections_lead_back_to_the_name(word: str, base: str) -> None:
    assert base in [found for found, _ in base_forms(word)]


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("Fienness", "Fiennes"),
        ("Maxs", "Max"),
        ("Villeneuve's", "Villeneuve"),
        ("Villeneuve'", "Villeneuve"),
        ("villeneuve'sche", "Villeneuve"),
        ("Villeneuvens", "Villeneuve"),
    ],
)
def test_wrong_inflections_do_not(word: str, base: str) -> None:
    assert base not in [found for found, _ in base_forms(word)]


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Vileneuve", "Villeneuve"),
        ("Villenueve", "Villeneuve"),
        ("Vilenueve", "Villeneuve"),
        ("villeneuve", "Villeneuve"),
        ("VilleNeuve", "Villeneuve"),
        ("Rene", "René"),
        ("Renè", "René"),
        ("Muller", "Müller"),
        ("Saorise", "Saoirse"),
        ("Akse", "Aske"),
        ("Lacomb", "Lacombe"),
        ("Picart", "Picard"),
    ],
)
def test_a_slip_is_a_near_miss(word: str, name: str) -> None:
    assert is_near_miss(word, name)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Aske", "Aske"),
        ("Asche", "Aske"),
        ("Anke", "Aske"),
        ("Max", "Maz"),
        ("Nolte", "Nolan"),
        ("vileneuve", "Villeneuve"),
        ("Renner", "Renoir"),
        ("Beckermann", "Reckermann2"),
        ("Villeneuve", "Lacombe"),
    ],
)
def test_another_word_is_none(word: str, name: str) -> None:
    assert not is_near_miss(word, name)


@pytest.mark.parametrize(
    ("word", "name", "right"),
    [
        ("Vileneuves", "Villeneuve", "Villeneuves"),
        ("Vileneuve’sche", "Villeneuve", "Villeneuve’sche"),
        ("vileneuveschen", "Villeneuve", "villeneuveschen"),
        ("Feinnes'", "Fiennes", "Fiennes'"),
        ("Rene", "René", "René"),
        ("Renes", "René", "Renés"),
        ("Lacombs", "Lacombe", "Lacombes"),
        ("Lacomb", "Lacombe", "Lacombe"),
        ("LACOMBS", "Lacombe", "LACOMBES"),
        ("LACOMB", "Lacombe", "LACOMBE"),
        ("lacombs", "lacombe", "lacombes"),
        ("Lacombs", "lacombe", "Lacombes"),
        ("Kravits", "Kravitz", "Kravitz"),
        ("Iphone", "iPhone", "iPhone"),
        ("VILLENEUVE", "villeneuve", "villeneuve"),
    ],
)
def test_the_right_name_has_the_inflection_of_the_wrong_one(
    word: str, name: str, right: str
) -> None:
    assert nearest_name(word, ["Quernheim", name]) == (name, right)


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [("", "", 0), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "xbyc", 2)],
)
def test_distance(one: str, other: str, edits: int) -> None:
    assert edit_distance(one, other) == edits


@given(LETTERS, LETTERS)
def test_distance_is_symmetric_and_bounded(one: str, other: str) -> None:
    edits = edit_distance(one, other)
    assert edits == edit_distance(other, one)
    assert abs(len(one) - len(other)) <= edits <= max(len(one), len(other))
    assert (edits == 0) == (one == other)


@given(st.text(min_size=1, max_size=12))
@example("𝚨")
def test_any_word_has_itself_as_a_base_and_folds_to_a_stable_form(word: str) -> None:
    assert next(base_forms(word)) == (word, "")
    assert fold_case(fold_case(word)) == fold_case(word)


@given(st.text(min_size=1, max_size=12), st.text(min_size=1, max_size=12))
def test_no_word_is_too_odd_for_a_near_miss(word: str, name: str) -> None:
    nearest_name(word, [name])
    assert not is_near_miss(name, name)


@pytest.mark.parametrize("word", ["s", "S", "'"])
def test_nothing_is_no_name(word: str) -> None:
    assert "" not in [found for found, _ in base_forms(word)]
    assert nearest_name(word, ["Q"]) is None


def test_words_are_whole_however_their_accents_are_written() -> None:
    text = "Zoe\u0308s Weg: Sine\u0301ad."
    assert [(word.start, word.text) for word in tokenize(text)] == [
        *((0, "Zoe\u0308s"), (6, "Weg"), (11, "Sine\u0301ad"))
    ]
    assert normalized_words(text) == ("Zoës", "Weg", "Sinéad")


def test_a_slip_in_capitals_is_put_right_with_its_ending() -> None:
    assert nearest_name("VILENEUVES", ["Villeneuve"]) == ("Villeneuve", "VILLENEUVES")


@pytest.mark.parametrize(
    ("word", "right", "is_slip"),
    [
        ("Fheler", "Fehler", True),
        ("Wasserkrat", "Wasserkraft", False),
        ("Rythmuss", "Rythmus", True),
        ("Komission", "Kommission", True),
        ("Mirta", "Mira", False),
        ("IRA", "Ira", False),
        ("Landa", "Lande", False),
    ],
)
def test_a_slip_of_the_fingers_swaps_or_doubles_letters(
    word: str, right: str, *, is_slip: bool
) -> None:
    assert is_typing_slip(word, right) is is_slip
