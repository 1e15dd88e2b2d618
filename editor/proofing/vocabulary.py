"""What a review is about, as words that a checker can ask for: names from its facts, and terms.

A vocabulary answers from its words and never from how a sentence goes on: whether a finding is
shown is decided in ``judging``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from editor.proofing.inflection import bases, correct, plain_word
from editor.proofing.phrases import Index, Phrase, index, word_texts
from editor.proofing.reasons import Reason, Why
from editor.proofing.word_lists import Terms, shipped_languages, shipped_terms
from editor.review.model import Review

REVIEW_KEY = "vocabulary"
"""Key of the front matter: words that are accepted in this review."""

_TECHNICAL = {
    *("runtime", "picture_format", "sound_formats", "subtitles", "region", "extras"),
    *("gtin13", "image_alt", "positive_notes", "negative_notes", "url"),
}
"""Facts of measures, abbreviations and prose: „Min.“ must not make „min Film“ right."""
_PARTS = re.compile(r"\s*[:(){}\[\],;/|–—„“”\"»«]\s*|\s+-\s+")
_SHORTEST = 3
LONGEST = 100
"""Letters of a word that may be a name or a compound; a longer one is unknown at once."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names of one review, the words that its writer accepts, and the shipped terms."""

    words: Mapping[str, Reason] = field(default_factory=dict)
    """What is accepted by itself, without inflection."""
    phrases: Index = field(default_factory=dict)
    """Names and accepted entries of several words."""
    terms: Terms = field(default_factory=Terms)

    @classmethod
    def of(
        cls, review: Review, own: Iterable[str] = (), terms: Terms | None = None
    ) -> "Vocabulary":
        """Return the vocabulary of ``review``, with ``own`` words of the writer.

        Without ``terms``, the shipped ones. Raises FormError when the form is broken.
        """
        accepted = review.fact(REVIEW_KEY)
        entries = [
            *_named(review),
            *(_Entry(text, Reason(Why.REVIEW)) for text in texts(accepted)),
            *(_Entry(text, Reason(Why.OWN)) for text in own),
        ]
        words: dict[str, Reason] = {}
        for entry in entries:
            for word in entry.words():
                words.setdefault(word, entry.reason)
        phrases = (phrase for entry in entries for phrase in entry.phrases())
        return cls(words, index(phrases), shipped_terms() if terms is None else terms)

    def accepts(self, word: str) -> Reason | None:
        """Return why ``word`` is right: a name in any inflection, a term, all parts of a compound.

        None when nothing vouches for it, which does not make it wrong.
        """
        if len(word) > LONGEST:
            return None
        return self._accepts(plain_word(word)) or self._compound(plain_word(word))

    def split(self, word: str) -> tuple[list[str], Reason | None]:
        """Return the parts of a compound that nothing vouches for, and why another one is right.

        Several parts at once are looked up where they are one entry: „Blu-ray“, „Jean-Luc“.
        """
        if len(word) > LONGEST:
            return [word], None
        parts = [part for part in plain_word(word).split("-") if part]
        unknown, first, place = [], None, 0
        while place < len(parts):
            end, reason = self._longest(parts, place)
            first = first or reason
            if reason is None and not parts[place].isdigit():
                unknown.append(parts[place])
            place = end
        return unknown, first

    def near(self, word: str) -> str | None:
        """Return the name, inflected as ``word`` is, that ``word`` misses by a slip.

        None for a word that is accepted. Compounds are looked at part by part: give the part.
        """
        found = self.nearest(word)
        return found[0] if found else None

    def nearest(self, word: str) -> tuple[str, Reason] | None:
        """Return the same as ``near`` with the reason of the name."""
        if not 0 < len(word) <= LONGEST or self.accepts(word):
            return None
        # The writer's dictionary may hold thousands of words, of which few are names.
        names = (name for name, reason in self.words.items() if reason.why is not Why.OWN)
        found = correct(word, names)
        return (found[1], self.words[found[0]]) if found else None

    def _accepts(self, word: str) -> Reason | None:
        for base, _ in bases(word):
            reason = self.words.get(base) or self._shouted(base)
            if reason:
                return reason
        if word in self.terms.words:
            return Reason(Why.TERM)
        return None

    def _shouted(self, word: str) -> Reason | None:
        """Return the reason of a name in capitals throughout."""
        if len(word) < _SHORTEST or not word.isupper():
            return None
        said = _capitals(word)
        return next((why for name, why in self.words.items() if _capitals(name) == said), None)

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


class _Entry(NamedTuple):
    """A name or a title, or a word that the writer accepts."""

    text: str
    reason: Reason
    personal: bool = False

    def words(self) -> Iterator[str]:
        """Yield the words that are right without the others.

        In a name those are what begins with a capital and is no article or the like. A text of
        one word is right as it is.
        """
        found, name = word_texts(self.text), self.reason.why is Why.NAME
        if len(found) == 1 and not (name and is_common(found[0])):
            yield found[0]
        for word in found if name else ():
            if _is_name(word):
                yield word
            # LanguageTool reads O’Connor as two words.
            yield from (part for part in word.split("'") if "'" in word and _is_name(part))

    def phrases(self) -> Iterator[Phrase]:
        """Yield the text and what its punctuation divides it into, where these have more words."""
        for words in map(word_texts, dict.fromkeys([self.text, *_PARTS.split(self.text)])):
            if len(words) > 1:
                yield Phrase(words, self.reason, personal=self.personal)
            yield from self._family(words)

    def _family(self, words: tuple[str, ...]) -> Iterator[Phrase]:
        """Yield a family name from its first particle on: „de la Vega“, „Von Allmen“."""
        first = next((place for place, word in enumerate(words) if word.islower()), 0)
        if self.personal and first:
            name = words[first:]
            for said in (name, (name[0].capitalize(), *name[1:])):
                yield Phrase(said, self.reason, personal=True)


def texts(value: Any) -> Iterator[str]:
    """Yield the texts in a list of the front matter; a single one counts as a list of one."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str) and item.strip():
            yield item


def _named(review: Review) -> Iterator[_Entry]:
    for fact in review.definition.facts:
        if not fact.kind.named or fact.key in _TECHNICAL:
            continue
        value, reason = review.fact(fact.key), Reason(Why.NAME, fact.key, fact.label)
        for item in value if isinstance(value, list) else [value]:
            person = item if isinstance(item, dict) else {"name": item}
            for text in texts(person.get("name")):
                yield _Entry(text, reason, personal=fact.kind.personal)
            for text in texts(person.get("role")):
                yield _Entry(text, reason)


def _capitals(word: str) -> str:
    """Return ``word`` in capitals, „ß“ as the two that it may be written with."""
    return word.upper().replace("ẞ", "SS")


def is_common(word: str) -> bool:
    """Tell whether ``word`` is an article or the like.

    Such a word of a title says nothing on its own: in a title „The“ is right, elsewhere it is not.
    """
    return word.casefold() in shipped_languages().particles


def _is_name(word: str) -> bool:
    capital = any(letter.isupper() for letter in word)
    return capital and len(word) >= _SHORTEST and not is_common(word)
