"""Find and replace: right places whatever the letters are, and a deadline that holds."""

import time
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.errors import SearchError
from editor.review.form import load_form
from editor.review.model import Review
from editor.review.search import ReviewMatch, SearchQuery, find, replace_all
from editor.storage.review_file import new_review

EMPTY = new_review(load_form("series"))
NFD = unicodedata.normalize("NFD", "Mädchen")


def review_of(**texts: str) -> Review:
    review = EMPTY
    for section, text in texts.items():
        review = review.with_text(section, text)
    return review


def found(text: str, query: SearchQuery) -> list[str]:
    return [text[start:end] for _, start, end in find(review_of(plot=text), query)]


def test_reading_order_over_all_sections() -> None:
    review = review_of(story="der 😀 Der", introduction="und der")
    assert find(review, SearchQuery("der")) == (
        ReviewMatch("introduction", 4, 7),
        ReviewMatch("story", 0, 3),
        ReviewMatch("story", 6, 9),
    )


def test_facts_are_not_searched() -> None:
    assert find(EMPTY.with_fact("title", "Salz"), SearchQuery("Salz")) == ()


@pytest.mark.parametrize(
    ("text", "query", "places"),
    [
        ("Die Straße", SearchQuery("STRASSE"), ["Straße"]),
        ("DIE STRASSE", SearchQuery("straße"), ["STRASSE"]),
        ("DIE STRAẞE", SearchQuery("straße"), ["STRAẞE"]),
        ("Die Strasse", SearchQuery("STRASSE"), ["Strasse"]),
        ("Die Strasse", SearchQuery("Straße"), []),
        ("Die Maße", SearchQuery("Masse"), []),
        ("Die Straße", SearchQuery("STRASSE", case=True), []),
        ("GROSSSTADT", SearchQuery("Großstadt"), ["GROSSSTADT"]),
        ("Äpfel äpfel", SearchQuery("ä"), ["Ä", "ä"]),
        ("Äpfel äpfel", SearchQuery("ä", case=True), ["ä"]),
        (f"Das {NFD} da", SearchQuery("mädchen"), [NFD]),
        ("Das Mädchen da", SearchQuery(NFD), ["Mädchen"]),
        (f"Das {NFD} da", SearchQuery("a"), ["a", "a"]),
        (f"Das {NFD} da", SearchQuery("m.dchen", regex=True), [NFD]),
        (f"Das {NFD} da", SearchQuery("Mä", whole_words=True), []),
        ("x\u0302 x", SearchQuery("x"), ["x"]),
        ("İstanbul istanbul", SearchQuery("istanbul"), ["istanbul"]),
        ("Serien Serie", SearchQuery("serie", whole_words=True), ["Serie"]),
        ("a.c abc", SearchQuery("a.c"), ["a.c"]),
        ("Serien Serie", SearchQuery("Serien?", regex=True, whole_words=True), ["Serien", "Serie"]),
        ("Aa", SearchQuery("(?i)a", regex=True, whole_words=False, case=True), ["A", "a"]),
        ("Aa a", SearchQuery("(?i)A", regex=True, whole_words=True, case=True), ["a"]),
        ("a b", SearchQuery("(?x) a  # Anfang", regex=True, whole_words=True), ["a"]),
        ("eins\nzwei", SearchQuery("^z", regex=True), ["z"]),
        ("eins", SearchQuery(""), []),
        ("eins", SearchQuery("", regex=True), []),
    ],
)
def test_what_is_found(text: str, query: SearchQuery, places: list[str]) -> None:
    assert found(text, query) == places


alphabet = "aAäÄsSßẞ\u0308\u0302 xİ😀\n"


@given(st.text(alphabet, max_size=20), st.text(alphabet, min_size=1, max_size=3), st.booleans())
@example("ss", "ß", False)
def test_places_hold_what_was_searched(text: str, word: str, case: bool) -> None:
    def same(a: str) -> set[str]:
        composed = unicodedata.normalize("NFC", a)
        if case:
            return {composed}
        return {composed.casefold(), composed.replace("SS", "ß").casefold()}

    last = 0
    for _, start, end in find(review_of(plot=text), SearchQuery(word, case=case)):
        assert last <= start < end <= len(text)
        assert same(text[start:end]) & same(word)
        last = end


