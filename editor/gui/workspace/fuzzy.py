"""Fuzzy matching of a few letters with a text, ignoring case and diacritics."""

from editor.review.casefold import fold_case

_START, _INSIDE, _SCATTERED = 100, 60, 30
"""Scores of a word at the start of another, inside it, and of its letters in their order."""
_WRITTEN_OUT = (("ae", "a"), ("oe", "o"), ("ue", "u"))
"""Umlauts as they are typed without their keys → as folding leaves them."""


def score(query: str, text: str) -> int | None:
    """Return how well ``query`` matches ``text``, or None unless every word of it matches.

    “ue” also matches “ü”, for keyboards without umlauts.
    """
    folded_text = fold_case(text)
    folded_query = fold_case(query)
    with_umlauts = folded_query
    for long, short in _WRITTEN_OUT:
        with_umlauts = with_umlauts.replace(long, short)
    scores = (_score_words(form, folded_text) for form in {folded_query, with_umlauts})
    return max((value for value in scores if value is not None), default=None)


def _score_words(query: str, text: str) -> int | None:
    total = 0
    for word in query.split():
        value = _score_word(word, text)
        if value is None:
            return None
        total += value
    return total


def _score_word(word: str, text: str) -> int | None:
    at = f" {text}".find(f" {word}")
    if at >= 0:
        return _START - min(at, _START - _INSIDE - 1)
    at = text.find(word)
    if at >= 0:
        return _INSIDE - min(at, _INSIDE - _SCATTERED - 1)
    return _score_letters(word, text)


def _score_letters(word: str, text: str) -> int | None:
    """Return the score of the letters of ``word`` in their order, lower the wider apart."""
    place, gaps = -1, 0
    for letter in word:
        following = text.find(letter, place + 1)
        if following < 0:
            return None
        gaps += following - place - 1 if place >= 0 else 0
        place = following
    return _SCATTERED - gaps if gaps < _SCATTERED // 2 else None
