"""Fuzzy matching of a few letters with a text, ignoring case and diacritics."""

from editor.review.casefold import fold_case

_START, _INSIDE, _SCATTERED = 100, 60, 30
"""Scores of a word at the start of another, inside it, and of its letters in their order."""
_WRITTEN_OUT = (("ae", "a"), ("oe", "o"), ("ue", "u"))


def score(query: str, text: str) -> int | None:
    """Return how well ``query`` fits ``text``, None for not at all; every word has to fit.

    „ue“ may stand for „ü“, as on a keyboard without umlauts.
    """
    ground = fold_case(text)
    asked = fold_case(query)
    written = asked
    for long, short in _WRITTEN_OUT:
        written = written.replace(long, short)
    found = [value for form in {asked, written} if (value := _all(form, ground)) is not None]
    return max(found, default=None)


def _all(query: str, ground: str) -> int | None:
    values = [_word(word, ground) for word in query.split()]
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def _word(word: str, ground: str) -> int | None:
    at = f" {ground}".find(f" {word}")
    if at >= 0:
        return _START - min(at, _START - _INSIDE - 1)
    at = ground.find(word)
    if at >= 0:
        return _INSIDE - min(at, _INSIDE - _SCATTERED - 1)
    return _scattered(word, ground)


def _scattered(word: str, ground: str) -> int | None:
    """Return the score of the letters of ``word`` in their order, lower the wider apart."""
    place, gaps = -1, 0
    for letter in word:
        found = ground.find(letter, place + 1)
        if found < 0:
            return None
        gaps += found - place - 1 if place >= 0 else 0
        place = found
    return _SCATTERED - gaps if gaps < _SCATTERED // 2 else None
