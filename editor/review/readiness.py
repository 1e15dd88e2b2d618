"""Checklist of a review before publication, from the review alone: no disk, no network."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from editor.localized import Localized
from editor.review import fact_hints
from editor.review.facts import format_items
from editor.review.form import FactField, Form, SectionField
from editor.review.german_notation import format_number
from editor.review.lint import LintRule, defined_labels, find_placeholder, find_spoilers, lint
from editor.review.model import INTRODUCTION, VERDICT, Review, Section, nonempty_sections
from editor.review.rating import RatingScale, mean_rating, rating_of, scale_of
from editor.review.section_moves import sections_off

ChecklistItemKind = (
    Literal["fact", "misread", "text", "rating", "scale", "overall", "findings"] | LintRule
)
"""“misread” is a fact that is none of its kind, such as a date of the 31st of February; “scale” a
rating outside the scale."""
Severity = Literal["open", "hint"]

_READ_BEFORE_THE_FILM = (INTRODUCTION, "plot")
"""Sections that people read before they see the film, and where spoilers matter."""
_HINTS = ("heading", "spoiler")
"""Lint rules whose warnings are only hints."""
_MAX_DEVIATION = Fraction(1, 4)
"""Share of the scale by which the overall rating may differ from the mean of the others."""


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One item of the checklist: something "open" has to be done, a "hint" may be ignored.

    It belongs either to a fact or to a section; the same id may occur in both.
    """

    kind: ChecklistItemKind
    severity: Severity
    message: Localized
    fact: str | None = None
    section: str | None = None
    span: tuple[int, int] | None = None
    """Place in the section's Markdown in code points, None for the section as a whole."""


def is_begun(review: Review) -> bool:
    """Return whether a section of ``review`` has a text or a rating; facts alone do not count."""
    rated = any(rating_of(review, section.id) is not None for section in review.sections)
    return rated or bool(nonempty_sections(review.sections))


def checklist(
    review: Review, form: Form, findings_open: Mapping[str, int] | None = None
) -> tuple[ChecklistItem, ...]:
    """Return the checklist, facts first, then the sections in reading order.

    ``findings_open`` has the numbers of open findings by section. The checklist of a review that is
    ready is empty.
    """
    open_counts = findings_open or {}
    labels = defined_labels(section.text for section in review.sections)
    off = sections_off(review)
    items = [item for field in form.facts for item in _fact_items(review, field)]
    for section in review.sections:
        field = form.section(section.id) or SectionField(section.id, Localized(section.heading))
        if section.id not in off:
            items += _state_items(review, form, section, field)
            items += _findings_items(section.id, open_counts.get(section.id, 0))
            items += _text_items(section, labels)
    return tuple(items)


def misread_dates(review: Review) -> tuple[Localized, ...]:
    """Return a sentence for each date that is none, and would be published as it was typed."""
    items = (item for field in review.form.facts for item in _fact_items(review, field))
    return tuple(
        item.message for item in items if item.kind == "misread" and item.severity == "open"
    )


# -- facts ------------------------------------------------------------------------------------


def _fact_items(review: Review, field: FactField) -> Iterator[ChecklistItem]:
    text = " ".join(format_items(review.fact(field.key))).strip()
    if not text and field.important:
        message = Localized("„{0}“ fehlt.", "“{0}” is missing.").format(field.label)
        yield ChecklistItem("fact", "open", message, fact=field.key)
    placeholder = find_placeholder(text) if field.key != "title" else None
    misread = fact_hints.misread(field, field.kind.format(review.fact(field.key)))
    if not placeholder and misread:
        # „1 und 2“ as a season may be meant; nothing else is a date.
        severity: Severity = "open" if field.kind.id == "date" else "hint"
        yield ChecklistItem("misread", severity, misread, fact=field.key)
    if placeholder:
        message = Localized(
            "{0}: „{1}“ ist ein Platzhalter.", "{0}: “{1}” is a placeholder."
        ).format(field.label, placeholder)
        yield ChecklistItem("placeholder", "open", message, fact=field.key)


