"""Facts as a writer reads and types them: German numbers and dates, people with their role.

What cannot be understood is kept as the text that was typed: a fact is never refused.
"""

import datetime
import re
from typing import Any

from editor.review.form import FactField
from editor.review.rating import german, plain

MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
_PERSON = re.compile(r"(?P<name>.*?)\s*\((?P<role>[^()]*)\)\s*")
_DATE = re.compile(r"(\d{1,2})\.\s*(\d{1,2}|[A-Za-zä]+)\.?\s*(\d{4})")
_NUMBER = re.compile(r"[-+]?\d{1,15}(?:,\d{1,15})?")


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
        return plain(float(text.replace(",", ".")))
    if field.kind == "date":
        return _iso_date(text) or text
    return text


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
    try:
        date = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return f"{date.day:02}.{date.month:02}.{date.year}" if len(text) == len("2015-11-20") else None


def _iso_date(text: str) -> str | None:
    match = _DATE.fullmatch(text)
    if not match:
        return None
    day, month, year = match.groups()
    try:
        number = int(month) if month.isdigit() else _month(month)
        return datetime.date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    matches = [i for i, m in enumerate(MONTHS, 1) if m.casefold().startswith(name.casefold())]
    if len(matches) != 1:
        raise ValueError(name)
    return matches[0]
