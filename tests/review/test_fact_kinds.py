"""Kinds of facts: what is stored of a typed text, and how it is shown again."""

import pickle
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.review.fact_kinds import FACT_KINDS, AnyFactKind, DurationKind, PeopleKind


def test_every_kind_can_be_named_by_a_form() -> None:
    assert tuple(map(type, FACT_KINDS.values())) == get_args(AnyFactKind)
    assert all(kind.id == name for name, kind in FACT_KINDS.items())


@pytest.mark.parametrize("kind", FACT_KINDS.values(), ids=FACT_KINDS)
def test_kind_is_the_same_in_another_process(kind: AnyFactKind) -> None:
    assert pickle.loads(pickle.dumps(kind)) == kind  # noqa: S301 - our own data


@pytest.mark.parametrize(
    ("kind", "text", "value", "formatted"),
    [
        ("number", "2", 2, "2"),
        ("number", " 7,5 ", 7.5, "7,5"),
        ("number", "1.234,5", 1234.5, "1234,5"),
        ("number", "7.5", "7.5", "7.5"),
        ("number", "1.2345", "1.2345", "1.2345"),
        ("number", "drei", "drei", "drei"),
        ("number", "٣", "٣", "٣"),
        ("number", "12345678901234567890", "12345678901234567890", "12345678901234567890"),
        ("date", "20.11.2015", "2015-11-20", "20.11.2015"),
        ("date", "1. März 2024", "2024-03-01", "01.03.2024"),
        ("date", "1. Mär. 2024", "2024-03-01", "01.03.2024"),
        ("date", "31.02.2024", "31.02.2024", "31.02.2024"),
        ("date", "Herbst 2024", "Herbst 2024", "Herbst 2024"),
        ("text", "  ", None, ""),
        ("text", "1917", "1917", "1917"),
    ],
)
def test_single_fact_as_typed_and_formatted(
    kind: str, text: str, value: object, formatted: str
) -> None:
    assert FACT_KINDS[kind].read(text) == value
    assert FACT_KINDS[kind].format(value) == formatted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("22.11.2026", "2026-11-22"),
        ("22. November 2026", "2026-11-22"),
        ("22. Nov. 2026", "2026-11-22"),
        ("2026-11-22", "2026-11-22"),
        ("3. Jänner 2026", "2026-01-03"),
        ("3. Ma\u0308rz 2020", "2020-03-03"),
        ("3. Ja\u0308nner 2020", "2020-01-03"),
        ("2015-W47-5", "2015-W47-5"),
        ("Nov 2026", "Nov 2026"),
        ("2026", "2026"),
        ("31.2.2026", "31.2.2026"),
        ("22.11.26", "2026-11-22"),
        ("1. Mai 68", "2068-05-01"),
        ("1. 5. 69", "1969-05-01"),
        ("22.1126", "22.1126"),
        ("1.111", "1.111"),
    ],
)
def test_date_is_stored_as_iso_where_it_is_one(text: str, value: str) -> None:
    assert FACT_KINDS["date"].read(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 Std. 45 Min.", "105 Min."),
        ("105", "105 Min."),
        ("1:45 h", "105 Min."),
        ("ca. 105 Min.", "ca. 105 Min."),
        ("lang", "lang"),
    ],
)
def test_running_time_is_stored_in_minutes_where_it_is_exact(text: str, value: str) -> None:
    assert DurationKind().read(text) == value


def test_people_have_roles() -> None:
    people = PeopleKind().parse_items(["A B (C)", "D", " ", "E (F) G", "H ()"])
    assert people == [
        {"name": "A B", "role": "C"},
        *({"name": n} for n in ("D", "E (F) G", "H ()")),
    ]
    assert PeopleKind().format_items(people) == ["A B (C)", "D", "E (F) G", "H ()"]


@given(st.text(max_size=30), st.sampled_from(list(FACT_KINDS.values())))
def test_nothing_that_is_typed_is_refused(text: str, kind: AnyFactKind) -> None:
    assert (kind.read(text) is None) == (not text.strip())
