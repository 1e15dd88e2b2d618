"""Facts of a review in one line: “Nordlicht-Station · Staffel 2 · Blu-ray · 18 von 23”."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from editor.localized import Localized
from editor.review import fact_hints
from editor.review.fact_kinds import ChoiceKind, NamesKind, NumberKind, TextKind
from editor.review.facts import format_items
from editor.review.form import FactField, Form
from editor.review.model import Review

_MOST_PARTS = 6
"""Values after the title: with more, a line is no longer taken in at a glance."""
_MOST_NAMES = 2
"""Names of one fact that are listed."""
_BARE_NUMBERS = ("year",)
"""Numbers that are understood without their label."""


@dataclass(frozen=True, slots=True)
class FactSummary:
    """Title, other values in the order of the form, and how many facts are filled in."""

    title: str
    parts: tuple[Localized, ...]
    filled: int
    count: int

    @property
    def counted(self) -> Localized:
        """The number of facts that are filled in, and that of all: “18 von 23”."""
        return Localized("{0} von {1}", "{0} of {1}").format(self.filled, self.count)


def fact_summary(review: Review, form: Form) -> FactSummary:
    """Return the summary of the facts of ``review`` that ``form`` has.

    Its parts are the essential facts that are short and speak for themselves: texts, choices,
    names, and numbers with their labels. Cast, dates and images are left out.
    """
    fields = [field for field in form.essential_facts if field.key != "title"]
    parts = [part for field in fields for part in _parts(review, field)]
    return FactSummary(
        _line(review.title),
        tuple(parts[:_MOST_PARTS]),
        filled_facts(review, form.facts),
        len(form.facts),
    )


def filled_facts(review: Review, fields: tuple[FactField, ...]) -> int:
    """Return how many of the ``fields`` have a value in ``review``."""
    return sum(any(map(str.strip, format_items(review.fact(field.key)))) for field in fields)


def fact_slips(
    review: Review, fields: tuple[FactField, ...], today: datetime.date
) -> Mapping[str, Localized]:
    """Return the hints about values of ``fields`` that look like slips, by the key of the fact."""
    hints = {
        field.key: fact_hints.hint(field, field.kind.format(review.fact(field.key)), today)
        for field in fields
    }
    return {key: hint for key, hint in hints.items() if hint is not None}


def _parts(review: Review, field: FactField) -> Iterator[Localized]:
    value = review.fact(field.key)
    items = [text for item in format_items(value) if (text := _line(item))]
    if not items:
        return
    match field.kind:
        case NumberKind() if field.key not in _BARE_NUMBERS:
            german, english = field.label.german, field.label.english or field.label.german
            yield Localized(f"{german} {items[0]}", f"{english} {items[0]}")
        case TextKind() | ChoiceKind() | NumberKind():
            yield Localized(", ".join(items))
        case NamesKind():
            names = ", ".join(items[:_MOST_NAMES])
            more = Localized("{0} u. a.", "{0} and others").format(names)
            yield more if len(items) > _MOST_NAMES else Localized(names)
        case _:
            return


def _line(text: str) -> str:
    return " ".join(text.split())
