"""The facts of a review as a German page writes them."""

import datetime
import re
from dataclasses import dataclass
from typing import Any

from editor.export.nodes.sanitize import one_line
from editor.review.facts import MONTHS
from editor.review.form import Form
from editor.review.model import Review
from editor.review.rating import german

NO_TITLE = "Rezension"

_AUSTRIAN_JANUARY = "Jänner"
_SHOWN_ELSEWHERE = frozenset({"title", "season", "medium"})
_MAX_DEPTH = 3
_ISO_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ].*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the fact box."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Byline:
    """The line below the title: medium, author and date of the review, each empty when unknown.

    ``date`` is the text, ``iso`` the same day for machines, empty when it is not a date.
    """

    medium: str
    author: str
    date: str
    iso: str

    @property
    def text(self) -> str:
        """The whole line: „Blu-ray · Rezension von Name vom 22. November 2026“."""
        by = f"von {self.author}" if self.author else ""
        on = f"vom {self.date}" if self.date[:1].isdigit() else self.date
        review = " ".join(part for part in ("Rezension", by, on) if part) if by or on else ""
        return " · ".join(part for part in (self.medium, review) if part)


def box(review: Review, form: Form, variant: str) -> tuple[Fact, ...]:
    """Return what the fact box shows: the form's filled fields that stand nowhere else."""
    title = line_of(review.fact("title"), variant)
    facts = []
    for field in form.facts:
        text = line_of(review.fact(field.key), variant)
        repeated = field.key == "original_title" and text == title
        if text and field.boxed and field.key not in _SHOWN_ELSEWHERE and not repeated:
            facts.append(Fact(field.label.de, text))
    return tuple(facts)


def headline(review: Review, form: Form) -> str:
    """Return the title of the page: „Titel – Staffel 2“, „Rezension“ when there is no title."""
    title = one_line(review.title)
    season = line_of(review.fact("season")) if form.fact("season") else ""
    if season[:1].isdigit():
        season = f"Staffel {season}"
    return " – ".join(part for part in (title, season) if part) if title else NO_TITLE


def byline(review: Review, variant: str) -> Byline:
    """Return what the line below the title says."""
    written = review.fact("date")
    day = _day(written)
    return Byline(
        medium=line_of(review.fact("medium"), variant),
        author=line_of(review.fact("author"), variant),
        date=line_of(written, variant),
        iso=day.isoformat() if day else "",
    )


def line_of(value: Any, variant: str = "de-DE") -> str:
    """Return any value of the front matter as one line of text, empty when there is none.

    A person is „Name (Rolle)“, a date „20. November 2015“ in ISO form or as YAML reads it, and
    numbers have a decimal comma. Whatever else a file holds is shown as text too.
    """
    return one_line(_text(value, variant, _MAX_DEPTH))


def _text(value: Any, variant: str, depth: int) -> str:
    if value is None or depth == 0:  # a YAML alias can make a list that contains itself
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, int | float):
        return german(value)
    if isinstance(value, dict):
        return _person_or_pairs(value, variant, depth)
    if isinstance(value, list | tuple | set):
        return ", ".join(filter(None, (_text(item, variant, depth - 1).strip() for item in value)))
    day = _day(value)
    return german_date(day, variant) if day else str(value)


def _person_or_pairs(value: dict[Any, Any], variant: str, depth: int) -> str:
    texts = {str(key): _text(item, variant, depth - 1) for key, item in value.items()}
    name, role = texts.get("name", ""), texts.get("role", "")
    if name and texts.keys() <= {"name", "role"}:
        return f"{name} ({role})" if role else name
    return ", ".join(f"{key}: {text}" for key, text in texts.items() if text)


def german_date(day: datetime.date, variant: str = "de-DE") -> str:
    """Return a date in words: „20. November 2015“; January is Jänner in Austria."""
    month = MONTHS[day.month - 1]
    if variant == "de-AT" and day.month == 1:
        month = _AUSTRIAN_JANUARY
    return f"{day.day}. {month} {day.year}"


def _day(value: Any) -> datetime.date | None:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    match = _ISO_DAY.fullmatch(value.strip()) if isinstance(value, str) else None
    try:
        return datetime.date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None
