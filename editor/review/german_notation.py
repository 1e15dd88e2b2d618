"""Numbers, dates and running times as German writers type and read them.

Every parser returns None for a text that it does not understand.
"""

import datetime
import re
import unicodedata

MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
_AUSTRIAN_MONTHS = {"jänner": 1, "feber": 2}
_AUSTRIAN_JANUARY = "Jänner"
_DAY_NAMES = {"heute": 0, "gestern": -1, "morgen": 1, "today": 0, "yesterday": -1, "tomorrow": 1}
"""Names of days, with their distance from today in days."""
_DATE = re.compile(r"(\d{1,2})\.\s*(\d{1,2}|[A-Za-zä]+)\.?\s*(\d{4}|(?<=[.\s])\d{2})", re.ASCII)
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_PIVOT_YEAR = 69
"""Years of two digits from here on belong to the 20th century, as in POSIX (strptime, %y)."""
_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:\.\d{3}){1,4}|\d{1,15})(?:,\d{1,15})?", re.ASCII)
"""Dots only group thousands: “7.5” is not a German number."""
_DURATION = re.compile(
    r"(?:(?P<hours>\d{1,3}(?:,\d{1,2})?)\s*(?:std\.?|stunden?|h)(?:\s*und)?\s*)?"
    r"(?:(?P<minutes>\d{1,4})\s*(?:min\.?|minuten?|m|′)?)?",
    re.ASCII | re.IGNORECASE,
)
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)(?:\s*(?:std\.?|stunden?|h))?", re.ASCII | re.IGNORECASE)


# -- numbers --------------------------------------------------------------------------------------


def drop_zero_fraction(value: float) -> float | int:
    """Return a whole number as int, so that a file has 8 instead of 8.0."""
    return int(value) if float(value).is_integer() else value


def format_number(value: float) -> str:
    """Return a number with a decimal comma: “7,5”, “8”."""
    return f"{drop_zero_fraction(value)}".replace(".", ",")


def parse_number(text: str) -> float | int | None:
    """Return the number in ``text``: “7,5”, “1.234,5”; None when it is not a number."""
    if not _NUMBER.fullmatch(text):
        return None
    return drop_zero_fraction(float(text.replace(".", "").replace(",", ".")))


# -- dates ----------------------------------------------------------------------------------------


def format_date(iso: str) -> str | None:
    """Return a date of the form “2015-11-20” as “20.11.2015”; None for any other text."""
    # The week dates and the dates without hyphens of ISO 8601 do not count as dates in a review.
    if not _ISO_DATE.fullmatch(iso):
        return None
    try:
        date = datetime.date.fromisoformat(iso)
    except ValueError:
        return None
    return f"{date.day:02}.{date.month:02}.{date.year}"


def format_date_in_words(date: datetime.date, variant: str = "de-DE") -> str:
    """Return a date in words: “20. November 2015”; in "de-AT", January is “Jänner”."""
    month = MONTHS[date.month - 1]
    if variant == "de-AT" and date.month == 1:
        month = _AUSTRIAN_JANUARY
    return f"{date.day}. {month} {date.year}"


def parse_date(text: str, today: datetime.date | None = None) -> str | None:
    """Return the date in ``text`` as “2026-11-22”, None when it is not a date.

    “heute”, “gestern” and “morgen” count from ``today``, by default the date of this computer. A
    year of two digits is one from 1969 to 2068.
    """
    if text.casefold() in _DAY_NAMES:
        start = today or datetime.datetime.now().astimezone().date()
        return (start + datetime.timedelta(_DAY_NAMES[text.casefold()])).isoformat()
    # On macOS, the umlaut of “März” may arrive as a letter and a combining character.
    match = _DATE.fullmatch(unicodedata.normalize("NFC", text))
    if not match:
        return text if format_date(text) else None
    day, month, year = match.groups()
    try:
        number = int(month) if month.isdigit() else _month_number(month)
        return datetime.date(_full_year(year), number, int(day)).isoformat()
    except ValueError:
        return None


def _full_year(digits: str) -> int:
    if len(digits) == len("2026"):
        return int(digits)
    return int(digits) + (1900 if int(digits) >= _PIVOT_YEAR else 2000)


def _month_number(name: str) -> int:
    """Return the month that ``name`` begins. Raises ValueError unless it is exactly one."""
    if name.casefold() in _AUSTRIAN_MONTHS:
        return _AUSTRIAN_MONTHS[name.casefold()]
    matches = [i for i, m in enumerate(MONTHS, 1) if m.casefold().startswith(name.casefold())]
    if len(matches) != 1:
        raise ValueError(name)
    return matches[0]


# -- running times --------------------------------------------------------------------------------


def parse_minutes(text: str) -> int | None:
    """Return a running time in minutes: “105”, “105 Min.”, “1 Std. 45 Min.”, “1:45 h”.

    None for anything inexact such as “ca. 105 Min.”.
    """
    clock = _CLOCK.fullmatch(text.strip())
    if clock:
        return int(clock[1]) * 60 + int(clock[2])
    match = _DURATION.fullmatch(text.strip())
    if not match or not (match["hours"] or match["minutes"]):
        return None
    hours = float((match["hours"] or "0").replace(",", "."))
    return round(hours * 60) + int(match["minutes"] or 0)
