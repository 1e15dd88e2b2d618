"""Words of cinema, television and discs that ship with the program.

How the files in ``resources/vocabulary/`` are written is said at their beginning.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from editor.paths import resource
from editor.proofing.phrases import Index, Phrase, index, word_texts
from editor.proofing.reasons import Reason, Why

_ENDINGS = {"A": ("e", "em", "en", "er", "es")}
_TERM = Reason(Why.TERM)
_NOTHING = re.compile(r"(?!)")


class Spelling(NamedTuple):
    """A spelling that differs from the usual one, and where it stands in a text."""

    start: int
    end: int
    right: str


@dataclass(frozen=True, slots=True)
class Terms:
    """Accepted words in all their forms, terms of several words, and spellings to unify."""

    words: frozenset[str] = frozenset()
    phrases: Index = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)
    pattern: re.Pattern[str] = _NOTHING

    @classmethod
    def of(cls, lines: Iterable[str], spellings: Mapping[str, str]) -> "Terms":
        """Return the terms of ``lines`` as in the files, and ``spellings`` from wrong to right."""
        entries = [_entry(line) for line in lines if line.strip() and not line.startswith("#")]
        return cls(
            words=frozenset(form for words, ends in entries for form in _forms(words, ends)),
            phrases=index(Phrase(words, _TERM, ends) for words, ends in entries if len(words) > 1),
            spellings=dict(spellings),
            pattern=_pattern(spellings),
        )

    def wrong(self, text: str) -> Iterator[Spelling]:
        """Yield the spellings in ``text`` that are not the usual ones; none within addresses."""
        for match in self.pattern.finditer(text):
            right = self.spellings[" ".join(match["wrong"].split())] + match["end"]
            around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
            # „Dolby-Atmos-Ton“ is how a compound of two words is spelled.
            if not (" " in right and "-" in around):
                yield Spelling(match.start(), match.end(), right)


@cache
def shipped_terms() -> Terms:
    """Return the terms of ``resources/vocabulary/``; read once."""
    folder = resource("vocabulary")
    texts = [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    spellings = tomllib.loads((folder / "spellings.toml").read_text("utf-8"))
    pairs = {wrong: right for right, many in spellings.items() for wrong in many}
    return Terms.of("\n".join(texts).splitlines(), pairs)


def _entry(line: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    term, _, flags = line.strip().partition("/")
    endings = (ending.strip() for ending in flags.split(",") if ending.strip())
    return word_texts(term), tuple(e for ending in endings for e in _ENDINGS.get(ending, (ending,)))


def _forms(words: tuple[str, ...], endings: tuple[str, ...]) -> Iterator[str]:
    """Yield the forms of a word; of several words those with hyphens, as compounds have them."""
    word = "-".join(words)
    yield word
    yield from (word + ending for ending in endings)


def _pattern(spellings: Mapping[str, str]) -> re.Pattern[str]:
    if not spellings:
        return _NOTHING
    longest_first = sorted(spellings, key=len, reverse=True)
    wrong = "|".join(re.escape(text).replace(r"\ ", r"[ \xa0\n]") for text in longest_first)
    # Behind a dot or before one that a letter follows: part of an address.
    return re.compile(rf"(?<![\w/@.])(?P<wrong>{wrong})(?P<end>s?)(?![\w/@+]|[.]\w)")


@dataclass(frozen=True, slots=True)
class Languages:
    """Small words by which a language is told: no German one, and at least one of another."""

    german: frozenset[str]
    others: Mapping[str, frozenset[str]]
    particles: frozenset[str]
    """Articles and the like of all languages."""


@cache
def shipped_languages() -> Languages:
    """Return the words of ``resources/vocabulary/languages.toml``; read once."""
    raw = tomllib.loads(resource("vocabulary", "languages.toml").read_text("utf-8"))
    lists = {name: frozenset(text.split()) for name, text in raw.items()}
    german, particles = lists.pop("german"), lists.pop("particles")
    return Languages(german, lists, particles)


_SHORTEST = 4
"""Letters that are left of a word at least."""
_ENDING = re.compile(rf"(?<=\w{{{_SHORTEST + 1}}})(?:em|er|nd)\Z|(?<=\w{{{_SHORTEST}}})[tesn]\Z")


@dataclass(frozen=True, slots=True)
class Everyday:
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
    known = shipped_everyday()
    return stem(word) in known.words or (word[:1].isupper() and stem(word) in known.nouns)


@cache
def shipped_everyday() -> Everyday:
    """Return the words of ``resources/vocabulary/everyday.toml``; read once."""
    raw = tomllib.loads(resource("vocabulary", "everyday.toml").read_text("utf-8"))
    return Everyday(*(frozenset(map(stem, raw[name].split())) for name in ("nouns", "words")))
