"""Characters that no document may hold, whatever was pasted or decoded into a text."""

import re

_PLANE = 0x10000
_NONCHARACTERS = "".join(
    chr(end + last) for end in range(0, 0x110000, _PLANE) for last in (0xFFFE, 0xFFFF)
)
_BLANKS = re.compile(r"[ \t\n\r\u2028\u2029]+")
_FORBIDDEN = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff{_NONCHARACTERS}]"
)


def legal(text: str) -> str:
    """Return ``text`` without control characters, halves of surrogate pairs and noncharacters.

    They are what https://html.spec.whatwg.org/#preprocessing-the-input-stream calls an error.
    A byte order mark goes too: no text needs one inside, and pasting brings them.
    """
    return _FORBIDDEN.sub("", text)


def one_line(text: str) -> str:
    """Return ``text`` without forbidden characters and line breaks; no-break spaces stay."""
    return _BLANKS.sub(" ", legal(text)).strip(" ")
