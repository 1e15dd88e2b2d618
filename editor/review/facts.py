"""Facts as a writer reads and types them: German numbers and dates, people with their role.

What cannot be understood is kept as the text that was typed: a fact is never refused.
"""

import datetime
import re
import unicodedata
from typing import Any

from editor.review.form import FactField
from editor.review.rating import german, plain

MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
_PERSON = re.compile(r"(?P<name>.*?)\s*\((?P<role>[^()]*)\)\s*")
_DATE = re.compile(r"(\d{1,2})\.\s*(\d{1,2}|[A-Za-zä]+)\.?\s*(\d{4}|(?<=[.\s])\d{2})", re.ASCII)
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_CENTURY = 69
"""Years of two digits from here on are of the 20th century, as POSIX has it (strptime, %y)."""
_DAYS = {"heute": 0, "gestern": -1, "morgen": 1, "today": 0, "yesterday": -1, "tomorrow": 1}
_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:\.\d{3}){1,4}|\d{1,15})(?:,\d{1,15})?", re.ASCII)
"""Dots group thousands: a single „7.5“ is not German and stays the text that it is."""
_DURATION = re.compile(
    r"(?:(?P<hours>\d{1,3}(?:,\d{1,2})?)\s*(?:std\.?|stunden?|h)(?:\s*und)?\s*)?"
    r"(?:(?P<minutes>\d{1,4})\s*(?:min\.?|minuten?|m|′)?)?",
    re.ASCII | re.IGNORECASE,
)
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?:\s*(?:std\.?|stunden?|h))?", re.ASCII | re.IGNORECASE)
_AUSTRIAN = {"jänner": 1, "feber": 2}


def shown(value: Any) -> str:
    """Return a single value as a writer would type it: „7,5“, „20.11.2015“, „Name (Rolle)“."""
    if isinstance(value, bool) or value is None:
        return {True: "ja", False: "nein", None: ""}[value]
    if isinstance(value, int | float):
        return german(value)
    if isinstance(value, dict):
        name, role = shown(value.get("name")), shown(value.get("role"))
        return f"{name} ({role})" if role else name
    if isinstance(value, list):
        return ", ".join(shown(item) for item in value)
    return _german_date(str(value)) or str(value)


def items(value: Any) -> list[str]:
    """Return a list of names or people as texts, one each; a single value counts as one."""
    if value is None or value == "":
        return []
    return [shown(item) for item in value] if isinstance(value, list) else [shown(value)]


def read(field: FactField, text: str) -> Any:
    """Return the value that ``text`` means for a field of a single value; None for no text."""
    text = text.strip()
    if not text:
        return None
    if field.kind == "number" and _NUMBER.fullmatch(text):
        return plain(float(text.replace(".", "").replace(",", ".")))
    if field.kind == "date":
        return iso_date(text) or text
    if field.kind == "duration":
        length = minutes(text)
        return text if length is None else f"{length} Min."
    return text


def minutes(text: str) -> int | None:
    """Return the minutes of a running time: „105“, „105 Min.“, „1 Std. 45 Min.“, „1:45 h“.

    None for anything else, as for „ca. 105 Min.“: what is not exact stays as it is written.
    """
    clock = _CLOCK.fullmatch(text.strip())
    if clock:
        return int(clock[1]) * 60 + int(clock[2])
    match = _DURATION.fullmatch(text.strip())
    if not match or not (match["hours"] or match["minutes"]):
        return None
    hours = float((match["hours"] or "0").replace(",", "."))
    return round(hours * 60) + int(match["minutes"] or 0)


def read_items(field: FactField, texts: list[str]) -> list[Any]:
    """Return the values that ``texts`` mean for a field of names or people."""
    kept = [text.strip() for text in texts if text.strip()]
    return [_person(text) for text in kept] if field.kind == "people" else list(kept)


def _person(text: str) -> dict[str, str]:
    match = _PERSON.fullmatch(text)
    if match and match["name"] and match["role"].strip():
        return {"name": match["name"], "role": match["role"].strip()}
    return {"name": text}


def _german_date(text: str) -> str | None:
    # ISO 8601 has weeks and days without hyphens as well; in a review they are no date.
    if not _ISO_DATE.fullmatch(text):
        return None
    try:
        date = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return f"{date.day:02}.{date.month:02}.{date.year}"


def iso_date(text: str, today: datetime.date | None = None) -> str | None:
    """Return the day that ``text`` names as „2026-11-22“, None when it names none.

    „heute“ counts from ``today``, by default that of the machine; a year of two digits is one from
    1969 to 2068.
    """
    if text.casefold() in _DAYS:
        start = today or datetime.datetime.now().astimezone().date()
        return (start + datetime.timedelta(_DAYS[text.casefold()])).isoformat()
    # From a Mac „März“ may come with the dots of its umlaut as a character of their own.
    match = _DATE.fullmatch(unicodedata.normalize("NFC", text))
    if not match:
        return text if _german_date(text) else None
    day, month, year = match.groups()
    try:
        number = int(month) if month.isdigit() else _month(month)
        return datetime.date(_year(year), number, int(day)).isoformat()
    except ValueError:
        return None


def _year(digits: str) -> int:
    century = 0 if len(digits) > len("26") else 1900 if int(digits) >= _CENTURY else 2000
    return century + int(digits)


def _month(name: str) -> int:
    if name.casefold() in _AUSTRIAN:
        return _AUSTRIAN[name.casefold()]
    matches = [i for i, m in enumerate(MONTHS, 1) if m.casefold().startswith(name.casefold())]
    if len(matches) != 1:
        raise ValueError(name)
    return matches[0]
