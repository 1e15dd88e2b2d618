"""Detection of the encoding of German texts.

UTF-16 is recognised by its zero bytes. Of the legacy encodings, the one is chosen in which the
characters outside ASCII are letters and punctuation marks of German.
"""

from dataclasses import dataclass

_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", *_WIDE_MARKS)
"""Byte order marks of UTF-8 and UTF-16."""
_NAMES = {
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1252": "Windows-1252",
    "cp850": "DOS (850)",
    "mac_roman": "Mac Roman",
}
_LEGACY = ("cp1252", "cp850", "mac_roman")
LEGACY_ENCODINGS = frozenset(_NAMES[name] for name in _LEGACY)
"""Names of the encodings with one byte per character, as shown to people."""
_GERMAN = frozenset("äöüÄÖÜßéèàç„“”‚‘’»«–—…§°€\u00a0")
_NO_BREAK = "\u00a0"
_FEW = 2
"""Characters outside ASCII that are too few to decide by."""
_SURE = 0.8
"""Share of German among the characters outside ASCII from which a legacy encoding is certain."""
_WHOLE = 0.8
"""Share of valid multi-byte characters from which a damaged text counts as UTF-8."""
_START = 512
"""Bytes or characters at the beginning by which UTF-16 is recognised."""
_EASTERN = "\u2e80"
"""First character of the East Asian scripts, whose characters have no zero byte in UTF-16."""


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text with its detected encoding."""

    text: str
    encoding: str = ""
    """Name of the encoding as shown to people, empty for UTF-8."""
    sure: bool = True
    """Whether another encoding is improbable."""
    lost: int = 0
    """Number of invalid bytes or sequences, replaced by U+FFFD."""


def decode(data: bytes) -> DecodedText | None:
    """Return ``data`` as text, None when it is not text. A byte order mark of UTF-8 is kept."""
    if data.startswith(_WIDE_MARKS):
        return _decode_utf16(data, "utf-16")
    byte_order = _utf16_byte_order(data)
    decoded = _decode_utf16(data, byte_order) if byte_order else None
    if decoded is not None and _latin_share(decoded.text) >= _SURE:
        return decoded
    decoded = _decode_utf8(data)
    if decoded is not None:
        return decoded
    return None if b"\0" in data else _decode_legacy(data)


def decode_damaged(data: bytes) -> DecodedText | None:
    """Return damaged UTF-8 with U+FFFD for what is invalid, None when it is not UTF-8 at all."""
    text = data.decode("utf-8", "replace")
    lost, wide = text.count("\ufffd"), sum(not character.isascii() for character in text)
    cut = lost == 1 and text.endswith("\ufffd")
    return DecodedText(text, lost=lost) if cut or (wide and wide - lost >= _WHOLE * wide) else None


def _decode_utf8(data: bytes) -> DecodedText | None:
    try:
        return DecodedText(data.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _utf16_byte_order(data: bytes) -> str:
    """Return the byte order of possible UTF-16, whose every other byte is mostly zero, or "".

    Its first two characters must be ASCII, as opposed to UTF-8 with zero bytes further on.
    """
    start = data[:_START]
    if start[1:4:2] == b"\0\0" and start[1::2].count(0) > len(start) // 4:
        return "utf-16-le"
    return "utf-16-be" if start[:3:2] == b"\0\0" and start[::2].count(0) > len(start) // 4 else ""


def _decode_utf16(data: bytes, encoding: str) -> DecodedText | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else DecodedText(text, _NAMES[encoding])


def _decode_legacy(data: bytes) -> DecodedText | None:
    readings = {name: data.decode(name, "replace") for name in _LEGACY}
    if _is_western(data, readings):
        return DecodedText(readings["cp1252"], _NAMES["cp1252"])
    # Among equals the first wins: Windows-1252 is by far the most common.
    best = max(readings, key=lambda name: _german_share(readings[name]))
    text = readings[best]
    if "\ufffd" in text:
        return None
    return DecodedText(text, _NAMES[best], sure=_german_share(text) >= _SURE)


def _is_western(data: bytes, readings: dict[str, str]) -> bool:
    """Return whether there are a few letters of Windows-1252, and no reading has German ones.

    A no-break space of DOS does not count as German: it was hardly ever typed there, and its byte
    is the letter “ÿ” in Windows-1252. Nor is a UTF-8 character cut by the end of the file a letter.
    """
    special = [character for character in readings["cp1252"] if not character.isascii()]
    german = _GERMAN.intersection("".join(readings.values()))
    dos_blank_only = german == {_NO_BREAK} and _NO_BREAK in readings["cp850"]
    few = len(special) <= _FEW and all(character.isalpha() for character in special)
    return few and (not german or dos_blank_only) and not _is_cut(data)


def _is_cut(data: bytes) -> bool:
    """Return whether ``data`` is UTF-8 with an incomplete last character."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason == "unexpected end of data"
    return False


def _latin_share(text: str) -> float:
    """Return the share of characters of Western scripts at the beginning."""
    start = text[:_START]
    return sum(character < _EASTERN for character in start) / max(1, len(start))


def _german_share(text: str) -> float:
    special = [character for character in text if not character.isascii()]
    return sum(character in _GERMAN for character in special) / max(1, len(special))
