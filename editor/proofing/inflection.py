"""Names in German sentences: their inflections, and how far a word is from one.

Genitives and adjectives are those of the official rules (§ 62 and § 96 of „Deutsche
Rechtschreibung“): Villeneuves, Fiennes’, Villeneuve’sche, villeneuvesche.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from editor.review.casefold import fold

_APOSTROPHES = str.maketrans("’ʼ‘´`", "'''''")
_HYPHENS = str.maketrans("‑‐", "--")
_HISSING = ("s", "ß", "x", "z")
_SILENT_APOSTROPHE = (*_HISSING, "ce")
_ADJECTIVE = re.compile(r"(?P<base>.{2,}?)(?P<end>'?sche[mnrs]?|esk(?:e[mnrs]?)?)")
_SHORT, _LONG, _MOST = 4, 8, 2
"""A name of up to 4 letters may only have two swapped; from 8 on, two may be wrong."""


def plain_word(word: str) -> str:
    """Return ``word`` with the apostrophe and the hyphen of the keyboard, accents in one piece."""
    plain = word.translate(_APOSTROPHES).translate(_HYPHENS)
    # Files of macOS, and what is copied from them, hold „ë“ as two characters.
    return unicodedata.normalize("NFC", plain)


def bases(word: str) -> Iterator[tuple[str, str]]:
    """Yield what ``word`` may be an inflection of, each with the ending; first ``word`` itself.

    A name that ends in a sibilant has an apostrophe for its genitive, all others an -s. Without
    an apostrophe an adjective begins with a small letter, at the start of a sentence with a
    capital: both are yielded with the capital of the name. In capitals the genitive is one, too.
    """
    yield word, ""
    said, stem = word.lower() if word.isupper() else word, word[:-1]
    if said.endswith("'") and said[:-1].endswith(_SILENT_APOSTROPHE):
        yield stem, "'"
    if stem and said.endswith("s") and not said[:-1].endswith((*_HISSING, "'")):
        yield stem, "s"
    match = _ADJECTIVE.fullmatch(word)
    if match:
        base, end = match["base"], match["end"]
        yield (base if end.startswith("'") else base[0].upper() + base[1:]), end


def missed(word: str, name: str) -> bool:
    """Tell whether ``word`` is ``name`` but for a slip: capitals, accents, a letter or two.

    A word in small letters only misses by its capitals and accents: it is hardly meant as a name.
    """
    if word == name or abs(len(word) - len(name)) > _MOST:
        return False
    said, meant = fold(word), fold(name)
    if said == meant:
        return True
    small = word[0].islower() and not name[0].islower()
    if small or len(_letters(said) ^ _letters(meant)) > 2 * _MOST:
        return False
    edits = distance(said, meant)
    if len(meant) <= _SHORT:
        return edits == 1 and sorted(said) == sorted(meant)
    return edits == 1 or (edits == _MOST and len(meant) >= _LONG and said[0] == meant[0])


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


def correct(word: str, names: Iterable[str]) -> tuple[str, str] | None:
    """Return which of ``names`` the ``word`` misses by a slip, as it is and inflected as ``word``.

    The nearest wins, the first of several. None when ``word`` is no near miss of any.
    """
    stems = [*bases(plain_word(word))]
    found = (
        (distance(fold(stem), fold(name)), name, end)
        for name in names
        for stem, end in stems
        if missed(stem, name) and not (end == "s" and name.endswith(_HISSING))
    )
    best = min(found, key=lambda item: item[0], default=None)
    return (best[1], _inflected(word, *best[1:])) if best else None


@lru_cache(maxsize=8192)
def _letters(word: str) -> frozenset[str]:
    """Return the letters of ``word``: two edits leave all but four of them the same."""
    return frozenset(word)


def _inflected(word: str, name: str, end: str) -> str:
    if word[0].islower() and end.startswith(("sch", "esk")):
        name = name[0].lower() + name[1:]
    mark = next((letter for letter in word if letter in "’ʼ"), "'")
    return name + end.replace("'", mark)
