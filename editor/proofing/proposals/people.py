"""Whether two names are of one person: another spelling, an inflection, the family name alone."""

from collections.abc import Sequence

from editor.proofing.names.inflection import base_forms, is_near_miss
from editor.proofing.names.phrases import normalized_words
from editor.review.casefold import fold_case


def same_person(one: str, other: str) -> bool:
    """Tell whether ``one`` and ``other`` can be names of the same person.

    That is so for „Julien Lacombe“ and „Lacombe“, „Lacombes“ or „Julian Lacombe“.
    """
    words, others = normalized_words(one), normalized_words(other)
    if not words or not others:
        return one.strip() == other.strip()
    short, long = sorted((words, others), key=len)
    is_tail = _is_each(long[-len(short) :], short)
    return is_tail or (len(short) < len(long) and _lacks_middle(short, long))


def _lacks_middle(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether first and last word agree: „Samuel L. Jackson“ and „Samuel Jackson“."""
    return len(short) > 1 and _is_same(short[0], long[0]) and _is_same(short[-1], long[-1])


def _is_each(words: Sequence[str], others: Sequence[str]) -> bool:
    return all(_is_same(*pair) for pair in zip(words, others, strict=True))


def _is_same(one: str, other: str) -> bool:
    """Tell whether two words are one name, inflected or spelled with a slip."""
    forms = {fold_case(form) for form, _ in base_forms(one)}
    return not forms.isdisjoint(fold_case(form) for form, _ in base_forms(other)) or (
        is_near_miss(one, other) or is_near_miss(other, one)
    )
