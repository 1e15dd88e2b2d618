"""The icon in Windows' ICO format.

Images below 256 pixels are bitmaps, which every reader of ICO files knows, the largest is a PNG:
https://learn.microsoft.com/en-us/previous-versions/ms997538(v=msdn.10).
"""

import struct

from PySide6.QtCore import Qt

from tools.icons.drawing import icon_image, icon_png

ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 256)
"""Sizes of Windows' small, medium and large icons at 100 to 200 %, in pixels."""
_LARGEST = 256
"""Its width and height are written as 0."""
_DIRECTORY = struct.Struct("<HHH")
_ENTRY = struct.Struct("<BBBBHHII")
_HEADER = struct.Struct("<IiiHHIIiiII")


def ico() -> bytes:
    """Return the bytes of an ICO file with the icon in all of ``ICO_SIZES``."""
    images = [icon_png(size) if size == _LARGEST else _bitmap(size) for size in ICO_SIZES]
    entries = []
    position = _DIRECTORY.size + _ENTRY.size * len(images)
    for size, data in zip(ICO_SIZES, images, strict=True):
        # One plane of 32 bits.
        entries.append(
            _ENTRY.pack(size % _LARGEST, size % _LARGEST, 0, 0, 1, 32, len(data), position)
        )
        position += len(data)
    return b"".join((_DIRECTORY.pack(0, 1, len(images)), *entries, *images))


def _bitmap(size: int) -> bytes:
    """Return the icon as a bitmap without a file header: colours with alpha, and an empty mask."""
    # Rows of a bitmap go from the bottom up. Qt keeps ARGB32 as BGRA in memory, as bitmaps do.
    image = icon_image(size).flipped(Qt.Orientation.Vertical)
    # The mask has a bit for each pixel and rows of whole four bytes; alpha takes its place.
    mask = bytes((size + 31) // 32 * 4 * size)
    # The height is that of both together.
    header = _HEADER.pack(_HEADER.size, size, 2 * size, 1, 32, 0, size * size * 4, 0, 0, 0, 0)
    return header + bytes(image.constBits()) + mask
