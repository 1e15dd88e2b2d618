"""A finding in words, as a screen reader says it."""

import pytest

from editor.gui.proofing.finding_text import announcement, readable, spoken
from editor.languagetool.finding import Finding, FindingKind

KAMMERA = Finding(
    *(0, 7, "GERMAN_SPELLER_RULE", "TYPOS", "Möglicher Tippfehler."),
    replacements=("Kamera", "Hammer", "Kammer", "Kammern"),
    kind=FindingKind.SPELLING,
)
DOUBLE = Finding(0, 2, "WHITESPACE", "TYPOGRAPHY", "Zwei Leerzeichen.", (" ",), FindingKind.GRAMMAR)
LONG = Finding(0, 9, "LONG", "STYLE", "Der Satz ist lang.", (), FindingKind.STYLE)


@pytest.mark.parametrize(
    ("words", "finding", "heard"),
    [
        ("Kammera", KAMMERA, "„Kammera“: Meinten Sie „Kamera“? Vorschläge: Hammer, Kammer"),
        ("  ", DOUBLE, "„ 2 Leerzeichen “: Zwei Leerzeichen. Vorschläge:  Leerzeichen"),
        ("Der ganze", LONG, "„Der ganze“: Der Satz ist lang. Hierfür gibt es keinen Vorschlag."),
    ],
)
def test_reader_says_word_question_and_suggestions(
    words: str, finding: Finding, heard: str
) -> None:
    assert announcement(words, finding).split() == heard.split()


def test_no_sign_of_a_blank_is_spoken() -> None:
    assert readable(" und  dann ") == "␣und dann␣"
    assert spoken(readable(" und")) == "Leerzeichen und"
    assert spoken("Kamera") == "Kamera"
