"""The icon in macOS's ICNS format.

The file is a list of PNG images, each with a type for its size:
https://en.wikipedia.org/wiki/Apple_Icon_Image_format. Apple's guidelines for icons leave a margin
around the shape: 100 of 1024 pixels.
"""

import struct

from tools.icons.drawing import icon_png

ICNS_SIZES = {
    "ic11": 32,
    "ic12": 64,
    "ic07": 128,
    "ic13": 256,
    "ic08": 256,
    "ic14": 512,
    "ic09": 512,
    "ic10": 1024,
}
"""Sizes of the types of an image, in pixels.

The types of 16 and 32 pixels for a screen of 100 % are left out: as PNG, macOS does not show them
properly, and where they are missing it draws a larger one smaller."""
_MARGIN = 100 / 1024
_CHUNK = struct.Struct(">4sI")


def icns() -> bytes:
    """Return the bytes of an ICNS file with the icon in all of ``ICNS_SIZES``."""
    images = {size: icon_png(size, margin=_MARGIN) for size in set(ICNS_SIZES.values())}
    chunks = [_chunk(name, images[size]) for name, size in ICNS_SIZES.items()]
    return _chunk("icns", b"".join(chunks))


def _chunk(name: str, data: bytes) -> bytes:
    return _CHUNK.pack(name.encode("ascii"), _CHUNK.size + len(data)) + data
