"""Words of a plain text, and where names and terms of several words stand in it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from editor.proofing.inflection import bases, plain_word
from editor.proofing.reasons import Reason
from editor.review.casefold import fold

_LETTERS = r"\w[\w\u0300-\u036f]*"
"""Accents may stand behind their letters, each as a character."""
_WORD = re.compile(rf"{_LETTERS}(?:[-‑'’]{_LETTERS})*")
_WIDEST_GAP = 3
"""„Mission: Impossible“, „Dune – Part Two“: so much stands between the words of one name."""


class Word(NamedTuple):
    """A word of a text; the apostrophe of a genitive is not part of it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name or a term as the words that it consists of."""

    words: tuple[str, ...]
    reason: Reason
    endings: tuple[str, ...] = ()
    """What the last word may have at its end beside the inflections of a name."""
    personal: bool = False
    """Is the name of a person: its words are never written with small letters."""

    def says(self, words: Sequence[str]) -> bool:
        """Tell whether ``words`` are this phrase, the last one inflected or not."""
        *start, last = map(plain_word, words)
        *own, own_last = self.words
        if start != own:
            return False
        return any(base == own_last for base, _ in bases(last)) or last in {
            own_last + ending for ending in self.endings
        }

    def resembles(self, words: Sequence[str]) -> bool:
        """Tell the same but for capitals and accents."""
        *start, last = map(plain_word, words)
        *own, own_last = self.words
        return list(map(fold, start)) == list(map(fold, own)) and any(
            fold(base) == fold(own_last) for base, _ in bases(last)
        )


class Occurrence(NamedTuple):
    """Where a phrase stands in a text; ``exact`` when only its last word may be inflected."""

    words: tuple[Word, ...]
    phrase: Phrase
    exact: bool

    @property
    def start(self) -> int:
        """Where the first word begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.words[-1].end


Index = Mapping[str, tuple[Phrase, ...]]
"""Phrases by their first word, folded."""


def words(text: str) -> list[Word]:
    """Return the words of ``text`` in order, hyphenated ones as one."""
    return [Word(match.start(), match.end(), match[0]) for match in _WORD.finditer(text)]


def word_texts(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` as ``plain_word`` writes them."""
    return tuple(plain_word(word) for word in _WORD.findall(text))


def index(phrases: Iterable[Phrase]) -> Index:
    """Return ``phrases`` in a form in which ``occurrences`` finds them at once."""
    found: dict[str, tuple[Phrase, ...]] = {}
    for phrase in phrases:
        key = fold(phrase.words[0])
        found[key] = (*found.get(key, ()), phrase)
    return found


def occurrences(text: str, all_words: Sequence[Word], known: Index) -> Iterator[Occurrence]:
    """Yield where phrases of several words stand in ``text``, whose words are ``all_words``."""
    for place, word in enumerate(all_words):
        for phrase in known.get(fold(word.text), ()):
            group = tuple(all_words[place : place + len(phrase.words)])
            if len(group) < len(phrase.words) or not _together(text, group):
                continue
            said = [item.text for item in group]
            exact = phrase.says(said)
            if exact or phrase.resembles(said):
                yield Occurrence(group, phrase, exact)


def _together(text: str, group: Sequence[Word]) -> bool:
    gaps = (text[one.end : other.start] for one, other in pairwise(group))
    return all(len(gap) <= _WIDEST_GAP and "\n\n" not in gap for gap in gaps)
