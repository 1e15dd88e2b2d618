"""Full names in a text."""

import pytest

from editor.proofing.proposals.name_patterns import names_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mit z.B. Notepad geht das.", []),
        ("Es spielen z. B. Tom Hanks und d.h. J. K. Simmons.", ["Tom Hanks", "J. K. Simmons"]),
        ("Produziert hat Hal B. Wallis.", ["Hal B. Wallis"]),
    ],
)
def test_an_abbreviation_has_no_initial(text: str, names: list[str]) -> None:
    assert [found.name for found in names_in(text, 0, len(text))] == names
