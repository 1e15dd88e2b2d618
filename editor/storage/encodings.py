"""In which encoding a text is, where it does not say so itself.

UTF-16 shows in the zeros of every other byte. Of the old encodings of one byte the right one is
the one in which what is not ASCII are the letters and signs of German.
"""

from dataclasses import dataclass

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", *_WIDE_MARKS)
"""Bytes with which a text tells that it is UTF-8, or UTF-16."""
_NAMES = {
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1252": "Windows-1252",
    "cp850": "DOS (850)",
    "mac_roman": "Mac Roman",
}
_OLD = ("cp1252", "cp850", "mac_roman")
LEGACY_ENCODINGS = frozenset(_NAMES[name] for name in _OLD)
"""Encodings of one byte for each character, by what people call them."""
_GERMAN = frozenset("äöüÄÖÜßéèàç„“”‚‘’»«–—…§°€\u00a0")
_NO_BREAK = "\u00a0"
_FEW = 2
"""Characters that are not ASCII in a text which has too few of them to tell anything."""
_SURE = 0.8
"""Share of German among what is not ASCII from which an old encoding is no guess any more."""
_WHOLE = 0.8
"""Share of whole characters among those of more than one byte in a text that is UTF-8 after all."""
_START = 512
_EASTERN = "\u2e80"
"""The first character of the scripts of the East, which no zero byte begins or ends."""


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text as it was read."""

    text: str
    encoding: str = ""
    """What people call its encoding, empty for UTF-8."""
    sure: bool = True
    """Whether it can hardly be another one."""
    lost: int = 0
    """Places that are no character; U+FFFD stands there."""


def decode(data: bytes) -> DecodedText | None:
    """Return ``data`` as text, None for what is none. A mark of UTF-8 stays at its beginning."""
    if data.startswith(_WIDE_MARKS):
        return _utf16(data, "utf-16")
    wide = _wide(data)
    reading = _utf16(data, wide) if wide else None
    if reading is not None and _latin_share(reading.text) >= _SURE:
        return reading
    whole = _utf8(data)
    if whole is not None:
        return whole
    return None if b"\0" in data else _old(data)


def decode_damaged(data: bytes) -> DecodedText | None:
    """Return ``data`` with U+FFFD where it is not UTF-8, None for what is no UTF-8 at all."""
    text = data.decode("utf-8", "replace")
    lost, wide = text.count("\ufffd"), sum(not character.isascii() for character in text)
    cut = lost == 1 and text.endswith("\ufffd")
    return DecodedText(text, lost=lost) if cut or (wide and wide - lost >= _WHOLE * wide) else None


def _utf8(data: bytes) -> DecodedText | None:
    try:
        return DecodedText(data.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _wide(data: bytes) -> str:
    """Return which UTF-16 it may be: half of the beginning is mostly zero; empty for none.

    That its first two characters are ASCII tells it from UTF-8 with zeros further on.
    """
    start = data[:_START]
    if start[1:4:2] == b"\0\0" and start[1::2].count(0) > len(start) // 4:
        return "utf-16-le"
    return "utf-16-be" if start[:3:2] == b"\0\0" and start[::2].count(0) > len(start) // 4 else ""


def _utf16(data: bytes, encoding: str) -> DecodedText | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else DecodedText(text, _NAMES[encoding])


def _old(data: bytes) -> DecodedText | None:
    readings = {name: data.decode(name, "replace") for name in _OLD}
    if _is_western(data, readings):
        return DecodedText(readings["cp1252"], _NAMES["cp1252"])
    # Of equals the first wins: Windows-1252 is by far the commonest.
    best = max(readings, key=lambda name: _german_share(readings[name]))
    text = readings[best]
    if "\ufffd" in text:
        return None
    return DecodedText(text, _NAMES[best], sure=_german_share(text) >= _SURE)


def _is_western(data: bytes, readings: dict[str, str]) -> bool:
    """Return whether there are a few letters of Windows-1252 and no reading has German.

    A no-break space of DOS is no German: nobody typed it there, and its byte is the letter „ÿ“ in
    Windows. A character of UTF-8 that the end of the file has cut is no letters either.
    """
    special = [character for character in readings["cp1252"] if not character.isascii()]
    german = _GERMAN.intersection("".join(readings.values()))
    dos_blank_only = german == {_NO_BREAK} and _NO_BREAK in readings["cp850"]
    few = len(special) <= _FEW and all(character.isalpha() for character in special)
    return few and (not german or dos_blank_only) and not _is_cut(data)


def _is_cut(data: bytes) -> bool:
    """Return whether ``data`` is UTF-8 up to a character that has begun."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return False


def _latin_share(text: str) -> float:
    """Return how many of the characters at the beginning are those of the Western scripts."""
    start = text[:_START]
    return sum(character < _EASTERN for character in start) / max(1, len(start))


def _german_share(text: str) -> float:
    special = [character for character in text if not character.isascii()]
    return sum(character in _GERMAN for character in special) / max(1, len(special))
