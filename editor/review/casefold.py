"""Words as they are compared where neither capitals nor accents count."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=8192)
def fold_case(text: str) -> str:
    """Return ``text`` without accents and capitals: what „Rene“ and „RENÉ“ have in common.

    „Übergröße“ becomes „ubergrosse“. Folding twice changes nothing more.
    """
    if text.isascii():
        return text.casefold()
    # Twice: a mathematical „𝚨“ has no small letter until it is an Alpha like any other.
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
