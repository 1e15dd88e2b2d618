"""Quiet hints about facts that look like a slip. A hint never keeps a fact from being stored."""

import datetime
import re
from collections.abc import Callable

from editor.review import facts
from editor.review.form import FactField, Label

_FIRST_FILM = 1888
"""„Roundhay Garden Scene“ is the oldest film that is preserved."""
_YEARS_AHEAD = 10
_GTIN = "gtin13"
_GTIN_DIGITS = 13
_DAY_LIKE = re.compile(r"\d{1,2}\.\s*(?:\d{1,2}\.|[A-Za-zä]+\.?)\s*\d{4}|\d{4}-\d{1,2}-\d{1,2}")
_VAGUE = re.compile(r"(?:[^\W\d]+\.?\s+(?:[^\W\d]+\.?\s+)?|\d{1,2}[./])?\d{4}")
"""A year alone or with what narrows it down: „Nov 2026“, „Herbst 2026“, „11/2026“."""
_SPAN = re.compile(r"\d{4}\s*[-–/]\s*(?:\d{4})?")
"""The years of a series."""


def hint(field: FactField, text: str, today: datetime.date) -> Label | None:
    """Return what looks like a slip in the ``text`` of a field, None when nothing does."""
    check = _CHECKS.get(field.key if field.key == _GTIN else field.kind)
    text = text.strip()
    return check(field, text, today) if check is not None and text else None


def _number(field: FactField, text: str, today: datetime.date) -> Label | None:
    value = facts.read(field, text)
    if isinstance(value, str):
        return None if field.key == "year" and _SPAN.fullmatch(text) else _NO_NUMBER
    return _year(int(value), today) if field.key == "year" else None


def _date(_: FactField, text: str, today: datetime.date) -> Label | None:
    iso = facts.iso_date(text, today)
    if iso is not None:
        return _year(int(iso[:4]), today)
    if _DAY_LIKE.fullmatch(text):
        return _NO_DAY
    return _year(int(text[-4:]), today) if _VAGUE.fullmatch(text) else _NO_DATE


def _duration(_: FactField, text: str, __: datetime.date) -> Label | None:
    return None if any(character.isdigit() for character in text) else _NO_DURATION


def _gtin(_: FactField, text: str, __: datetime.date) -> Label | None:
    """Check the last digit of an EAN, by the rule of GS1's General Specifications, 7.9.1."""
    digits = [int(character) for character in text if character in "0123456789"]
    weighted = sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return None if len(digits) == _GTIN_DIGITS and weighted % 10 == 0 else _NO_GTIN


def _year(year: int, today: datetime.date) -> Label | None:
    if _FIRST_FILM <= year <= today.year + _YEARS_AHEAD:
        return None
    return Label(f"Stimmt das Jahr {year}?", f"Is the year {year} right?")


_NO_NUMBER = Label(
    "Keine Zahl wie 8 oder 1.234,5; es bleibt so stehen.",
    "Not a number such as 8 or 1.234,5; it stays as it is.",
)
_NO_DAY = Label(
    "Diesen Tag gibt es im Kalender nicht; es bleibt so stehen.",
    "There is no such day in the calendar; it stays as it is.",
)
_NO_DATE = Label(
    "Kein Datum wie 22.11.2026 oder Nov 2026; es bleibt so stehen.",
    "Not a date such as 22.11.2026 or Nov 2026; it stays as it is.",
)
_NO_DURATION = Label(
    "Keine Laufzeit wie 105 Min. oder 1 Std. 45 Min.; es bleibt so stehen.",
    "Not a running time such as 105 Min. or 1 Std. 45 Min.; it stays as it is.",
)
_NO_GTIN = Label(
    "Keine gültige EAN mit 13 Ziffern; es bleibt so stehen.",
    "Not a valid EAN of 13 digits; it stays as it is.",
)
_Check = Callable[[FactField, str, datetime.date], Label | None]
_CHECKS: dict[str, _Check] = {
    "number": _number,
    "date": _date,
    "duration": _duration,
    _GTIN: _gtin,
}
