"""Images that are dropped, pasted or chosen: a file, or image data without a file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

from editor.gui.editor.image_data import ImageInput
from editor.storage import attachments

SUFFIXES = tuple(suffix for kind in attachments.IMAGE_FORMATS for suffix in kind.suffixes)
"""Suffixes of the image files that are accepted."""


@dataclass(frozen=True, slots=True)
class ImageOffer:
    """An image for a section, and a function that inserts its Markdown near where it was dropped.

    Without a ``source`` the writer chooses a file first.
    """

    source: ImageInput | None
    insert: Callable[[str], None]


def image_in(mime: QMimeData) -> ImageInput | None:
    """Return the image that ``mime`` carries, or None.

    Text with an image of itself, as word processors copy it, counts as text.
    """
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    image_file = next((file for file in files if file.suffix.lower() in SUFFIXES), None)
    if image_file is not None:
        return image_file
    if files or mime.hasText() or not mime.hasImage():
        return None
    image = mime.imageData()
    return image if isinstance(image, QImage) and not image.isNull() else None
