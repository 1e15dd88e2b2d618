"""Raster images by their first bytes: what a page may show, whatever a file is called."""

MAX_BYTES = 8 * 1024 * 1024
"""Larger files are not embedded: a page with them opens slowly, and few editors take it."""

_SIGNATURES = (
    ("image/png", 0, (b"\x89PNG\r\n\x1a\n",)),
    ("image/jpeg", 0, (b"\xff\xd8\xff",)),
    ("image/gif", 0, (b"GIF87a", b"GIF89a")),
    ("image/webp", 8, (b"WEBP",)),
    ("image/avif", 4, (b"ftypavif", b"ftypavis")),
)
_RIFF = b"RIFF"
SUFFIXES = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/avif": ".avif",
}


def raster_type(data: bytes) -> str | None:
    """Return the media type of a raster image by its first bytes, None for anything else."""
    for kind, offset, signatures in _SIGNATURES:
        if data[offset:].startswith(signatures) and (kind != "image/webp" or data[:4] == _RIFF):
            return kind
    return None
