"""Quiet hints about facts that look like a slip. A hint never keeps a fact from being stored."""

import datetime
import re

from editor.localized import Localized
from editor.review.fact_kinds import NumberKind, year_hint
from editor.review.form import FactField
from editor.review.german_notation import parse_number

_GTIN = "gtin13"
_GTIN_DIGITS = 13
_YEAR = "year"
_YEARS = re.compile(r"\d{4}\s*[-–/]\s*(?:\d{4})?")
"""The years of a series: “2015–2017”, “2015–”."""


def hint(field: FactField, text: str, today: datetime.date) -> Localized | None:
    """Return a sentence when the ``text`` of a field looks like a slip, None otherwise."""
    text = text.strip()
    if not text:
        return None
    if field.key == _GTIN:
        return _gtin_hint(text)
    if field.key == _YEAR and isinstance(field.kind, NumberKind):
        return _year_hint(field, text, today)
    return field.kind.hint(text, today)


def misread(field: FactField, text: str) -> Localized | None:
    """Return a sentence when the ``text`` of a field is none of its kind, None otherwise.

    Such a text is published as it was typed, which is rarely meant.
    """
    text = text.strip()
    years = field.key == _YEAR and _YEARS.fullmatch(text)
    sentence = None if years or not text else field.kind.misread(text)
    return None if sentence is None else sentence.format(field.label, text)


def _year_hint(field: FactField, text: str, today: datetime.date) -> Localized | None:
    year = parse_number(text)
    if year is not None:
        return year_hint(int(year), today)
    return None if _YEARS.fullmatch(text) else field.kind.hint(text, today)


def _gtin_hint(text: str) -> Localized | None:
    """Check the last digit of an EAN, by the rule of GS1's General Specifications, 7.9.1."""
    digits = [int(character) for character in text if character in "0123456789"]
    weighted = sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits))
    return None if len(digits) == _GTIN_DIGITS and weighted % 10 == 0 else _NOT_A_GTIN


_NOT_A_GTIN = Localized(
    "Keine gültige EAN mit 13 Ziffern; es bleibt so stehen.",
    "Not a valid EAN of 13 digits; it stays as it is.",
)
