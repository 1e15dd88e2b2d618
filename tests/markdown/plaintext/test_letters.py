"""Ligatures, accents apart and invisible characters are read as letters, at their exact places."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.markdown.plaintext import plain_text
from editor.markdown.plaintext.letters import compose
from editor.proofing.corrections import correction_edits
from tests.markdown.plaintext.offset_map import check_map

EXAMPLES = [
    ("Scho\u0308n ist a\u0301 la Zoe\u0308.", "Schön ist á la Zoë."),
    ("U\u0308ber *Gro\u0308\u00dfe*", "Über *Größe*".replace("*", "")),
    ("Eine \ufb01nale Ka\ufb00eeﬂut, o\ufb03ziell", "Eine finale Kaffeeflut, offiziell"),
    ("Film\u00adkri\u00adtik", "Filmkritik"),
    ("Film\u200bkritik\u200b und\ufeff so", "Filmkritik und so"),
    ("\u200b Wort \u200b und", "Wort und"),
    ("Auf\u200clage", "Auflage"),
    (
        "Ein 👩\u200d🚀 und \u0646\u0645\u06cc\u200c\u0634",
        "Ein 👩\u200d🚀 und \u0646\u0645\u06cc\u200c\u0634",
    ),
    ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
]


@pytest.mark.parametrize(("source", "expected"), EXAMPLES)
def test_letters_are_read_as_they_are_spelled(source: str, expected: str) -> None:
    plain = plain_text(source)
    assert plain.text == expected
    check_map(source, plain)


def test_a_finding_covers_the_accents_and_breaks_in_its_word() -> None:
    source = "Ein scho\u0308\u00adner \ufb01naler Film"
    plain = plain_text(source)
    for word, original in (("schöner", "scho\u0308\u00adner"), ("finaler", "\ufb01naler")):
        start = plain.text.index(word)
        span = plain.source_span(start, start + len(word))
        assert span
        assert source[slice(*span)] == original


@pytest.mark.parametrize(
    ("markdown", "words", "replacement", "corrected"),
    [
        ("scho\u0308ner Feler", "Feler", "Fehler", "scho\u0308ner Fehler"),
        ("ein gro\u0308\u00dferrer", "gro\u0308\u00dferrer", "größerer", "ein gro\u0308\u00dferer"),
        ("Fe\u00adler", "Fe\u00adler", "Fehler", "Fe\u00adhler"),
    ],
)
def test_a_correction_leaves_the_other_letters(
    markdown: str, words: str, replacement: str, corrected: str
) -> None:
    start = markdown.index(words)
    for edit in correction_edits(markdown, start, start + len(words), replacement):
        markdown = markdown[: edit.start] + edit.text + markdown[edit.end :]
    assert markdown in (corrected, corrected.replace("\u00adh", "h\u00ad"))


@given(st.text("aouäöüßéñç \n*中😀", max_size=40))
def test_an_apart_text_is_read_as_the_composed_one(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    plain = plain_text(apart)
    assert plain.text == plain_text(text).text
    assert compose(apart) == text
    check_map(apart, plain)
    for place in range(len(plain.text)):
        span = plain.source_span(place, place + 1)
        if span and not plain.text[place].isspace():
            assert unicodedata.normalize("NFC", apart[slice(*span)]) == plain.text[place]
