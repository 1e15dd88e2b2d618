"""Sentences as a German reader sees them."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.review.sentences import WORD, sentence_spans


@pytest.mark.parametrize(
    "parts",
    [
        ["Das ist z. B. Berlin.", "Und d.h. Nichts."],
        ["Die 3. Staffel läuft.", "Es folgt Staffel 4.", "Danach kam Dr. No."],
        ["Er lief 90 Min. Laufzeit.", "Nein, 90 Min.", "Dann war Schluss usw.", "Regie fehlt."],
        ["Regie führte J. J. Abrams.", "Musik: St. Vincent."],
        ["„Nein!“, rief er.", "„Doch!“", "„Wer ist da?“ fragte sie."],
        ["Er kam 1984.", "Regie: X."],
        ["Mit Tom Hanks u. a.", "Der Film ist von Paramount u. a. Studios."],
        ["Am 20. November 2015 (vgl. Nr. 3) begann es.", "Ende."],
        ["Er ging … nicht.", "Er ging …", "Dann kam er."],
        ["Gut.", "– Finde ich.", "»Ja.«", "Ende?!"],
        ["Élodie kam.", "Éric ging."],
    ],
)
def test_sentences_are_told_apart(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [text[start:end] for start, end in sentence_spans(text)] == parts


def test_heading_and_list_items_are_sentences_of_their_own() -> None:
    text = "Bild und Ton\n\nScharf\n\n \nund laut.\nSehr laut"
    found = [text[start:end] for start, end in sentence_spans(text)]
    assert found == ["Bild und Ton", "Scharf", "und laut.", "Sehr laut"]


@given(st.text("aB. \n…!“„1z", max_size=60))
def test_every_word_is_in_exactly_one_sentence(text: str) -> None:
    spans = sentence_spans(text)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    for match in WORD.finditer(text):
        assert sum(start <= match.start() and match.end() <= end for start, end in spans) == 1


def test_words_with_decimals_hyphens_and_combining_marks() -> None:
    text = "Die Blu-ray zeigt 2,39:1 und Ocean’s " + unicodedata.normalize("NFD", "Mädchen")
    assert len(WORD.findall(text)) == 7
