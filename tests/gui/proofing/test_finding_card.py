"""Where the card of a finding stands, and how its message is divided."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from editor.gui.proofing.finding_card import body_position
from editor.gui.proofing.finding_text import headline_of
from editor.languagetool.finding import Finding, FindingKind

AREA = QRect(0, 40, 1000, 700)


@settings(max_examples=60)
@given(
    st.integers(0, 999),
    st.integers(40, 700),
    st.integers(1, 400),
    st.integers(18, 60),
    st.integers(40, 300),
)
def test_card_stays_in_the_window_and_off_its_word(
    x: int, y: int, width: int, height: int, card_height: int
) -> None:
    place = QRect(x, y, min(width, 1000 - x), min(height, 740 - y))
    body = QRect(body_position(place, size := QSize(330, card_height), AREA, 6), size)
    assert AREA.contains(body)
    assert not body.intersects(place)


def test_card_stands_beside_a_word_in_a_window_that_is_too_low() -> None:
    place = QRect(100, 120, 60, 20)
    low = QRect(0, 40, 1000, 200)
    body = QRect(body_position(place, size := QSize(330, 190), low, 6), size)
    assert low.contains(body)
    assert not body.intersects(place)


def finding(message: str, rule: str = "RULE", *replacements: str) -> Finding:
    return Finding(0, 4, rule, "X", message, replacements, FindingKind.GRAMMAR)


def test_headline_is_the_question_or_the_first_sentence() -> None:
    for message, parts in {
        "Bitte prüfen Sie das. Meinten Sie „hinfügt“?": (
            "Meinten Sie „hinfügt“?",
            "Bitte prüfen Sie das.",
        ),
        "Meinten Sie „so weit“? „Es ist so weit“ schreibt man getrennt.": (
            "Meinten Sie „so weit“?",
            "„Es ist so weit“ schreibt man getrennt.",
        ),
        "Hier fehlt z. B. Komma.": ("Hier fehlt z. B. Komma.", ""),
        "Ein Satz.“ Noch einer.": ("Ein Satz.“", "Noch einer."),
        "Kein Punkt": ("Kein Punkt", ""),
    }.items():
        assert headline_of(finding(message)) == parts


def test_headline_of_a_misspelt_word_asks_for_its_replacement() -> None:
    message = "Möglicher Tippfehler gefunden."
    speller = finding(message, "GERMAN_SPELLER_RULE", "Kamera", "Hammer")
    assert headline_of(speller) == ("Meinten Sie „Kamera“?", "")
    assert headline_of(finding(message, "GERMAN_SPELLER_RULE")) == (message, "")
