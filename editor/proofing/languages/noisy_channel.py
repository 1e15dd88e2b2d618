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
_SPELLING = -2.0
"""Other capitals than are due, or „ue“ for „ü“ and the like."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


def misspelling_probability(word: str, suggestions: Iterable[str], lowest: float) -> float:
    """Return the probability of ``word`` as a slip of a suggestion, at least ``lowest``."""
    return max([lowest, *(_slip_probability(word, meant) for meant in suggestions)])


def is_slip(word: str, suggestions: Iterable[str]) -> bool:
    """Tell whether ``word`` differs from a suggestion by one letter at most."""
    return any(_edits(word, meant) <= 1 for meant in suggestions)


def _slip_probability(word: str, meant: str) -> float:
    listed = frequency(meant, GERMAN)
    edits = _edits(word, meant)
    return (RARE if listed is None else listed) + (_EDIT * edits or _SPELLING)


def _edits(word: str, meant: str) -> int:
    return edit_distance(_folded(word), _folded(meant))


def _folded(word: str) -> str:
    return word.casefold().translate(_UMLAUTS)
