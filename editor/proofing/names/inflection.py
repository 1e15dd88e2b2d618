"""Names in German sentences: their inflected forms, and words that miss a name by a slip.

Genitives and adjectives follow the official rules (§ 62 and § 96 of „Deutsche Rechtschreibung“):
Villeneuves, Fiennes’, Villeneuve’sche, villeneuvesche.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from editor.review.casefold import fold_case

_APOSTROPHES = str.maketrans("’ʼ‘´`", "'''''")
_HYPHENS = str.maketrans("‑‐", "--")
_SIBILANTS = ("s", "ß", "x", "z")
_APOSTROPHE_GENITIVE = (*_SIBILANTS, "ce")
"""Ends of names whose genitive is an apostrophe alone."""
_ADJECTIVE = re.compile(r"(?P<base>.{2,}?)(?P<end>'?sche[mnrs]?|esk(?:e[mnrs]?)?)")
_REPEATED = re.compile(r"(.)\1+")
_SHORT, _LONG, _MAX_EDITS = 4, 8, 2
"""A name of up to 4 letters may only have two swapped; from 8 on, two may be wrong."""


def normalize_word(word: str) -> str:
    """Return ``word`` in NFC, with the apostrophe and the hyphen of the keyboard."""
    plain = word.translate(_APOSTROPHES).translate(_HYPHENS)
    # Files of macOS, and text copied from them, hold „ë“ as two characters.
    return unicodedata.normalize("NFC", plain)


def base_forms(word: str) -> Iterator[tuple[str, str]]:
    """Yield each name that ``word`` may be an inflection of, with its ending; ``word`` first.

    A name that ends in a sibilant has an apostrophe for its genitive, every other one an -s.
    Without an apostrophe an adjective begins with a small letter, or with a capital at the start
    of a sentence: both yield the name with its capital. A word in capitals can be a genitive too.
    """
    yield word, ""
    lower, stem = word.lower() if word.isupper() else word, word[:-1]
    if lower.endswith("'") and lower[:-1].endswith(_APOSTROPHE_GENITIVE):
        yield stem, "'"
    if stem and lower.endswith("s") and not lower[:-1].endswith((*_SIBILANTS, "'")):
        yield stem, "s"
    match = _ADJECTIVE.fullmatch(word)
    if match:
        base, end = match["base"], match["end"]
        yield (base if end.startswith("'") else base[0].upper() + base[1:]), end


def is_near_miss(word: str, name: str) -> bool:
    """Tell whether ``word`` is ``name`` with a slip: capitals, accents, a letter or two.

    A word in small letters may differ by capitals and accents only: it is hardly meant as a name.
    """
    if word == name or abs(len(word) - len(name)) > _MAX_EDITS:
        return False
    folded, target = fold_case(word), fold_case(name)
    if folded == target:
        return True
    small = word[0].islower() and not name[0].islower()
    if small or len(_letters(folded) ^ _letters(target)) > 2 * _MAX_EDITS:
        return False
    edits = edit_distance(folded, target)
    if len(target) <= _SHORT:
        return edits == 1 and sorted(folded) == sorted(target)
    near = edits == _MAX_EDITS and len(target) >= _LONG and folded[0] == target[0]
    return edits == 1 or near


def edit_distance(one: str, other: str) -> int:
    """Return the optimal string alignment distance.

    It counts letters that are added, left out or replaced, and swaps of two neighbours.
    """
    # The library is loaded with the first unknown word, after the window is on the screen.
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    return OSA.distance(one, other)


def is_typing_slip(word: str, right: str) -> bool:
    """Tell whether ``word`` is ``right`` with two letters swapped, or one doubled or single.

    Names have such a German neighbour much more rarely than one that differs by another letter.
    """
    one, other = word.casefold(), right.casefold()
    if one == other:
        return False
    if len(one) == len(other):
        return sorted(one) == sorted(other) and edit_distance(one, other) == 1
    return _REPEATED.sub(r"\1", one) == _REPEATED.sub(r"\1", other)


def nearest_name(word: str, names: Iterable[str]) -> tuple[str, str] | None:
    """Return the name that ``word`` misses by a slip, as it is and inflected as ``word`` is.

    The nearest of ``names`` wins, the first of several, but a genitive stays one: „Lacombs“ is
    „Lacombes“. None when ``word`` is not a near miss.
    """
    stems = [*base_forms(normalize_word(word))]
    candidates = (
        (edit_distance(fold_case(stem), fold_case(name)), name, end)
        for name in names
        for stem, end in stems
        if is_near_miss(stem, name) and not (end == "s" and name.endswith(_SIBILANTS))
    )
    best = min(candidates, key=lambda item: (item[0], not item[2]), default=None)
    return (best[1], _inflected(word, *best[1:])) if best else None


@lru_cache(maxsize=8192)
def _letters(word: str) -> frozenset[str]:
    """Return the letters of ``word``: two edits leave all but four of them the same."""
    return frozenset(word)


def _inflected(word: str, name: str, end: str) -> str:
    if word[0].islower() and end.startswith(("sch", "esk")):
        name = name[0].lower() + name[1:]
    mark = next((letter for letter in word if letter in "’ʼ"), "'")
    return _with_capitals(word, name + end.replace("'", mark))


def _with_capitals(word: str, right: str) -> str:
    """Return ``right`` with the capitals of ``word``, where those are not what is wrong with it.

    A word in capitals stays so, and the first letter of a sentence does. A name has its capital
    wherever it stands.
    """
    if len(word) > 1 and word.isupper():
        changed = right.upper().replace("ẞ", "SS")
    elif word[0].isupper() and right.islower():
        changed = right[0].upper() + right[1:]
    else:
        return right
    return right if changed == word else changed
