"""Image sources: map the image addresses of a review to those that an exported page uses."""

import base64
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

from editor.storage import attachments

ImageSource = Callable[[str], str | None]
"""Maps the address of an image as written to the one to use. None leaves the image out; its
alternative text remains."""

MAX_IMAGE_BYTES = attachments.MAX_BYTES


def no_images(_src: str) -> None:
    """Leave out every image: the image source of a review without a folder."""


def embedded_images(folder: Path) -> ImageSource:
    """Return an image source that embeds raster images below ``folder`` as data: URLs."""

    def source(src: str) -> str | None:
        path = find_image_file(folder, src)
        data = _read(path) if path else b""
        kind = raster_type(data)
        return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}" if kind else None

    return source


def find_image_file(folder: Path, src: str) -> Path | None:
    """Return the regular file below ``folder`` that ``src`` names, with symbolic links resolved.

    None when there is no such file, or when a link leads out of the folder.
    """
    name = find_image_name(folder, src)
    return None if name is None else (folder / name).resolve()


def find_image_name(folder: Path, src: str) -> str | None:
    """Return the name of such a file relative to ``folder``: ``src`` as written or percent-decoded.

    None as for ``find_image_file``.
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
    """Return the media type of a raster image by its first bytes, None for any other data."""
    return attachments.image_media_type(data)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes() if path.stat().st_size <= MAX_IMAGE_BYTES else b""
    except OSError:
        return b""
