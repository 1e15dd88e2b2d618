"""Single English words in German sentences: „casual“, „Banter“, „Worker-Placement“."""

import re
from collections.abc import Sequence
from math import inf

from editor.languagetool.finding import Finding
from editor.proofing.languages.frequencies import ENGLISH, frequency
from editor.proofing.languages.noisy_channel import misspelling_probability

_LOAN = -3.0
"""Decimal logarithm of the share of unlisted English words in a German text."""
_LIKELIEST = -4.0
"""Frequency from which a word is no loan the likelier: „one“ is rather „ohne“."""
_SHORTEST = 3
_SHORTEST_PART = 4
"""Letters of each part of a compound without a hyphen: „Thrillride“."""
_FREQUENT = -5.5
"""Least frequency of each part of a compound."""
_SUGGESTIONS = 5
_PART = re.compile(r"[A-Za-z][a-z]*")


def is_loan_word(word: str, finding: Finding) -> bool:
    """Tell whether the unknown ``word`` is English and no German word is likelier.

    ``finding`` is LanguageTool's about the word. English are words that are frequent there (one in
    a million), and compounds of two or more of them, with hyphens or without.
    """
    english = _english(word)
    if english is None:
        return False
    suggestions = finding.replacements[:_SUGGESTIONS]
    if any(other.replace(" ", "").casefold() == word.casefold() for other in suggestions):
        return False
    likely = min(english, _LIKELIEST) + _LOAN
    return likely > misspelling_probability(word, suggestions, lowest=-inf)


def _english(word: str) -> float | None:
    """Return how frequent ``word`` or the rarest part of it is in English, None if it is not."""
    if len(word) < _SHORTEST or not all(map(_PART.fullmatch, word.split("-"))):
        return None
    if "-" in word:
        return _rarest(word.split("-"))
    places = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
    pairs = (_rarest((word[:at], word[at:])) for at in places)
    whole = frequency(word, ENGLISH)
    return max((pair for pair in pairs if pair), default=None) if whole is None else whole


def _rarest(parts: Sequence[str]) -> float | None:
    """Return the frequency of the rarest of ``parts``, None if one of them is not frequent."""
    shares = [frequency(part, ENGLISH) for part in parts]
    frequent = [share for share in shares if share is not None and share >= _FREQUENT]
    return min(frequent) if len(frequent) == len(parts) else None
