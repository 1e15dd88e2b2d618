"""Characters that look like letters and are spelled otherwise: ligatures, accents apart, breaks.

They come from PDF files (ligatures, soft hyphens), from macOS (an umlaut as a letter and its
accent) and from web pages (invisible characters). A dictionary knows none of them.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_LETTER = "A-Za-z\u00c0-\u024f"
_APART = r"[^\W\d_][\u0300-\u036f\u3099\u309a]+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
"""A letter with its accents after it; the parts of a Korean syllable."""
# A joiner between letters keeps a ligature apart or together; in an emoji it means something.
_ODD = re.compile(
    rf"{_APART}|[\ufb00-\ufb06]"
    r"|[\u00ad\u200b\u200e\u200f\u2060\ufeff]+"
    rf"|(?<=[{_LETTER}])[\u200c\u200d]+(?=[{_LETTER}])"
)
_APART_LETTER = re.compile(_APART)


class OddLetters(NamedTuple):
    """Characters from ``start`` to ``end``, and the letters to read; none for an invisible one."""

    start: int
    end: int
    letters: str


def odd_letters(text: str, start: int, end: int) -> Iterator[OddLetters]:
    """Yield what is to be read otherwise in ``text`` from ``start`` to ``end``."""
    if text.isascii():
        return
    for match in _ODD.finditer(text, start, end):
        letters = _read(match[0])
        if letters != match[0]:
            yield OddLetters(*match.span(), letters)


def compose(text: str) -> str:
    """Return ``text`` with each letter and its accents as one character where there is one."""
    if text.isascii():
        return text
    return _APART_LETTER.sub(lambda match: unicodedata.normalize("NFC", match[0]), text)


def _read(odd: str) -> str:
    if "\ufb00" <= odd[0] <= "\ufb06":
        return unicodedata.normalize("NFKC", odd)
    return unicodedata.normalize("NFC", odd) if odd[0].isalpha() else ""
