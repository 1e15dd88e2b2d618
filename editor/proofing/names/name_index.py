"""All names and terms of a review, as words and phrases that a checker can ask for.

The index answers from its words and never from the rest of a sentence: whether a finding is shown
is decided by the rules of ``filter_rules``.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from editor.proofing.names.entries import SHORTEST_NAME, entries, is_particle
from editor.proofing.names.inflection import base_forms, nearest_name, normalize_word
from editor.proofing.names.phrases import (
    PhraseIndex,
    PhraseMatch,
    Token,
    find_phrases,
    index_phrases,
    normalized_words,
    tokenize,
)
from editor.proofing.names.terms import Terms, shipped_terms
from editor.proofing.reasons import Reason, ReasonKind
from editor.proofing.span_index import SpanIndex
from editor.review.casefold import fold_case
from editor.review.model import Review

LONGEST_WORD = 100
"""Letters of a word that may be a name or a compound; a longer one is unknown at once."""


class NearestName(NamedTuple):
    """The name that a word misses by a slip, inflected as the word is, and where it comes from."""

    name: str
    reason: Reason


class NameSlip(NamedTuple):
    """A word at its place in a text, and the spelling of the person's name that it is part of."""

    start: int
    end: int
    name: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class NameOccurrences:
    """Names and terms of several words in one text, all in its code points."""

    names: SpanIndex[Reason]
    """Names and accepted entries."""
    terms: SpanIndex[Reason]
    slips: tuple[NameSlip, ...]
    """Words of complete names of people that lack accents or capitals, each word once."""
    variants: SpanIndex[str]
    """Unusual spellings of terms, of one word too, with the usual spelling."""


@dataclass(frozen=True, slots=True)
class PersonWords:
    """Words of the names of people and of their roles."""

    words: frozenset[str] = frozenset()
    last_words: frozenset[str] = frozenset()
    """Those that begin no name of several words: family names, and names of one word."""


