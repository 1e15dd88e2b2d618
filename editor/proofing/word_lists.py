"""Word lists that ship with the program: everyday words of reviews, particles of names."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from editor.paths import resource

_SHORTEST = 4
"""Letters of a stem."""
_ENDING = re.compile(rf"(?<=\w{{{_SHORTEST + 1}}})(?:em|er|nd)\Z|(?<=\w{{{_SHORTEST}}})[tesn]\Z")


@dataclass(frozen=True, slots=True)
class EverydayWords:
    """Stems of words that may be repeated: nouns of reviewing, and all other words."""

    nouns: frozenset[str]
    words: frozenset[str]


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Return the common part of the inflections of ``word``: „großartiges“ → „grossartig“.

    The endings are those of CISTEM (L. Weissweiler and A. Fraser, Developing a Stemmer for German
    Based on a Comparative Analysis of Publicly Available Stemmers, 2017). Unlike CISTEM it keeps
    the prefix ge-, umlauts and one letter more, so that words that only look alike stay apart.
    """
    rest = word.casefold()
    while (shorter := _ENDING.sub("", rest)) != rest:
        rest = shorter
    return rest


def is_everyday(word: str) -> bool:
    """Tell whether a review may repeat ``word``, in any inflection."""
    everyday = everyday_words()
    return stem(word) in everyday.words or (word[:1].isupper() and stem(word) in everyday.nouns)


@cache
def everyday_words() -> EverydayWords:
    """Return the stems of the lists “nouns” and “words”."""
    lists = _lists()
    return EverydayWords(*(frozenset(map(stem, lists[name])) for name in ("nouns", "words")))


@cache
def particles() -> frozenset[str]:
    """Return the articles and the like of titles and names, in small letters."""
    return frozenset(_lists()["particles"])


@cache
def _lists() -> Mapping[str, list[str]]:
    """Return the words of ``resources/vocabulary/everyday.toml`` by list."""
    raw = tomllib.loads(resource("vocabulary", "everyday.toml").read_text("utf-8"))
    return {name: text.split() for name, text in raw.items()}
