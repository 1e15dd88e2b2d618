"""Images in data: URLs, decoded for formats that store them as files."""

import base64
import binascii
import struct
from collections.abc import Callable
from dataclasses import dataclass

from editor.export.image_sources import raster_type

_MARK = ";base64,"
_SUFFIXES = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}
"""Media types that documents can contain → suffix of the file."""


@dataclass(frozen=True, slots=True)
class ImageData:
    """An image; ``suffix`` is the suffix of its file, without a dot."""

    data: bytes
    suffix: str


def decode_image(src: str) -> ImageData | None:
    """Return the image in the data: URL ``src``, None when documents cannot contain it."""
    head, mark, coded = src.partition(_MARK)
    if not mark or not head.startswith("data:"):
        return None
    try:
        data = base64.b64decode(coded, validate=True)
    except binascii.Error:
        return None
    suffix = _SUFFIXES.get(raster_type(data) or "")
    return ImageData(data, suffix) if suffix else None


def image_size(picture_: ImageData) -> tuple[int, int] | None:
    """Return width and height of an image in pixels, None when its header is damaged."""
    try:
        width, height = _SIZES[picture_.suffix](picture_.data)
    except (struct.error, IndexError):
        return None
    return (width, height) if width and height else None


def _png(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from(">II", data, 16)
    return width, height


def _gif(data: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from("<HH", data, 6)
    return width, height


def _jpeg(data: bytes) -> tuple[int, int]:
    """Return the size in the frame header, see ITU-T T.81, B.2.2."""
    place = 2
    while not (_FIRST_FRAME <= data[place + 1] <= _LAST_FRAME and data[place + 1] not in _NO_FRAME):
        place += 2 + int(struct.unpack_from(">H", data, place + 2)[0])
    height, width = struct.unpack_from(">HH", data, place + 5)
    return width, height


def _webp(data: bytes) -> tuple[int, int]:
    """Return the size in the first chunk, see RFC 9649."""
    kind = data[12:16]
    if kind == b"VP8X":
        edges = struct.unpack_from("3s3s", data, 24)
        width, height = (int.from_bytes(edge, "little") + 1 for edge in edges)
        return width, height
    if kind == b"VP8L":
        bits = int(struct.unpack_from("<I", data, 21)[0])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack_from("<HH", data, 26)
    return width & 0x3FFF, height & 0x3FFF


_FIRST_FRAME, _LAST_FRAME = 0xC0, 0xCF
_NO_FRAME = frozenset({0xC4, 0xC8, 0xCC})
_SIZES: dict[str, Callable[[bytes], tuple[int, int]]] = {
    "png": _png,
    "gif": _gif,
    "jpg": _jpeg,
    "webp": _webp,
}