@given(st.text("aäß\u0308 S😀", max_size=20), st.text("aäßS", min_size=1, max_size=2))
def test_replacing_a_match_by_itself_changes_nothing(text: str, word: str) -> None:
    review = review_of(plot=text)
    result = replace_all(review, SearchQuery("(x|" + word + ")", regex=True), "$1")
    assert result.review.text("plot") == text
    assert tuple(change.match for change in result.changes) == find(
        review, SearchQuery("(x|" + word + ")", regex=True)
    )


def test_replacing_with_a_preview() -> None:
    review = review_of(plot="Der Hund, der bellt.", story="Der Film")
    result = replace_all(review, SearchQuery("der", whole_words=True), "ein $1")
    assert result.review.text("plot") == "ein $1 Hund, ein $1 bellt."
    assert result.review.text("story") == "ein $1 Film"
    assert [change.match.section for change in result.changes] == ["plot", "plot", "story"]
    first = result.changes[0]
    assert (first.before, first.after) == ("Der Hund, der bellt.", "ein $1 Hund, der bellt.")


def test_replacing_only_some() -> None:
    review = review_of(plot="a a a")
    matches = find(review, SearchQuery("a"))
    result = replace_all(review, SearchQuery("a"), "b", only=matches[1:2])
    assert result.review.text("plot") == "a b a"
    assert len(result.changes) == 1


def test_nothing_to_replace_is_the_same_review() -> None:
    review = review_of(plot="a")
    assert replace_all(review, SearchQuery("x"), "y").review is review


@pytest.mark.parametrize(
    ("pattern", "replacement", "result"),
    [
        (r"(\w) (\w)", r"$2 \1", "b a"),
        (r"(\w) (\w)", r"$0!$$\\\n", "a b!$\\\n"),
        (r"(\w)( c)?", r"[$1$2]", "[a] [b]"),
        ("^", "> ", "> a b"),
        ("x*", "-", "-a- -b-"),
        (r"\b", "|", "|a| |b|"),
    ],
)
def test_groups_and_empty_matches(pattern: str, replacement: str, result: str) -> None:
    changed = replace_all(review_of(plot="a b"), SearchQuery(pattern, regex=True), replacement)
    assert changed.review.text("plot") == result


def test_groups_keep_the_letters_as_they_are_stored() -> None:
    changed = replace_all(review_of(plot=NFD), SearchQuery("m(ä)dchen", regex=True), "[$1]")
    assert changed.review.text("plot") == unicodedata.normalize("NFD", "[ä]")


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("[a", "an Stelle 1 nicht gültig: eine eckige Klammer ist nicht geschlossen"),
        ("ab(c", "an Stelle 3 nicht gültig: eine runde Klammer ist nicht geschlossen"),
        ("*", "an Stelle 1 nicht gültig: vor dem Wiederholungszeichen fehlt"),
        (r"\p", "an Stelle 1 nicht gültig;"),
        ("a{99999999999}", "nicht gültig"),
    ],
)
def test_invalid_expression_says_where(pattern: str, said: str) -> None:
    with pytest.raises(SearchError, match="Suchmuster") as error:
        find(review_of(plot="a"), SearchQuery(pattern, regex=True))
    assert said in error.value.german
    assert error.value.english


def test_group_that_is_not_there() -> None:
    with pytest.raises(SearchError, match="keine Gruppe 2"):
        replace_all(review_of(plot="5 Euro"), SearchQuery(r"(\d) Euro", regex=True), "$2")


def test_expression_that_runs_away_is_stopped() -> None:
    review = review_of(plot=f"{'a' * 60}c")
    begin = time.monotonic()
    with pytest.raises(SearchError, match="braucht zu lange"):
        find(review, SearchQuery("(a|aa)+$", regex=True), seconds=0.2)
    assert time.monotonic() - begin < 15


def test_expression_with_repetitions_finds_all_places() -> None:
    assert found("Staffel 12, Staffel 3", SearchQuery(r"Staffel (\d+)", regex=True)) == [
        "Staffel 12",
        "Staffel 3",
    ]
    assert found("[[a]", SearchQuery("[[a]+", regex=True)) == ["[[a"]
