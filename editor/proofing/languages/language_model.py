"""Probabilities of the words of a text in German and in other languages.

Probabilities are decimal logarithms. A word is as probable in a language as it is frequent there.
For words that a list lacks the figures below were set by hand, on reviews whose passages are known:
what matters is the difference between two languages, summed over the words of a passage.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from editor.proofing.languages.frequencies import FOREIGN, GERMAN, frequency
from editor.proofing.languages.noisy_channel import RARE, is_slip, misspelling_probability
from editor.proofing.languages.romaji import is_romaji

JAPANESE = "ja"
OTHER = "und"
"""Any other language, or a dialect: ISO 639 calls it undetermined."""

_STRANGE = -9.0
"""A word that is hardly in a language: LanguageTool's German has it, or it has an umlaut."""
_UNLISTED = -7.5
"""A foreign word that LanguageTool does not know either; capitalised it is as probable as RARE."""
_COINED = -8.0
"""A German word in small letters that LanguageTool does not know."""
_TIE = 0.05
"""Advantage of German for unknown capitalised words: most are names, which are in no language."""
_CLEARLY = 1.5
"""Difference between two languages by which a known word speaks for one of them."""
_SYLLABLES = -4.5
"""An unknown word of Japanese syllables."""
_UMLAUTS = re.compile("[äöüßÄÖÜ]")


class Word(NamedTuple):
    """A word at its place in a paragraph, in code points."""

    start: int
    end: int
    text: str
    edge: bool
    """Whether a sentence, a quotation, italics or the like begin or end before the word."""
    suggestions: tuple[str, ...] | None
    """LanguageTool's suggestions, None for a word that it knows."""

    @property
    def unknown(self) -> bool:
        """Whether LanguageTool does not know the word."""
        return self.suggestions is not None


def possible_languages(words: Sequence[Word]) -> list[str]:
    """Return German and the languages that some word of ``words`` speaks for."""
    listed = [language for language in FOREIGN if any(_suggests(word, language) for word in words)]
    romaji = any(word.unknown and is_romaji(word.text.casefold()) for word in words)
    return [GERMAN, OTHER, *listed, *([JAPANESE] if romaji else [])]


def _suggests(word: Word, language: str) -> bool:
    listed = frequency(word.text, language)
    return listed is not None and (word.unknown or listed > _in_german(word) + _CLEARLY)


def is_listed(word: str, language: str) -> bool:
    """Tell whether a foreign ``language`` has ``word``; one without a list may have any word.

    A number is in no language.
    """
    if not word[0].isalpha():
        return False
    if language == JAPANESE:
        return is_romaji(word.casefold())
    return language == OTHER or frequency(word, language) is not None


def probability(word: Word, language: str) -> float:
    """Return the probability of ``word`` in ``language``."""
    if language == GERMAN:
        return _in_german(word)
    if language == OTHER:
        return _in_other(word)
    unlisted = RARE if _is_name(word) else _UNLISTED
    if language == JAPANESE:
        likely = _SYLLABLES if is_romaji(word.text.casefold()) else unlisted
        return likely if word.unknown else _STRANGE
    listed = frequency(word.text, language)
    if listed is not None:
        return listed
    return unlisted if word.unknown and not _UMLAUTS.search(word.text) else _STRANGE


def _in_german(word: Word) -> float:
    if word.suggestions is None:
        listed = frequency(word.text, GERMAN)
        return RARE if listed is None else listed
    lowest = RARE + _TIE if _is_name(word) else _COINED
    return misspelling_probability(word.text, word.suggestions, lowest)


def _in_other(word: Word) -> float:
    if word.suggestions is None or is_slip(word.text, word.suggestions):
        return _STRANGE
    return RARE


def _is_name(word: Word) -> bool:
    return word.unknown and not word.text[0].islower()
