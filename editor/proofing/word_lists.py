"""Words of cinema, television and discs that ship with the program.

How the files in ``resources/vocabulary/`` are written is said at their beginning.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from editor.paths import resource


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """Small words by which a language is told: no German one, and at least one of another."""

    german: frozenset[str]
    others: Mapping[str, frozenset[str]]
    particles: frozenset[str]
    """Articles and the like of all languages."""


@cache
def language_words() -> LanguageWords:
    """Return the words of ``resources/vocabulary/languages.toml``; read once."""
    raw = tomllib.loads(resource("vocabulary", "languages.toml").read_text("utf-8"))
    lists = {name: frozenset(text.split()) for name, text in raw.items()}
    german, particles = lists.pop("german"), lists.pop("particles")
    return LanguageWords(german, lists, particles)


_SHORTEST = 4
"""Letters that are left of a word at least."""
_ENDING = re.compile(rf"(?<=\w{{{_SHORTEST + 1}}})(?:em|er|nd)\Z|(?<=\w{{{_SHORTEST}}})[tesn]\Z")


@dataclass(frozen=True, slots=True)
class EverydayWords:
    """Everyday nouns of reviewing, and words that nobody takes for a repetition, as stems."""

    nouns: frozenset[str]
    words: frozenset[str]


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return what the inflections of ``word`` have in common: „großartiges“ → „grossartig“.

    The endings are those of CISTEM (L. Weissweiler and A. Fraser, Developing a Stemmer for German
    Based on a Comparative Analysis of Publicly Available Stemmers, 2017). Its prefix ge- and its
    umlauts are left alone, and a letter more stays: words that only look alike are to be apart.
    """
    rest = word.casefold()
    while (shorter := _ENDING.sub("", rest)) != rest:
        rest = shorter
    return rest


def is_everyday(word: str) -> bool:
    """Tell whether a review may repeat ``word``, in any inflection."""
    known = everyday_words()
    return stem(word) in known.words or (word[:1].isupper() and stem(word) in known.nouns)


@cache
def everyday_words() -> EverydayWords:
    """Return the words of ``resources/vocabulary/everyday.toml``; read once."""
    raw = tomllib.loads(resource("vocabulary", "everyday.toml").read_text("utf-8"))
    return EverydayWords(*(frozenset(map(stem, raw[name].split())) for name in ("nouns", "words")))
