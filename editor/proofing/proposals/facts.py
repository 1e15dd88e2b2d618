"""Facts that the text of a review has: evidence is collected, and weighed for each fact."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from editor.markdown.emphasis import emphasis_spans
from editor.markdown.plaintext import PlainText, plain_text
from editor.proofing.proposals.acceptance import OVERALL_KEY, RATINGS_KEY, accept
from editor.proofing.proposals.credits import credit_evidence
from editor.proofing.proposals.evidence import CREDITED, HINTED, STATED, Evidence
from editor.proofing.proposals.figures import figure_evidence
from editor.proofing.proposals.people import same_person
from editor.proofing.proposals.people_in_prose import PeopleInProse
from editor.proofing.proposals.proposal import Place, Proposal
from editor.proofing.proposals.ratings import rates_several_works, rating_evidence
from editor.proofing.proposals.roles_in_prose import RolesInProse
from editor.proofing.proposals.titles import (
    heading_evidence,
    opening_title,
    repeated_titles,
    title_evidence,
)
from editor.proofing.proposals.work_in_prose import WorkInProse
from editor.review.fact_kinds import NamesKind, PeopleKind
from editor.review.model import Review, Section, nonempty_sections


def fact_proposals(review: Review) -> tuple[Proposal, ...]:
    """Return the facts that the text of ``review`` has and its front matter lacks.

    They are in the order of the form, ratings last; people and the like one by one. A fact with a
    value is left out, and of a list what it has. Raises FormError when the form is broken.
    """
    found = [*_evidence(review)]
    if rates_several_works(nonempty_sections(review.sections), review.form):
        # A fact of one work is none of the whole; of people the text speaks all the same.
        people = {field.key for field in review.form.facts if field.kind.personal}
        found = [replace(item, weight=HINTED) for item in found if item.key in people]
    proposals: list[Proposal] = []
    for field in review.form.facts:
        own = [item for item in found if item.key == field.key]
        is_list = isinstance(field.kind, NamesKind | PeopleKind)
        proposals += _people(own) if is_list else _best(own)
    rated = dict.fromkeys(
        item.key for item in found if item.key.partition(".")[0] in (OVERALL_KEY, RATINGS_KEY)
    )
    for key in rated:
        proposals += _best([item for item in found if item.key == key])
    return tuple(item for item in _without_crew(proposals) if accept(review, [item]) != review)


def _evidence(review: Review) -> Iterator[Evidence]:
    sections = nonempty_sections(review.sections)
    plains = [(section, plain_text(section.text)) for section in sections]
    whole = "\n\n".join(plain.text for _, plain in plains)
    yield from repeated_titles(sections)
    for place, (section, plain) in enumerate(plains):
        if place == 0:
            yield from heading_evidence(section.id, section.text)
            yield from opening_title(section)
        yield from credit_evidence(section, review.form)
        is_last = place == len(plains) - 1
        yield from rating_evidence(section, review.form, is_last=is_last)
        yield from _mapped(section, plain, whole)


def _mapped(section: Section, plain: PlainText, whole: str) -> Iterator[Evidence]:
    """Yield the evidence of sentences with its places in the Markdown."""
    text = plain.text
    sources: tuple[Callable[[], Iterable[Evidence]], ...] = (
        lambda: title_evidence(section.id, text),
        WorkInProse(section.id, text).evidence,
        PeopleInProse(section.id, text, whole).evidence,
        RolesInProse(section.id, text, whole).evidence,
    )
    for source in sources:
        for item in source():
            span = plain.source_span(item.place.start, item.place.end)
            if span:
                yield replace(item, place=Place(section.id, *span))
    marked = [(span.start, span.end) for span in emphasis_spans(section.text)]
    for item in figure_evidence(section.id, text, whole):
        span = plain.source_span(item.place.start, item.place.end)
        # A name in italics is a title, or part of one.
        if span and not any(start <= span[0] < end for start, end in marked):
            yield replace(item, place=Place(section.id, *span))


def _best(found: list[Evidence]) -> list[Proposal]:
    """Return the value with the most weight, explained unless another one comes near."""
    weights: dict[str, int] = {}
    for item in found:
        weights[item.value] = weights.get(item.value, 0) + item.weight
    if not weights:
        return []
    best = max(weights, key=lambda value: weights[value])
    own = [item for item in found if item.value == best]
    others = [weight for value, weight in weights.items() if value != best]
    strongest = max(item.weight for item in own)
    if others and max(others) == weights[best]:
        return []
    clear = strongest >= CREDITED or not any(2 * weight > weights[best] for weight in others)
    places = tuple(dict.fromkeys(item.place for item in own))
    return [Proposal(own[0].key, best, "", places, clear and strongest >= STATED)]


def _people(found: list[Evidence]) -> list[Proposal]:
    """Return the people, each once, with the role that the text has for them."""
    groups: list[list[Evidence]] = []
    for item in sorted(found, key=lambda item: (-item.weight, not item.value)):
        group = next((group for group in groups if _is_of(item, group)), None)
        if group is None:
            groups.append([item])
        else:
            group.append(item)
    return [_person(group) for group in groups]


def _is_of(item: Evidence, group: list[Evidence]) -> bool:
    name, role = group[0].value, next((other.role for other in group if other.role), "")
    if item.value and name:
        return same_person(item.value, name)
    return bool(item.role and role) and same_person(item.role, role)


def _person(group: list[Evidence]) -> Proposal:
    places = tuple(sorted({item.place for item in group}))
    role = next((item.role for item in group if item.role), "")
    explained = max(item.weight for item in group) > HINTED
    # Of two spellings of one length the more frequent one; „Julien Lacombe“ before „Lacombe“.
    names = Counter(item.value for item in group if item.weight == group[0].weight)
    length = len(group[0].value.split())
    value = max(names, key=lambda name: (len(name.split()) == length, names[name]))
    return Proposal(group[0].key, value, role, places, explained)


def _without_crew(proposals: list[Proposal]) -> Iterator[Proposal]:
    """Yield ``proposals`` without roles that are names of people in another function.

    Without actors, too, to whom the text hints as the director: „sein Lieblingsfilm von X“.
    """
    crew = [item.value for item in proposals if item.value]
    cast = [item.value for item in proposals if item.value and item.key == "cast"]
    for item in proposals:
        if not item.value and any(same_person(item.role, name) for name in crew):
            continue
        is_hint = item.key == "director" and not item.explained
        if not is_hint or not any(same_person(item.value, name) for name in cast):
            yield item
