"""Words that the text explains as names."""

import pytest

from editor.markdown.plaintext import plain_text
from editor.proofing.proposals.explained_words import explained_words
from editor.review.form import load_form
from editor.review.model import Section


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Regisseur Julien Lacombe führt durch.", {"Julien", "Lacombe"}),
        ("**Regie:** Julien Lacombe\n**Laufzeit:** 90 Min.", {"Julien", "Lacombe"}),
        ("| Label | Quorwel Pictures |", {"Quorwel", "Pictures"}),
        ("Originaltitel: Torstads Hus", {"Torstads", "Hus"}),
        ("Zoë Quern spielt Runa Eide.", {"Zoë", "Quern", "Runa", "Eide"}),
        ("Die Bilder von Hamburg sind schön.", set()),
        ("Bild: Fheler im Master\nUntertitel: Detusch", set()),
    ],
)
def test_people_and_credits_are_explained(text: str, words: set[str]) -> None:
    section = Section("story", text=text)
    assert explained_words(section, plain_text(text), load_form("series")) == words
