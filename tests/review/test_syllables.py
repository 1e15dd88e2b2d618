"""Syllables of words that were counted by hand."""

import unicodedata

import pytest

from editor.review.syllables import syllable_count
from tests.review.syllables import COUNTED

WORDS = [(word, int(count)) for word, count in (item.split(":") for item in COUNTED.split())]


def test_table_is_large_enough_to_mean_something() -> None:
    assert len({word for word, _ in WORDS}) >= 150


@pytest.mark.parametrize(("word", "count"), WORDS)
def test_syllables(word: str, count: int) -> None:
    assert syllable_count(word) == count


@pytest.mark.parametrize(("word", "count"), [("Mäuse", 2), ("europäisch", 4), ("Bühne", 2)])
def test_decomposed_umlauts_count_alike(word: str, count: int) -> None:
    assert syllable_count(unicodedata.normalize("NFD", word)) == count


@pytest.mark.parametrize("word", ["", "-", "hm", "7", "’"])
def test_no_word_is_without_a_syllable(word: str) -> None:
    assert syllable_count(word) == 1
