"""Values of facts as text.

A file may hold any value under any key, so every function takes whatever YAML, TOML or JSON can
express. How a typed text becomes a value depends on the kind of the fact: see ``fact_kinds``.
"""

import datetime
import re
from typing import Any

from editor.review.german_notation import format_date, format_date_in_words, format_number

_MAX_DEPTH = 3
_ISO_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?", re.ASCII)


def format_value(value: Any) -> str:
    """Return a value as a writer would type it: “7,5”, “20.11.2015”, “Name (Rolle)”."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, int | float):
        return format_number(value)
    if isinstance(value, dict):
        name, role = format_value(value.get("name")), format_value(value.get("role"))
        return f"{name} ({role})".strip() if role else name
    if isinstance(value, list):
        return ", ".join(format_value(item) for item in value)
    return format_date(str(value)) or str(value)


def format_items(value: Any) -> list[str]:
    """Return the items of a list as texts; a single value counts as a list of one."""
    if value is None or value == "":
        return []
    return (
        [format_value(item) for item in value] if isinstance(value, list) else [format_value(value)]
    )


def format_for_page(value: Any, variant: str = "de-DE") -> str:
    """Return a value as a German page shows it, empty when there is none.

    A person is “Name (Rolle)”, a date “20. November 2015” in ISO form or as YAML reads it, and
    numbers have a decimal comma. ``variant`` is "de-DE", "de-AT" or "de-CH".
    """
    return _format_for_page(value, variant, _MAX_DEPTH)


def season_name(value: Any) -> str:
    """Return the fact “season” for a title: “Staffel 2”; one that is no number stays as it is."""
    season = " ".join(format_for_page(value).split())
    return f"Staffel {season}" if season[:1].isdigit() else season


def parse_day(value: Any) -> datetime.date | None:
    """Return the day of a date, a time, or a text that begins with an ISO date."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    match = _ISO_DAY.fullmatch(value.strip()) if isinstance(value, str) else None
    try:
        return datetime.date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def _format_for_page(value: Any, variant: str, depth: int) -> str:
    if value is None or depth == 0:  # a YAML alias can make a list that contains itself
        return ""
    if isinstance(value, bool | int | float):
        return format_value(value)
    if isinstance(value, dict):
        return _format_mapping(value, variant, depth)
    if isinstance(value, list | tuple | set):
        texts = (_format_for_page(item, variant, depth - 1).strip() for item in value)
        return ", ".join(filter(None, texts))
    day = parse_day(value)
    return format_date_in_words(day, variant) if day else str(value)


def _format_mapping(value: dict[Any, Any], variant: str, depth: int) -> str:
    """Return a person with the role, or the pairs of any other mapping.

    A role without a name is left out: the writer does not know its actor yet.
    """
    texts = {str(key): _format_for_page(item, variant, depth - 1) for key, item in value.items()}
    name, role = texts.get("name", ""), texts.get("role", "")
    if texts.keys() <= {"name", "role"}:
        if not name:
            return ""
        return f"{name} ({role})" if role else name
    return ", ".join(f"{key}: {text}" for key, text in texts.items() if text)
