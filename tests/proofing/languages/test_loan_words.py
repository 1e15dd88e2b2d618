"""Single English words in German sentences, with suggestions as LanguageTool makes them."""

import pytest

from editor.languagetool.finding import Finding, FindingKind
from editor.proofing.languages.loan_words import is_loan_word


def is_loan(word: str, suggestions: str = "") -> bool:
    replacements = tuple(filter(None, suggestions.split(",")))
    return is_loan_word(
        word,
        Finding(0, len(word), "SPELLER", "TYPOS", "…", replacements, FindingKind.SPELLING),
    )


@pytest.mark.parametrize(
    ("word", "suggestions"),
    [
        ("approved", "abfröret,abprüfe"),
        ("Banter", "Bander,Kanter,Bantus"),
        ("Ending", "Endung,Wendung"),
        ("up-to-date", "up to date"),
        ("Worker-Placement", "Völker-Placement"),
        ("Workerplacement", ""),
        ("Thrillride", "Trillerdie"),
        ("Seriously", ""),
    ],
)
def test_an_english_word_is_one(word: str, suggestions: str) -> None:
    assert is_loan(word, suggestions)


@pytest.mark.parametrize(
    ("word", "suggestions"),
    [
        ("Regiseur", "Regisseur"),
        ("villeicht", "vielleicht"),
        ("kan", "kann,an"),
        ("Camera", "Kamera"),
        ("Program", "Programm"),
        ("Music", "Musik"),
        ("wen", "wenn,wen"),
        ("film", "Film"),
        ("game", "Game,gab"),
        ("sonstwas", "sonst was"),
        ("Kafferösterei", "Kaffeerösterei"),
        ("t", "tat"),
        ("one", "ohne,eine"),
    ],
)
def test_a_word_near_a_german_one_is_not(word: str, suggestions: str) -> None:
    assert not is_loan(word, suggestions)


@pytest.mark.parametrize("word", ["Weynfeldt", "Trantor", "verhackstückt", "größte"])
def test_names_and_coinages_are_not(word: str) -> None:
    assert not is_loan(word)
