"""Names of several words among the unknown ones: „Sharlto“ and „Copley“ are one name."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from editor.proofing.proposals.proposal import Place, Proposal


def joined_names(names: Sequence[Proposal], texts: Mapping[str, str]) -> Iterator[Proposal]:
    """Yield ``names``, those that stand together in the ``texts`` as one, in their order.

    A word is joined with the one that follows it in at least half of its places. ``texts`` has the
    Markdown of each section, in reading order.
    """
    order = {section: place for place, section in enumerate(texts)}
    following = _following(names, texts)
    seconds = set(following.values())
    for first, name in enumerate(names):
        if first in following and first not in seconds:
            chain = [names[index] for index in _chain(following, first)]
            known = {place for item in chain for place in item.places if place.section in order}
            places = sorted(known, key=lambda place: (order[place.section], place.start))
            value = " ".join(item.value for item in chain)
            yield replace(name, value=value, places=_united(places, texts))
        elif first not in seconds:
            yield name


def _following(names: Sequence[Proposal], texts: Mapping[str, str]) -> Mapping[int, int]:
    """Return for each name that another one follows the other one, by their indices.

    No name follows two others, and no chain of names is a circle.
    """
    starts = {(p.section, p.start): index for index, item in enumerate(names) for p in item.places}
    following: dict[int, int] = {}
    for first, item in enumerate(names):
        after = Counter(
            starts[place.section, place.end + 1]
            for place in item.places
            if (place.section, place.end + 1) in starts and _is_blank(texts, place)
        )
        second, count = max(after.items(), key=lambda pair: pair[1], default=(first, 0))
        is_free = second not in following.values() and first not in _chain(following, second)
        if is_free and 2 * count >= len(item.places):
            following[first] = second
    return following


def _chain(following: Mapping[int, int], first: int) -> Iterator[int]:
    """Yield ``first``, the index that follows it, and so on."""
    place: int | None = first
    while place is not None:
        yield place
        place = following.get(place)


def _is_blank(texts: Mapping[str, str], place: Place) -> bool:
    return texts.get(place.section, "")[place.end : place.end + 1] in {" ", "\xa0"}


def _united(places: Sequence[Place], texts: Mapping[str, str]) -> tuple[Place, ...]:
    """Return ``places``, which are in order, those that only a blank divides as one."""
    united: list[Place] = []
    for place in places:
        if united and _adjoins(united[-1], place, texts):
            united[-1] = united[-1]._replace(end=place.end)
        else:
            united.append(place)
    return tuple(united)


def _adjoins(one: Place, other: Place, texts: Mapping[str, str]) -> bool:
    is_next = (one.section, one.end + 1) == (other.section, other.start)
    return is_next and _is_blank(texts, one)
