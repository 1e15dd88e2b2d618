"""Words of a plain text, and names and terms of several words in it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from editor.proofing.names.inflection import base_forms, normalize_word
from editor.proofing.reasons import Reason
from editor.review.casefold import fold_case

_LETTERS = r"\w[\w\u0300-\u036f]*"
"""Accents may follow their letters, each as a character."""
_WORD = re.compile(rf"{_LETTERS}(?:[-‑'’]{_LETTERS})*")
_SECTION = 2_000
"""Code points from which a text is not a passage but a section."""
_WIDEST_GAP = 3
"""Characters between the words of one name: „Mission: Impossible“, „Dune – Part Two“."""


class Token(NamedTuple):
    """A word at its place in a text; the apostrophe of a genitive is not part of it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name or a term as its words."""

    words: tuple[str, ...]
    reason: Reason
    endings: tuple[str, ...] = ()
    """Endings of the last word besides the inflections of a name."""
    personal: bool = False
    """Whether it is the name of a person, whose words are never written with small letters."""

    def matches(self, words: Sequence[str]) -> bool:
        """Tell whether ``words`` are this phrase; the last one may be inflected."""
        *start, last = map(normalize_word, words)
        *expected, expected_last = self.words
        if start != expected:
            return False
        return any(base == expected_last for base, _ in base_forms(last)) or last in {
            expected_last + ending for ending in self.endings
        }

    def resembles(self, words: Sequence[str]) -> bool:
        """Tell whether ``words`` are this phrase, capitals and accents aside."""
        *start, last = map(normalize_word, words)
        *expected, expected_last = self.words
        return list(map(fold_case, start)) == list(map(fold_case, expected)) and any(
            fold_case(base) == fold_case(expected_last) for base, _ in base_forms(last)
        )


class PhraseMatch(NamedTuple):
    """A phrase at its place in a text; ``exact`` when only its last word may be inflected."""

    tokens: tuple[Token, ...]
    phrase: Phrase
    exact: bool

    @property
    def start(self) -> int:
        """Start of the first word."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """End of the last word."""
        return self.tokens[-1].end


PhraseIndex = Mapping[str, tuple[Phrase, ...]]
"""Phrases by their first word, folded."""


def tokenize(text: str) -> Sequence[Token]:
    """Return the words of ``text`` in order, a hyphenated one as one word."""
    return _tokens_of_section(text) if len(text) >= _SECTION else _tokens(text)


@lru_cache(maxsize=8)
def _tokens_of_section(text: str) -> Sequence[Token]:
    """Return the words of a long text, for which several rules ask one after the other."""
    return _tokens(text)


def _tokens(text: str) -> Sequence[Token]:
    return tuple(Token(match.start(), match.end(), match[0]) for match in _WORD.finditer(text))


def normalized_words(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` as ``normalize_word`` writes them."""
    return tuple(normalize_word(word) for word in _WORD.findall(text))


def index_phrases(phrases: Iterable[Phrase]) -> PhraseIndex:
    """Return ``phrases`` by their first word, for ``find_phrases``."""
    by_first: dict[str, tuple[Phrase, ...]] = {}
    for phrase in phrases:
        key = fold_case(phrase.words[0])
        by_first[key] = (*by_first.get(key, ()), phrase)
    return by_first


def find_phrases(text: str, tokens: Sequence[Token], phrases: PhraseIndex) -> Iterator[PhraseMatch]:
    """Yield the ``phrases`` in ``text``, whose words are ``tokens``."""
    for place, token in enumerate(tokens):
        for phrase in phrases.get(fold_case(token.text), ()):
            group = tuple(tokens[place : place + len(phrase.words)])
            if len(group) < len(phrase.words) or not _adjoin(text, group):
                continue
            words = [item.text for item in group]
            exact = phrase.matches(words)
            if exact or phrase.resembles(words):
                yield PhraseMatch(group, phrase, exact)


def _adjoin(text: str, group: Sequence[Token]) -> bool:
    gaps = (text[one.end : other.start] for one, other in pairwise(group))
    return all(len(gap) <= _WIDEST_GAP and "\n\n" not in gap for gap in gaps)
