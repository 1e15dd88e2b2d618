"""Word lists that ship with the program: small words of languages, everyday words of reviews."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from editor.paths import resource


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """Small words by which a language is recognized."""

    german: frozenset[str]
    others: Mapping[str, frozenset[str]]
    """By language."""
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
    """Return the words of ``resources/vocabulary/everyday.toml``; read once."""
    raw = tomllib.loads(resource("vocabulary", "everyday.toml").read_text("utf-8"))
    return EverydayWords(*(frozenset(map(stem, raw[name].split())) for name in ("nouns", "words")))
