"""Japanese in Latin letters."""

import pytest

from editor.proofing.languages.romaji import is_romaji


@pytest.mark.parametrize(
    "text",
    [
        "hana wa chiru kara koso utsukushii",
        "shingeki no kyojin",
        "tonari no totoro",
        "tōkyō monogatari",
        "kekkon shinbun gakkō matcha zasshi",
        "jun'ichirō ryūnosuke gyakuten",
    ],
)
def test_japanese_words_are_made_of_its_syllables(text: str) -> None:
    assert [word for word in text.split() if not is_romaji(word)] == []


@pytest.mark.parametrize("word", ["", "film", "staffel", "regiseur", "villeicht", "quarto", "the"])
def test_other_words_are_not(word: str) -> None:
    assert not is_romaji(word)
