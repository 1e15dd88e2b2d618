"""Where the pictures of a page come from: an exported page carries them, and loads nothing."""

import base64
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

from editor.storage import attachments

ImageSource = Callable[[str], str | None]
"""Maps an image's address as it is written to the one to use, or to None: it is not shown then,
and its alternative text remains."""

MAX_IMAGE_BYTES = attachments.MAX_BYTES


def no_images(_src: str) -> None:
    """Show no image at all."""


def embedded_images(folder: Path) -> ImageSource:
    """Return the source that puts raster images below ``folder`` into the page as data: URLs."""

    def source(src: str) -> str | None:
        path = find_image_file(folder, src)
        data = _read(path) if path else b""
        kind = raster_type(data)
        return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}" if kind else None

    return source


def find_image_file(folder: Path, src: str) -> Path | None:
    """Return the regular file that ``src`` names below ``folder``, symbolic links followed.

    None when there is no such file, or when it lies elsewhere in truth.
    """
    name = find_image_name(folder, src)
    return None if name is None else (folder / name).resolve()


def find_image_name(folder: Path, src: str) -> str | None:
    """Return the name below ``folder`` by which ``src`` leads to such a file: as it is or decoded.

    None as above.
    """
    for name in dict.fromkeys((src, unquote(src))):
        try:
            path = (folder / name).resolve()
            if path.is_file() and path.is_relative_to(folder.resolve()):
                return name
        except (OSError, ValueError, RuntimeError):  # too long, a null character, a circle of links
            continue
    return None


def raster_type(data: bytes) -> str | None:
    """Return the media type of a raster image by its first bytes, None for anything else."""
    return attachments.image_media_type(data)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.stat().st_size <= MAX_IMAGE_BYTES else b""
    except OSError:
        return b""
