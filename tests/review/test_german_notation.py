"""Numbers, dates and running times as German writers type them."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.review.facts import format_value
from editor.review.german_notation import format_date, parse_date, parse_minutes, parse_number

TODAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,5", 1234.5),
        ("1.234", 1234),
        ("1.234.567", 1234567),
        ("-0,5", -0.5),
        ("7.5", None),
        ("12.34", None),
        ("1.2345", None),
        ("٣", None),
    ],
)
def test_german_number(text: str, value: object) -> None:
    assert parse_number(text) == value


@given(st.integers(-(10**12), 10**12), st.integers(0, 99))
def test_number_comes_back_with_and_without_groups(whole: int, hundredths: int) -> None:
    grouped = f"{whole:,}".replace(",", ".") + f",{hundredths:02}"
    expected = float(f"{whole}.{hundredths:02}")
    assert parse_number(grouped) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("heute", "2026-11-22"),
        ("Gestern", "2026-11-21"),
        ("morgen", "2026-11-23"),
        ("today", "2026-11-22"),
    ],
)
def test_day_name_counts_from_today(text: str, expected: str) -> None:
    assert parse_date(text, TODAY) == expected


@pytest.mark.parametrize("text", ["2015-W47-5", "20151120", "2015-11-20T10", "２015-11-20"])
def test_only_a_day_in_full_is_an_iso_date(text: str) -> None:
    assert parse_date(text) is None
    assert format_value(text) == text


@given(st.dates(datetime.date(1000, 1, 1)))
def test_every_date_is_parsed_as_it_is_formatted(day: datetime.date) -> None:
    text = format_date(day.isoformat())
    assert text is not None
    assert parse_date(text) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "minutes"),
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
def test_running_time(text: str, minutes: int | None) -> None:
    assert parse_minutes(text) == minutes