# -- sections ---------------------------------------------------------------------------------


def _state_items(
    review: Review, form: Form, section: Section, field: SectionField
) -> Iterator[ChecklistItem]:
    """Yield the items about a missing text or rating of the section."""
    written, scale = bool(section.text.strip()), scale_of(review)
    rating = rating_of(review, section.id) if scale else None
    if not written and rating is not None and section.id != VERDICT:
        yield _section_item("text", "open", field, _RATED_ONLY)
    elif not written and not field.optional:
        yield _section_item("text", "open", field, _EMPTY)
    if scale is not None and rating is not None and not scale.contains(rating):
        yield _outside_item(field, rating, scale)
    elif section.id == VERDICT:
        yield from _overall_items(review, form)
    elif written and field.rated and rating is None and mean_rating(review, form) is not None:
        yield _section_item("rating", "hint", field, _UNRATED)


def _outside_item(field: SectionField, rating: float, scale: RatingScale) -> ChecklistItem:
    low, high, value = (format_number(number) for number in (scale.low, scale.high, rating))
    message = Localized(
        f"Die Wertung {value} von „{{0}}“ liegt nicht auf der Skala von {low} bis {high}.",
        f"The rating of {rating:g} for “{{0}}” is not on the scale from {scale.low:g} to "
        f"{scale.high:g}.",
    )
    return _section_item("scale", "open", field, message)


def _section_item(
    kind: ChecklistItemKind, severity: Severity, field: SectionField, message: Localized
) -> ChecklistItem:
    return ChecklistItem(kind, severity, message.format(field.label), section=field.id)


def _overall_items(review: Review, form: Form) -> Iterator[ChecklistItem]:
    scale, overall, mean = scale_of(review), rating_of(review, VERDICT), mean_rating(review, form)
    if scale is None:
        return
    if overall is None:
        yield ChecklistItem("overall", "open", _NO_OVERALL, section=VERDICT)
    elif mean is not None and abs(Fraction(str(overall)) - mean) > scale.span * _MAX_DEVIATION:
        average = round(float(mean), 1)
        message = Localized(
            f"Die Gesamtwertung {format_number(overall)} liegt weit vom Mittel der Einzelwertungen "
            f"({format_number(average)}).",
            f"The overall rating of {overall:g} is far from the mean of the others ({average:g}).",
        )
        yield ChecklistItem("overall", "hint", message, section=VERDICT)


def _findings_items(section_id: str, count: int) -> Iterator[ChecklistItem]:
    if count > 0:
        message = Localized(
            "Ein Hinweis der Prüfung ist offen."
            if count == 1
            else f"{count} Hinweise der Prüfung sind offen.",
            "One finding is open." if count == 1 else f"{count} findings are open.",
        )
        yield ChecklistItem("findings", "open", message, section=section_id)


def _text_items(section: Section, labels: frozenset[str]) -> list[ChecklistItem]:
    warnings = lint(section.text, labels)
    if section.id in _READ_BEFORE_THE_FILM:
        warnings += find_spoilers(section.text)
    return [
        ChecklistItem(
            warning.kind,
            "hint" if warning.kind in _HINTS else "open",
            warning.message,
            section=section.id,
            span=(warning.start, warning.end),
        )
        for warning in sorted(warnings, key=lambda warning: warning.start)
    ]


_EMPTY = Localized("„{}“ ist noch leer.", "“{}” is still empty.")
_RATED_ONLY = Localized(
    "„{}“ hat eine Wertung, aber keinen Text.", "“{}” has a rating but no text."
)
_UNRATED = Localized("„{}“ hat Text, aber keine Wertung.", "“{}” has text but no rating.")
_NO_OVERALL = Localized(
    "Die Gesamtwertung fehlt; ohne Wertung wählen Sie „Bearbeiten ▸ Wertung ▸ Keine Wertung“.",
    "The overall rating is missing; to give none, choose “Edit ▸ Rating ▸ No rating”.",
)
