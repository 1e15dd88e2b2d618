"""Case and accent folding, for comparing words."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=8192)
def fold_case(text: str) -> str:
    """Return ``text`` without accents and capitals: “Übergröße” becomes “ubergrosse”.

    Folding a second time changes nothing.
    """
    if text.isascii():
        return text.casefold()
    # Normalized twice: a mathematical “𝚨” has no small letter until it is a plain Alpha.
    letters = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
