"""Frequencies of words in several languages, from the package wordfreq.

Frequencies are decimal logarithms of a word's share in all words of a language: -3 is one word in
a thousand. The lists have words down to -6, in small letters. A list takes about 20 ms to load and
4 MB, so it is loaded when the first text needs it.
"""

from collections.abc import Mapping
from functools import cache
from math import log10

from editor.proofing.names.inflection import normalize_word

GERMAN = "de"
ENGLISH = "en"
FOREIGN = (ENGLISH, "fr", "es", "it", "pt", "nl", "sv", "da", "nb")
"""Languages other than German that passages are recognized in, as ISO 639 codes."""


def frequency(word: str, language: str) -> float | None:
    """Return the frequency of ``word`` in any capitals, None if it is too rare to be listed.

    A word of several parts („l'amour“, „power-up“) is as frequent as its rarest part.
    """
    words, folded = _words(language), normalize_word(word).casefold()
    share = words.get(folded)
    if share is None and ("'" in folded or "-" in folded):
        parts = [part for part in folded.replace("-", "'").split("'") if part]
        shares = [words.get(part) for part in parts]
        known = [part for part in shares if part is not None]
        share = min(known) if known and len(known) == len(shares) else None
    return None if share is None else log10(share)


@cache
def _words(language: str) -> Mapping[str, float]:
    # Importing the package takes longer than a list.
    from wordfreq import get_frequency_dict  # noqa: PLC0415

    return get_frequency_dict(language, wordlist="small")
