"""Raster images by their first bytes: what a page may show, whatever a file is called."""

from dataclasses import dataclass

MAX_BYTES = 8 * 1024 * 1024
"""Larger files are not embedded: a page with them opens slowly, and few editors take it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of picture that every browser shows."""

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    """Endings of its files; the first one is for new files."""
    offset: int
    """Bytes before the signature."""
    signatures: tuple[bytes, ...]


KINDS = (
    Kind("JPEG", "image/jpeg", (".jpg", ".jpeg", ".jpe"), 0, (b"\xff\xd8\xff",)),
    Kind("PNG", "image/png", (".png",), 0, (b"\x89PNG\r\n\x1a\n",)),
    Kind("WebP", "image/webp", (".webp",), 8, (b"WEBP",)),
    Kind("GIF", "image/gif", (".gif",), 0, (b"GIF87a", b"GIF89a")),
    Kind("AVIF", "image/avif", (".avif",), 4, (b"ftypavif", b"ftypavis")),
)
"""All that can be chosen, in the order in which they are named."""
SUFFIXES = {kind.media_type: kind.suffixes[0] for kind in KINDS}
_RIFF = b"RIFF"


def raster_type(data: bytes) -> str | None:
    """Return the media type of a raster image by its first bytes, None for anything else."""
    for kind in KINDS:
        if data[kind.offset :].startswith(kind.signatures) and (
            kind.media_type != "image/webp" or data[:4] == _RIFF
        ):
            return kind.media_type
    return None
