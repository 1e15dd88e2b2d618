"""Code points ⇄ UTF-16 units, at the edge to Qt.

Python counts code points, QTextCursor counts UTF-16 units; a character beyond U+FFFF (an emoji)
is one of the former and two of the latter.
"""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Positions:
    """The conversion for one text; free for a text without characters beyond U+FFFF."""

    def __init__(self, text: str) -> None:
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [position + index for index, position in enumerate(self._astral)]

    def utf16(self, code_points: int) -> int:
        """Return the UTF-16 position of a position in code points."""
        return code_points + bisect_left(self._astral, code_points)

    def code_points(self, utf16: int) -> int:
        """Return the position in code points of a UTF-16 position; inside a pair counts after."""
        return utf16 - bisect_left(self._units, utf16)
