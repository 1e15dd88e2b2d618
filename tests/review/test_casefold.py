"""Case and accent folding."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from editor.review.casefold import fold_case


@pytest.mark.parametrize(
    ("one", "other"), [("Ärger", "arger"), ("BJÖRK", "bjork"), ("Straße", "strasse"), ("É", "e")]
)
def test_case_and_accents_do_not_count(one: str, other: str) -> None:
    assert fold_case(one) == fold_case(other)


@given(st.text())
@example("𝚨")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold_case(fold_case(text)) == fold_case(text)
