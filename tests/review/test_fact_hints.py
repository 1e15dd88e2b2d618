"""Which slips in facts are worth a hint."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.localized import Localized
from editor.review import fact_hints
from editor.review.fact_kinds import FACT_KINDS
from editor.review.form import FactField

TODAY = datetime.date(2026, 11, 22)


def field(kind: str, key: str = "x") -> FactField:
    return FactField(key, FACT_KINDS[kind], Localized("X"))


@pytest.mark.parametrize(
    ("kind", "key", "text"),
    [
        ("number", "year", "1887"),
        ("number", "year", "2205"),
        ("number", "season", "zwei"),
        ("date", "date", "32.11.2026"),
        ("date", "date", "22. Movember 2026"),
        ("date", "date", "22.11.2206"),
        ("date", "date", "bald"),
        ("date", "date", "22.1126"),
        ("duration", "runtime", "lang"),
        ("text", "gtin13", "4012345678902"),
        ("text", "gtin13", "123"),
    ],
)
def test_slip_gets_a_hint(kind: str, key: str, text: str) -> None:
    found = fact_hints.hint(field(kind, key), text, TODAY)
    assert found is not None
    assert found.german
    assert found.english


@pytest.mark.parametrize(
    ("kind", "key", "text"),
    [
        ("number", "year", "1888"),
        ("number", "year", "2030"),
        ("number", "year", "2015–2017"),
        ("number", "season", "1.234,5"),
        ("date", "date", "22.11.2026"),
        ("date", "date", "2026-11-22"),
        ("date", "date", "22.11.26"),
        ("date", "date", "heute"),
        ("date", "date", "Nov 2026"),
        ("date", "date", "Herbst 2026"),
        ("date", "date", "2026"),
        ("date", "date", ""),
        ("duration", "runtime", "8 × 45 Min."),
        ("text", "gtin13", "4006381333931"),
        ("text", "title", "22.11.26"),
    ],
)
def test_what_is_fine_gets_none(kind: str, key: str, text: str) -> None:
    assert fact_hints.hint(field(kind, key), text, TODAY) is None


@given(st.text(max_size=30), st.sampled_from(list(FACT_KINDS)))
def test_no_text_is_too_strange_for_a_hint(text: str, kind: str) -> None:
    fact_hints.hint(field(kind, "year"), text, TODAY)
    fact_hints.hint(field(kind, "gtin13"), text, TODAY)
