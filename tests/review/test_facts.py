"""What German writers type into a fact, and which slips are worth a hint."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.review import fact_hints, facts
from editor.review.form import FactField, FactKind, Label

TODAY = datetime.date(2026, 11, 22)


def field(kind: FactKind, key: str = "x") -> FactField:
    return FactField(key, kind, Label("X"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,5", 1234.5),
        ("1.234", 1234),
        ("1.234.567", 1234567),
        ("-0,5", -0.5),
        ("7.5", "7.5"),
        ("12.34", "12.34"),
        ("1.2345", "1.2345"),
        ("٣", "٣"),
    ],
)
def test_german_number(text: str, value: object) -> None:
    assert facts.read(field("number"), text) == value


@given(st.integers(-(10**12), 10**12), st.integers(0, 99))
def test_number_comes_back_with_and_without_groups(whole: int, hundredths: int) -> None:
    grouped = f"{whole:,}".replace(",", ".") + f",{hundredths:02}"
    expected = float(f"{whole}.{hundredths:02}")
    assert facts.read(field("number"), grouped) == pytest.approx(expected)


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
    assert facts.read(field("date"), text) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("heute", "2026-11-22"),
        ("Gestern", "2026-11-21"),
        ("morgen", "2026-11-23"),
        ("today", "2026-11-22"),
    ],
)
def test_day_is_named_as_seen_from_today(text: str, expected: str) -> None:
    assert facts.iso_date(text, TODAY) == expected


@pytest.mark.parametrize("text", ["2015-W47-5", "20151120", "2015-11-20T10", "２015-11-20"])
def test_only_a_day_in_full_is_an_iso_date(text: str) -> None:
    assert facts.iso_date(text) is None
    assert facts.shown(text) == text


@given(st.dates(datetime.date(1000, 1, 1)))
def test_every_date_is_read_as_it_is_shown(day: datetime.date) -> None:
    assert facts.read(field("date"), facts.shown(day.isoformat())) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("1 Std. 45 Min.", 105),
        ("1 Stunde und 45 Minuten", 105),
        ("2 Std.", 120),
        ("1h45", 105),
        ("1,5 Stunden", 90),
        ("1:45 h", 105),
        ("1:45", 105),
        ("105", 105),
        ("105 min", 105),
        ("ca. 105 Min.", None),
        ("8 × 45 Min.", None),
        ("lang", None),
        ("1:75", None),
        ("", None),
    ],
)
def test_running_time(text: str, length: int | None) -> None:
    assert facts.minutes(text) == length
    if length is not None:
        assert facts.read(field("duration"), text) == f"{length} Min."


def test_running_time_that_is_not_exact_stays_as_typed() -> None:
    assert facts.read(field("duration"), "ca. 105 Min.") == "ca. 105 Min."


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
def test_slip_gets_a_hint(kind: FactKind, key: str, text: str) -> None:
    found = fact_hints.hint(field(kind, key), text, TODAY)
    assert found is not None
    assert found.de
    assert found.en


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
def test_what_is_fine_gets_none(kind: FactKind, key: str, text: str) -> None:
    assert fact_hints.hint(field(kind, key), text, TODAY) is None


@given(st.text(max_size=30), st.sampled_from(["number", "date", "duration", "text"]))
def test_nothing_that_is_typed_is_refused(text: str, kind: FactKind) -> None:
    value = facts.read(field(kind, "year"), text)
    assert (value is None) == (not text.strip())
    fact_hints.hint(field(kind, "year"), text, TODAY)
    fact_hints.hint(field(kind, "gtin13"), text, TODAY)
