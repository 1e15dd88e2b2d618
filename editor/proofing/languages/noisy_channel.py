"""Probability that a word which LanguageTool does not know is a misspelled German one.

After the noisy channel model: the probability of a word that LanguageTool suggests, times that of
the slips between the two (Kernighan, Church and Gale, A Spelling Correction Program Based on a
Noisy Channel Model, 1990). Probabilities are decimal logarithms.
"""

from collections.abc import Iterable

from editor.proofing.languages.frequencies import GERMAN, frequency
from editor.proofing.names.inflection import edit_distance

RARE = -6.5
"""A word that LanguageTool knows and wordfreq does not."""
_EDIT = -2.5
"""A letter that is wrong."""
_CASE = -2.0
"""Small letters where a capital is due, or the other way round."""


def misspelling_probability(word: str, suggestions: Iterable[str], lowest: float) -> float:
    """Return the probability of ``word`` as a slip of a suggestion, at least ``lowest``."""
    return max([lowest, *(_slip_probability(word, meant) for meant in suggestions)])


def _slip_probability(word: str, meant: str) -> float:
    listed = frequency(meant, GERMAN)
    edits = edit_distance(word.casefold(), meant.casefold())
    return (RARE if listed is None else listed) + (_EDIT * edits or _CASE)