@dataclass(frozen=True, slots=True)
class NameIndex:
    """The names of one review, the words that its writer accepts, and the shipped terms."""

    words: Mapping[str, Reason] = field(default_factory=dict)
    """Words that are accepted by themselves, without inflection."""
    phrases: PhraseIndex = field(default_factory=dict)
    """Names and accepted entries of several words."""
    terms: Terms = field(default_factory=Terms)
    decisions: Mapping[str, Reason] = field(default_factory=dict)
    """Words that the writer has accepted, those that are names as well among them."""

    @classmethod
    def of(
        cls, review: Review, dictionary: Iterable[str] = (), terms: Terms | None = None
    ) -> "NameIndex":
        """Return the index for ``review`` and the words of the writer's ``dictionary``.

        Without ``terms``, the shipped ones. Raises FormError when the form is broken.
        """
        items = entries(review, dictionary)
        words: dict[str, Reason] = {}
        decisions: dict[str, Reason] = {}
        for entry in items:
            for word in entry.words():
                words.setdefault(word, entry.reason)
                if entry.reason.kind is not ReasonKind.NAME:
                    decisions.setdefault(word, entry.reason)
        phrases = index_phrases(phrase for entry in items for phrase in entry.phrases())
        return cls(words, phrases, shipped_terms() if terms is None else terms, decisions)

    def accepts(self, word: str) -> Reason | None:
        """Return why ``word`` is right: a name in any inflection, a term, all parts of a compound.

        None when no entry makes it right, which does not mean that it is wrong.
        """
        if len(word) > LONGEST_WORD:
            return None
        return self._accepts(normalize_word(word)) or self._compound(normalize_word(word))

    def decision(self, word: str) -> Reason | None:
        """Return which decision of the writer makes ``word`` right, in any inflection."""
        if len(word) > LONGEST_WORD:
            return None
        bases = (base for base, _ in base_forms(normalize_word(word)))
        return next((self.decisions[base] for base in bases if base in self.decisions), None)

    def split(self, word: str) -> tuple[list[str], Reason | None]:
        """Return the unknown parts of a compound, and why another part is right.

        Several parts at once are looked up where they are one entry: „Blu-ray“, „Jean-Luc“.
        """
        if len(word) > LONGEST_WORD:
            return [word], None
        parts = [part for part in normalize_word(word).split("-") if part]
        unknown, first, place = [], None, 0
        while place < len(parts):
            end, reason = self._longest(parts, place)
            first = first or reason
            if reason is None and not parts[place].isdigit():
                unknown.append(parts[place])
            place = end
        return unknown, first

    def nearest(self, word: str) -> NearestName | None:
        """Return the name that ``word`` misses by a slip, None for a word that is accepted.

        A compound is not divided: give its part.
        """
        if not 0 < len(word) <= LONGEST_WORD or self.accepts(word):
            return None
        # The writer's dictionary may hold thousands of words, of which few are names.
        names = (n for n, reason in self.words.items() if reason.kind is not ReasonKind.DICTIONARY)
        match = nearest_name(word, names)
        return NearestName(match[1], self.words[match[0]]) if match else None

    def occurrences(self, text: str, *, variants: bool = True) -> NameOccurrences:
        """Return the names and terms of several words in ``text``.

        Without ``variants`` unusual spellings of terms are not looked for.
        """
        tokens = tokenize(text)
        matches = [*find_phrases(text, tokens, self.phrases)]
        names = SpanIndex(_exact(matches))
        unusual = self._variants(text, names) if variants else ()
        return NameOccurrences(
            names,
            SpanIndex(_exact(find_phrases(text, tokens, self.terms.phrases))),
            tuple(self._slips(match for match in matches if not match.exact)),
            SpanIndex(unusual),
        )

    def persons(self) -> PersonWords:
        """Return the words that name people."""
        phrases = [phrase for group in self.phrases.values() for phrase in group]
        facts = {phrase.reason.fact for phrase in phrases if phrase.personal}
        words = {
            word
            for word, reason in self.words.items()
            if reason.kind is ReasonKind.NAME and reason.fact in facts
        }
        firsts = {phrase.words[0] for phrase in phrases}
        return PersonWords(frozenset(words), frozenset(words - firsts))

    def full_names(self) -> frozenset[tuple[str, ...]]:
        """Return the words of each person's name, and of roles and titles of several words."""
        phrases = (phrase for group in self.phrases.values() for phrase in group)
        return frozenset(item.words for item in phrases if item.reason.kind is ReasonKind.NAME)

    def is_phrase(self, text: str) -> bool:
        """Tell whether ``text`` is a name of several words as it stands, not inflected."""
        words = normalized_words(text)
        group = self.phrases.get(fold_case(words[0]), ()) if words else ()
        return any(phrase.words == words for phrase in group)

    def is_usual_term(self, text: str) -> bool:
        """Tell whether ``text`` is the usual spelling of a term that has unusual ones."""
        return text in self.terms.spellings.values()

    def _accepts(self, word: str) -> Reason | None:
        for base, _ in base_forms(word):
            reason = self.words.get(base) or self._in_capitals(base)
            if reason:
                return reason
        if word in self.terms.words:
            return Reason(ReasonKind.TERM)
        return None

    def _in_capitals(self, word: str) -> Reason | None:
        """Return the reason of a name in capitals throughout."""
        if len(word) < SHORTEST_NAME or not word.isupper():
            return None
        capitals = _upper(word)
        return next((why for name, why in self.words.items() if _upper(name) == capitals), None)

    def _compound(self, word: str) -> Reason | None:
        if "-" not in word:
            return None
        unknown, reason = self.split(word)
        return None if unknown else reason

    def _longest(self, parts: list[str], place: int) -> tuple[int, Reason | None]:
        for end in range(len(parts), place, -1):
            reason = self._accepts("-".join(parts[place:end]))
            if reason:
                return end, reason
        return place + 1, None

    def _slips(self, matches: Iterable[PhraseMatch]) -> Iterator[NameSlip]:
        seen: set[Token] = set()
        for match in matches:
            if not match.phrase.personal:
                continue
            for token, name in zip(match.tokens, match.phrase.words, strict=True):
                right = None if token in seen else self._slip(token.text, name)
                if right:
                    seen.add(token)
                    yield NameSlip(token.start, token.end, right, match.phrase.reason)

    def _slip(self, word: str, name: str) -> str | None:
        """Return the right spelling of a ``word`` that lacks capitals or accents of ``name``."""
        small = word[0].islower() and name[0].isupper()
        accent = fold_case(word) != word.casefold() or fold_case(name) != name.casefold()
        if is_particle(name) or word.isupper() or not (small or accent) or self.accepts(word):
            return None
        match = nearest_name(word, [name])
        return match[1] if match else None

    def _variants(self, text: str, names: SpanIndex[Reason]) -> Iterator[tuple[int, int, str]]:
        """Yield the unusual spellings of terms that are not names of the review."""
        for start, end, usual in self.terms.variants(text):
            reason = self.accepts(text[start:end])
            is_name = reason is not None and reason.kind is not ReasonKind.TERM
            if not is_name and names.around(start, end) is None:
                yield start, end, usual


def _exact(matches: Iterable[PhraseMatch]) -> Iterator[tuple[int, int, Reason]]:
    return ((item.start, item.end, item.phrase.reason) for item in matches if item.exact)


def _upper(word: str) -> str:
    """Return ``word`` in capitals; „ß“ becomes „SS“, the capital „ẞ“ too."""
    return word.upper().replace("ẞ", "SS")
