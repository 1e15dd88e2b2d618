"""Comparison of an earlier version with the present review, part by part, and restoring."""

from dataclasses import dataclass, replace

from editor.localized import Localized
from editor.review.model import Review
from editor.review.versions.fact_lines import fact_lines, fact_values

FACTS = "facts"
"""Id of the part that is not a section: the front matter."""
_FACTS = Localized("Angaben und Wertungen", "Facts and ratings")
_FACTS_BRIEFLY = Localized("Angaben", "Facts")


@dataclass(frozen=True, slots=True)
class ReviewPart:
    """The facts or one section, in the earlier version and now."""

    id: str
    label: Localized
    then: str
    """Text in the earlier version, empty when it had none."""
    now: str
    changed: bool


def review_parts(then: Review, now: Review) -> tuple[ReviewPart, ...]:
    """Return the parts of both reviews, in the order of ``now``: the facts and every section.

    The facts are a line each, for people to read in the current language.
    """
    old, new = _texts(then), _texts(now)
    sections = (
        ReviewPart(
            key,
            _label(key, then, now),
            old.get(key, ""),
            new.get(key, ""),
            _differs(key, then, now),
        )
        for key in {**new, **old}
    )
    lines = "\n".join(fact_lines(then)), "\n".join(fact_lines(now))
    return ReviewPart(FACTS, _FACTS, *lines, fact_values(then) != fact_values(now)), *sections


def changed_labels(then: Review, now: Review) -> tuple[Localized, ...]:
    """Return the short labels of the parts in which the reviews differ."""
    labels = [_FACTS_BRIEFLY] if fact_values(then) != fact_values(now) else []
    keys = {**_texts(now), **_texts(then)}
    return *labels, *(_label(key, then, now) for key in keys if _differs(key, then, now))


def have_same_form(then: Review, now: Review) -> bool:
    """Return whether both reviews have the same form, which restoring requires."""
    return then.form == now.form


def restore_part(now: Review, then: Review, part: str) -> Review:
    """Return ``now`` with one part replaced by that of ``then``.

    Raises KeyError for a section that one of them does not have.
    """
    if part == FACTS:
        return replace(now, entries=then.entries)
    return now.with_text(part, then.text(part))


def word_count(review: Review) -> int:
    """Return the number of words of all sections, including Markdown."""
    return sum(len(section.text.split()) for section in review.sections)


def _texts(review: Review) -> dict[str, str]:
    return {section.id: section.text for section in review.sections}


def _differs(section_id: str, then: Review, now: Review) -> bool:
    return _texts(then).get(section_id, "") != _texts(now).get(section_id, "")


def _label(section_id: str, *reviews: Review) -> Localized:
    for review in reviews:
        field = review.form.section(section_id)
        if field is not None:
            return field.label
    return Localized(section_id)
