"""Acceptance of proposals: what a review lacks is filled in, what is there stays as it is."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from editor.proofing.names.entries import VOCABULARY_KEY, is_particle, vocabulary_with
from editor.proofing.proposals.people import same_person
from editor.proofing.proposals.proposal import Proposal
from editor.review.fact_kinds import NamesKind, PeopleKind
from editor.review.facts import format_value
from editor.review.german_notation import parse_number
from editor.review.model import VERDICT, Review
from editor.review.rating import (
    FIVE_STARS,
    PERCENT,
    TEN_POINTS,
    rating_of,
    scale_of,
    with_rating,
    with_scale,
)

RATINGS_KEY, OVERALL_KEY, _SCALE_KEY = "ratings", "verdict_rating", "rating_scale"
_SCALES = {scale.best: scale for scale in (FIVE_STARS, TEN_POINTS, PERCENT)}


def accept(review: Review, proposals: Iterable[Proposal]) -> Review:
    """Return ``review`` with ``proposals``, in their order.

    An empty fact is filled, a list is continued with the people and names that it lacks. A fact
    that is there, a list of another kind, a rating, a scale and everything else in the front matter
    stay as they are. A proposal for a fact that the form lacks has no effect.
    """
    for proposal in proposals:
        review = _accepted(review, proposal)
    return review


def rating_key(section_id: str) -> str:
    """Return the key of a proposal for the rating of a section."""
    return OVERALL_KEY if section_id == VERDICT else f"{RATINGS_KEY}.{section_id}"


def _accepted(review: Review, proposal: Proposal) -> Review:
    key, dot, section = proposal.key.partition(".")
    if key == VOCABULARY_KEY:
        return _with_words(review, proposal.value)
    if key == OVERALL_KEY or (key == RATINGS_KEY and dot):
        return _with_rating(review, section or VERDICT, proposal.value)
    field = review.form.fact(key)
    value, old = proposal.value.strip(), review.fact(key)
    if field is None or not (value or proposal.role):
        return review
    if isinstance(field.kind, PeopleKind):
        return review.with_fact(key, _with_person(_items(old), value, proposal.role.strip()))
    if isinstance(field.kind, NamesKind):
        return review.with_fact(key, _with_name(_items(old), value))
    return review if _is_filled(old) else review.with_fact(key, field.kind.read(value))


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if _is_filled(value) else []


def _is_filled(value: Any) -> bool:
    return value not in (None, "", [], {})


def _with_words(review: Review, name: str) -> Review:
    """Return the review with each word of a known name, which is right by itself as well."""
    capitalised = [word for word in name.split() if word[0].isupper() and not is_particle(word)]
    for word in capitalised or [name.strip()]:
        words = vocabulary_with(review, word)
        if word and words != _items(review.fact(VOCABULARY_KEY)):
            review = review.with_fact(VOCABULARY_KEY, words)
    return review


def _with_name(names: list[Any], name: str) -> list[Any]:
    is_known = any(same_person(format_value(item), name) for item in names)
    return names if is_known else [*names, name]


def _with_person(people: list[Any], name: str, role: str) -> list[Any]:
    """Return ``people`` with one more, or with the role of one who has none."""
    for place, person in enumerate(people):
        known = person if isinstance(person, dict) else {"name": person}
        known_name, known_role = (format_value(known.get(key)) for key in ("name", "role"))
        if name and same_person(known_name, name):
            if known_role or not role:
                return people
            return [*people[:place], {**known, "role": role}, *people[place + 1 :]]
        if role and same_person(known_role, role):
            if known_name or not name:
                return people
            return [*people[:place], {"name": name, **known}, *people[place + 1 :]]
    return [*people, {key: text for key, text in (("name", name), ("role", role)) if text}]


def _with_rating(review: Review, section: str, value: str) -> Review:
    """Return the review with a rating, on its own scale if it has one or has other ratings."""
    points, best = map(parse_number, value.partition("/")[::2])
    field, scale = review.form.section(section), scale_of(review)
    is_rated = rating_of(review, section) is not None
    if points is None or not best or points > best or field is None or not field.rated or is_rated:
        return review
    if scale is None or best != scale.best or not scale.contains(points):
        if any(_is_filled(review.fact(key)) for key in (_SCALE_KEY, RATINGS_KEY, OVERALL_KEY)):
            return review
        review = with_scale(review, _SCALES.get(best) or replace(TEN_POINTS, best=best))
    return with_rating(review, section, points)
