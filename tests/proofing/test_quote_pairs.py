"""Which guillemets of a paragraph have their counterpart."""

import pytest

from editor.proofing.quote_pairs import is_paired


@pytest.mark.parametrize(
    ("paragraph", "paired"),
    [
        ("Er ruft (»Nein!«) laut.", "»«"),
        ("Der Film («Nein!») ist gut.", "«»"),
        ("[»Nie!«] – »Ja« –, ›so‹", "»«»«›‹"),
        ("»Er sagt ›Nein!‹ und (›geht‹)«, sagt sie.", "»›‹›‹«"),
        ("Er ruft »Nein! und geht.", ""),
        ("Er ruft Nein!« und »geht«.", "»«"),
        ("Er ruft »Nein » und geht.", ""),
        ("„Nein“", ""),
        ("»", ""),
    ],
)
def test_a_mark_has_its_counterpart(paragraph: str, paired: str) -> None:
    marks = [at for at in range(len(paragraph)) if is_paired(paragraph, at)]
    assert "".join(paragraph[at] for at in marks) == paired
