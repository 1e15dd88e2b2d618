"""What is missing before publication, as far as the review itself tells: no disk, no network."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from editor.localized import Localized
from editor.review.facts import format_items
from editor.review.form import FactField, Form, SectionField
from editor.review.german_notation import format_number
from editor.review.lint import LintRule, defined_labels, find_placeholder, find_spoilers, lint
from editor.review.model import INTRODUCTION, VERDICT, Review, Section
from editor.review.rating import mean_rating, rating_of, scale_of
from editor.review.section_moves import sections_off

ChecklistItemKind = Literal["fact", "text", "rating", "overall", "findings"] | LintRule
Severity = Literal["open", "hint"]

_TELLING = (INTRODUCTION, "plot")
"""Sections that are read before the film is seen."""
_HINTS = ("heading", "spoiler")
_FAR = Fraction(1, 4)
"""Share of the scale by which the overall rating may differ from the mean of the others."""


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One thing to do: „open“ is missing, a „hint“ is worth a look.

    It belongs to a fact or to a section; both have keys of their own, which may be the same word.
    """

    kind: ChecklistItemKind
    severity: Severity
    message: Localized
    fact: str | None = None
    section: str | None = None
    span: tuple[int, int] | None = None
    """Where to jump to in the section's Markdown, in code points; None for all of it."""


def checklist(
    review: Review, form: Form, findings_open: Mapping[str, int] | None = None
) -> tuple[ChecklistItem, ...]:
    """Return what is left to do, facts first, then section by section in reading order.

    ``findings_open`` is how many findings are open by section. Empty when the review is ready.
    """
    found = findings_open or {}
    labels = defined_labels(section.text for section in review.sections)
    off = sections_off(review)
    items = [item for field in form.facts for item in _fact_items(review, field)]
    for section in review.sections:
        field = form.section(section.id) or SectionField(section.id, Localized(section.heading))
        if section.id not in off:
            items += _state_items(review, form, section, field)
            items += _findings_items(section.id, found.get(section.id, 0))
            items += _text_items(section, labels)
    return tuple(items)


# -- facts ------------------------------------------------------------------------------------


def _fact_items(review: Review, field: FactField) -> Iterator[ChecklistItem]:
    text = " ".join(format_items(review.fact(field.key))).strip()
    if not text and field.important:
        message = Localized("{0} fehlt.", "{0} is missing.").format(field.label)
        yield ChecklistItem("fact", "open", message, fact=field.key)
    found = find_placeholder(text) if field.key != "title" else None
    if found:
        message = Localized(
            "{0}: „{1}“ ist ein Platzhalter.", "{0}: “{1}” is a placeholder."
        ).format(field.label, found)
        yield ChecklistItem("placeholder", "open", message, fact=field.key)


# -- sections ---------------------------------------------------------------------------------


def _state_items(
    review: Review, form: Form, section: Section, field: SectionField
) -> Iterator[ChecklistItem]:
    """Yield what is missing of text and rating as a whole."""
    written = bool(section.text.strip())
    rating = rating_of(review, section.id) if scale_of(review) else None
    if not written and rating is not None and section.id != VERDICT:
        yield _named("text", "open", field, _RATED_ONLY)
    elif not written and not field.optional:
        yield _named("text", "open", field, _EMPTY)
    if section.id == VERDICT:
        yield from _overall_items(review, form)
    elif written and field.rated and rating is None and mean_rating(review, form) is not None:
        yield _named("rating", "hint", field, _UNRATED)


def _named(
    kind: ChecklistItemKind, severity: Severity, field: SectionField, message: Localized
) -> ChecklistItem:
    return ChecklistItem(kind, severity, message.format(field.label), section=field.id)


def _overall_items(review: Review, form: Form) -> Iterator[ChecklistItem]:
    scale, own, others = scale_of(review), rating_of(review, VERDICT), mean_rating(review, form)
    if scale is None:
        return
    if own is None:
        yield ChecklistItem("overall", "open", _NO_OVERALL, section=VERDICT)
    elif others is not None and abs(Fraction(str(own)) - others) > Fraction(str(scale.best)) * _FAR:
        average = round(float(others), 1)
        message = Localized(
            f"Die Gesamtwertung {format_number(own)} liegt weit vom Mittel der Einzelwertungen "
            f"({format_number(average)}).",
            f"The overall rating of {own:g} is far from the mean of the others ({average:g}).",
        )
        yield ChecklistItem("overall", "hint", message, section=VERDICT)


def _findings_items(section_id: str, count: int) -> Iterator[ChecklistItem]:
    if count > 0:
        message = Localized(
            "Ein Fund der Prüfung ist offen."
            if count == 1
            else f"{count} Funde der Prüfung sind offen.",
            "One finding is open." if count == 1 else f"{count} findings are open.",
        )
        yield ChecklistItem("findings", "open", message, section=section_id)


def _text_items(section: Section, labels: frozenset[str]) -> list[ChecklistItem]:
    found = lint(section.text, labels)
    if section.id in _TELLING:
        found += find_spoilers(section.text)
    return [
        ChecklistItem(
            flaw.kind,
            "hint" if flaw.kind in _HINTS else "open",
            flaw.message,
            section=section.id,
            span=(flaw.start, flaw.end),
        )
        for flaw in sorted(found, key=lambda flaw: flaw.start)
    ]


_EMPTY = Localized("„{}“ ist noch leer.", "“{}” is still empty.")
_RATED_ONLY = Localized(
    "„{}“ hat eine Wertung, aber keinen Text.", "“{}” has a rating but no text."
)
_UNRATED = Localized("„{}“ hat Text, aber keine Wertung.", "“{}” has text but no rating.")
_NO_OVERALL = Localized(
    "Die Gesamtwertung fehlt; wer keine vergibt, wählt als Skala „Keine Wertung“.",
    "The overall rating is missing; to give none, choose the scale “No rating”.",
)
