"""Facts of a review as text for a German page."""

from dataclasses import dataclass
from typing import Any

from editor.export.nodes.sanitize import one_line
from editor.review.facts import format_for_page, parse_day, season_name
from editor.review.form import Form
from editor.review.model import Review

NO_TITLE = "Rezension"

_SHOWN_ELSEWHERE = frozenset({"title", "season", "medium"})


@dataclass(frozen=True, slots=True)
class FactRow:
    """One row of the box of facts."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Byline:
    """Line below the title: medium, author and date of the review, each empty when it is not known.

    ``date`` is the date as text, ``iso`` the same day in ISO 8601, empty when it is not a date.
    """

    medium: str
    author: str
    date: str
    iso: str

    @property
    def text(self) -> str:
        """The whole line: “Blu-ray · Rezension von Name vom 22. November 2026”."""
        by = f"von {self.author}" if self.author else ""
        on = f"vom {self.date}" if self.date[:1].isdigit() else self.date
        review = " ".join(part for part in ("Rezension", by, on) if part) if by or on else ""
        return " · ".join(part for part in (self.medium, review) if part)


def fact_rows(review: Review, form: Form, variant: str) -> tuple[FactRow, ...]:
    """Return the rows of the box: the form's filled facts that are not shown elsewhere."""
    title = fact_text(review.fact("title"), variant)
    facts = []
    for field in form.facts:
        text = one_line(field.kind.format_for_page(review.fact(field.key), variant))
        repeated = field.key == "original_title" and text == title
        if text and field.boxed and field.key not in _SHOWN_ELSEWHERE and not repeated:
            facts.append(FactRow(field.label.german, text))
    return tuple(facts)


def page_title(review: Review, form: Form) -> str:
    """Return the title of the page: “Titel – Staffel 2”, or “Rezension” when there is no title."""
    title = one_line(review.title)
    season = one_line(season_name(review.fact("season"))) if form.fact("season") else ""
    return " – ".join(part for part in (title, season) if part) if title else NO_TITLE


def build_byline(review: Review, variant: str) -> Byline:
    """Return the line below the title."""
    written = review.fact("date")
    day = parse_day(written)
    return Byline(
        medium=fact_text(review.fact("medium"), variant),
        author=fact_text(review.fact("author"), variant),
        date=fact_text(written, variant),
        iso=day.isoformat() if day else "",
    )


def fact_text(value: Any, variant: str = "de-DE") -> str:
    """Return any value of the front matter as one line of text, empty when there is none.

    A person is “Name (Rolle)”, a date in ISO 8601 or of YAML's own type “20. November 2015”, and
    numbers have a decimal comma. Values of any other type become text, too.
    """
    return one_line(format_for_page(value, variant))
