"""Images that are dropped or pasted: a file, or image data without a file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from editor.errors import AttachmentError
from editor.storage import attachments

SUFFIXES = tuple(suffix for kind in attachments.IMAGE_FORMATS for suffix in kind.suffixes)
"""Suffixes of the image files that are accepted."""
_MOST_PIXELS = 120_000_000
"""More than any camera takes: such a file is broken, or meant to exhaust the memory."""
ImageInput = Path | QImage


@dataclass(frozen=True, slots=True)
class LoadedImage:
    """Bytes of an image, and the file that they were read from, if any."""

    data: bytes
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class ImageOffer:
    """An image for a section, and a function that inserts Markdown where it was dropped."""

    source: ImageInput
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


def read(source: ImageInput) -> LoadedImage:
    """Return the bytes of ``source``; an image without a file becomes a PNG.

    Slow, and safe outside the GUI thread. Raises AttachmentError.
    """
    if isinstance(source, Path):
        data = attachments.read_image(source)
        if _is_readable(data):
            _scaled_down(source, QSize(1, 1))
        return LoadedImage(data, source)
    buffer = QBuffer(array := QByteArray())
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    source.save(buffer, "PNG")  # type: ignore[call-overload]
    data = bytes(array.data())
    if len(data) > attachments.MAX_BYTES:
        raise attachments.too_large_error("aus der Zwischenablage", "from the clipboard")
    return LoadedImage(data)


def thumbnail(path: Path, size: QSize) -> QImage:
    """Return the image in ``path`` scaled down to ``size``, in the orientation of its metadata.

    It is null for a format that only the page can show. Slow, and safe outside the GUI thread.
    Raises AttachmentError.
    """
    return _scaled_down(path, size) if _is_readable(attachments.read_image(path)) else QImage()


def _is_readable(data: bytes) -> bool:
    """Return whether Qt reads the format of an image; browsers read more of them."""
    kind = attachments.image_media_type(data) or ""
    return kind.encode() in {name.data() for name in QImageReader.supportedMimeTypes()}


def _scaled_down(path: Path, size: QSize) -> QImage:
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    full_size = reader.size()
    if full_size.width() * full_size.height() > _MOST_PIXELS:
        raise attachments.too_large_error(path.name)
    if full_size.isValid():
        # An upright photo may be stored sideways: a square fits it in both orientations.
        side = max(size.width(), size.height())
        scaled = full_size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(scaled.boundedTo(full_size).expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        raise AttachmentError(
            f"Das Bild {path.name} ist beschädigt; bitte öffnen Sie es in einem Bildprogramm "
            "und sichern Sie es neu.",
            f"The picture {path.name} is damaged; please open it in an image editor and save it "
            "anew.",
        )
    return image
