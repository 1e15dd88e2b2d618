"""Conversion between positions in code points (Python) and in UTF-16 units (Qt)."""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Positions:
    """Converts the positions of one text.

    Costs nothing for a text without characters beyond U+FFFF, each of which is two UTF-16 units.
    """

    def __init__(self, text: str) -> None:
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [position + index for index, position in enumerate(self._astral)]

    def utf16(self, code_points: int) -> int:
        """Return the UTF-16 position of a position in code points."""
        return code_points + bisect_left(self._astral, code_points)

    def code_points(self, utf16: int) -> int:
        """Return the position in code points of a UTF-16 position.

        A position inside a surrogate pair is taken as the one after it.
        """
        return utf16 - bisect_left(self._units, utf16)


def one_character_per_unit(text: str) -> str:
    """Return ``text`` with two characters for each one beyond U+FFFF.

    The spans of a regular expression in it are in UTF-16 units.
    """
    return _ASTRAL.sub("\ufffd\ufffd", text)
