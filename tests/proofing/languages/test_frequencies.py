"""Frequencies of words in several languages."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.proofing.languages.frequencies import ENGLISH, FOREIGN, GERMAN, frequency


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "whose"),
        ("fr", "toujours"),
        ("es", "siempre"),
        ("it", "perché"),
        ("pt", "não"),
        ("nl", "jouw"),
        ("sv", "också"),
        ("da", "også"),
        ("nb", "noen"),
    ],
)
def test_a_word_is_most_frequent_in_its_language(language: str, word: str) -> None:
    own = frequency(word, language)
    assert own is not None
    for other in {GERMAN, *FOREIGN} - {language, "da", "nb"}:
        assert (frequency(word, other) or -9) < own


def test_capitals_apostrophes_and_hyphens_do_not_matter() -> None:
    assert frequency("The", ENGLISH) == frequency("the", ENGLISH) == frequency("THE", ENGLISH)
    assert frequency("Don’t", ENGLISH) == frequency("don't", ENGLISH) is not None
    assert frequency("d’amour", "fr") == frequency("amour", "fr") is not None
    assert frequency("power-up", ENGLISH) == frequency("power", ENGLISH) is not None


@settings(max_examples=50)
@given(st.text(max_size=12), st.sampled_from([GERMAN, *FOREIGN]))
def test_any_text_has_a_share_of_at_most_all_words_or_none(word: str, language: str) -> None:
    share = frequency(word, language)
    assert share is None or -6 <= share < 0
