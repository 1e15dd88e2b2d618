"""Sources of names: the facts of a review, its accepted words and the writer's dictionary."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from editor.proofing.names.headline import without_headline
from editor.proofing.names.phrases import Phrase, normalized_words
from editor.proofing.reasons import Reason, ReasonKind
from editor.proofing.word_lists import particles
from editor.review.form import FactField
from editor.review.model import Review

VOCABULARY_KEY = "vocabulary"
"""Key of the front matter: words that are accepted in this review."""

_TECHNICAL = {
    *("runtime", "picture_format", "sound_formats", "subtitles", "region", "extras"),
    *("gtin13", "image_alt", "positive_notes", "negative_notes", "url"),
}
"""Facts of measures, abbreviations and prose: „Min.“ must not make „min Film“ right."""
_TITLE = "title"
_PARTS = re.compile(r"\s*[:(){}\[\],;/|–—„“”\"»«]\s*|\s+-\s+")
SHORTEST_NAME = 3
"""Letters."""


class NameEntry(NamedTuple):
    """A name or a title, or a word that the writer accepts."""

    text: str
    reason: Reason
    personal: bool = False
    """Whether it is the name of a person."""

    def words(self) -> Iterator[str]:
        """Yield the words that are right without the others.

        In a name those are the capitalised words that are not articles or the like. A text of one
        word is right as it is.
        """
        words, is_name = normalized_words(self.text), self.reason.kind is ReasonKind.NAME
        if len(words) == 1 and not (is_name and is_particle(words[0])):
            yield words[0]
        for word in words if is_name else ():
            if _is_name(word):
                yield word
            # LanguageTool reads O’Connor as two words.
            yield from (part for part in word.split("'") if "'" in word and _is_name(part))

    def phrases(self) -> Iterator[Phrase]:
        """Yield the text, and the parts between its punctuation, if they have several words."""
        for words in map(normalized_words, dict.fromkeys([self.text, *_PARTS.split(self.text)])):
            if len(words) > 1:
                yield Phrase(words, self.reason, personal=self.personal)
            yield from self._family_names(words)

    def _family_names(self, words: tuple[str, ...]) -> Iterator[Phrase]:
        """Yield a family name from its first particle on: „de la Vega“, „Von Allmen“."""
        first = next((place for place, word in enumerate(words) if word.islower()), 0)
        if self.personal and first:
            name = words[first:]
            for spelling in (name, (name[0].capitalize(), *name[1:])):
                yield Phrase(spelling, self.reason, personal=True)


def entries(review: Review, dictionary: Iterable[str] = ()) -> list[NameEntry]:
    """Return the names and accepted words of ``review`` and of the writer's ``dictionary``.

    Of two entries with one word the first gives its reason. Raises FormError when the form is
    broken.
    """
    accepted = texts_of(review.fact(VOCABULARY_KEY))
    return [
        *_fact_names(review),
        *(NameEntry(text, Reason(ReasonKind.REVIEW)) for text in accepted),
        *(NameEntry(text, Reason(ReasonKind.DICTIONARY)) for text in dictionary),
    ]


def vocabulary_with(review: Review, word: str) -> list[Any]:
    """Return the accepted words of ``review`` as they are stored, and ``word`` if they lack it."""
    value = review.fact(VOCABULARY_KEY)
    words = value if isinstance(value, list) else [value] if value else []
    return words if word in map(str, words) else [*words, word]


def is_named(field: FactField) -> bool:
    """Tell whether the values of ``field`` are names: of people, works, labels and the like."""
    return field.kind.named and field.key not in _TECHNICAL


def is_particle(word: str) -> bool:
    """Tell whether ``word`` is an article or the like.

    Such a word of a title is not a name by itself: „The“ is right in a title, elsewhere it is not.
    """
    return word.casefold() in particles()


def texts_of(value: Any) -> Iterator[str]:
    """Yield the texts in a list of the front matter; a single one counts as a list of one."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str) and item.strip():
            yield item


def _fact_names(review: Review) -> Iterator[NameEntry]:
    for fact in review.form.facts:
        if not is_named(fact):
            continue
        value, reason = review.fact(fact.key), Reason(ReasonKind.NAME, fact.key, fact.label)
        for item in value if isinstance(value, list) else [value]:
            person = item if isinstance(item, dict) else {"name": item}
            for text in texts_of(person.get("name")):
                name = without_headline(text) if fact.key == _TITLE else text
                yield NameEntry(name, reason, personal=fact.kind.personal)
            for text in texts_of(person.get("role")):
                yield NameEntry(text, reason)


def _is_name(word: str) -> bool:
    capital = any(letter.isupper() for letter in word)
    return capital and len(word) >= SHORTEST_NAME and not is_particle(word)
