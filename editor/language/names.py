"""Names in German sentences: their inflections, and how far a word is from one.

Genitives and adjectives are those of the official rules (§ 62 and § 96 of „Deutsche
Rechtschreibung“): Villeneuves, Fiennes’, Villeneuve’sche, villeneuvesche.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_APOSTROPHES = str.maketrans("’ʼ‘´`", "'''''")
_HYPHENS = str.maketrans("‑‐", "--")
_HISSING = ("s", "ß", "x", "z")
_SILENT_APOSTROPHE = (*_HISSING, "ce")
_ADJECTIVE = re.compile(r"(?P<base>.{2,}?)(?P<end>'?sche[mnrs]?|esk(?:e[mnrs]?)?)")
_SHORT, _LONG = 4, 8
"""A name of up to 4 letters may only have two swapped; from 8 on, two may be wrong."""


def plain_word(word: str) -> str:
    """Return ``word`` with the apostrophe and the hyphen of the keyboard."""
    return word.translate(_APOSTROPHES).translate(_HYPHENS)


@lru_cache(maxsize=8192)
def fold(word: str) -> str:
    """Return ``word`` without accents and capitals: what „Rene“ and „RENÉ“ have in common."""
    if word.isascii():
        return word.casefold()
    letters = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def bases(word: str) -> Iterator[tuple[str, str]]:
    """Yield what ``word`` may be an inflection of, each with the ending; first ``word`` itself.

    A name that ends in a sibilant has an apostrophe for its genitive, all others an -s. Without
    an apostrophe an adjective begins with a small letter, at the start of a sentence with a
    capital: both are yielded with the capital of the name.
    """
    yield word, ""
    if word.endswith("'") and word[:-1].endswith(_SILENT_APOSTROPHE):
        yield word[:-1], "'"
    if word.endswith("s") and not word[:-1].endswith((*_HISSING, "'")):
        yield word[:-1], "s"
    match = _ADJECTIVE.fullmatch(word)
    if match:
        base, end = match["base"], match["end"]
        yield (base if end.startswith("'") else base[0].upper() + base[1:]), end


def missed(word: str, name: str) -> bool:
    """Tell whether ``word`` is ``name`` but for a slip: capitals, accents, a letter or two.

    A word in small letters only misses by its capitals and accents: it is hardly meant as a name.
    """
    if word == name or abs(len(word) - len(name)) > 2:  # noqa: PLR2004 - two letters, see above
        return False
    said, meant = fold(word), fold(name)
    if said == meant:
        return True
    if word[0].islower() and not name[0].islower():
        return False
    edits = distance(said, meant)
    if len(meant) <= _SHORT:
        return edits == 1 and sorted(said) == sorted(meant)
    return edits == 1 or (edits == 2 and len(meant) >= _LONG and said[0] == meant[0])  # noqa: PLR2004


def distance(one: str, other: str) -> int:
    """Return how many letters to add, leave out, replace or swap with their neighbour.

    This is the optimal string alignment distance; a swap counts as one.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one):
        previous, row, older = row, [i + 1], before
        for j, opposite in enumerate(other):
            cost = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (letter != opposite))
            if i and j and letter == other[j - 1] and one[i - 1] == opposite:
                cost = min(cost, older[j - 1] + 1)
            row.append(cost)
        before = previous
    return row[-1]


def correct(word: str, name: str) -> tuple[int, str] | None:
    """Return ``name`` in the inflection of ``word`` that misses it, with the distance before it.

    None when ``word`` is no near miss of ``name``.
    """
    found = [
        (distance(fold(stem), fold(name)), _inflected(word, name, end))
        for stem, end in bases(plain_word(word))
        if missed(stem, name) and not (end == "s" and name.endswith(_HISSING))
    ]
    return min(found, key=lambda item: item[0], default=None)


def _inflected(word: str, name: str, end: str) -> str:
    if word[0].islower() and end.startswith(("sch", "esk")):
        name = name[0].lower() + name[1:]
    mark = next((letter for letter in word if letter in "’ʼ"), "'")
    return name + end.replace("'", mark)
