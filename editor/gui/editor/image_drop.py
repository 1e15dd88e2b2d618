"""Pictures that are dropped or pasted: a file, or an image without one."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from editor.errors import AttachmentError
from editor.storage import attachments

SUFFIXES = tuple(suffix for kind in attachments.IMAGE_FORMATS for suffix in kind.suffixes)
"""Endings of the files that are taken."""
_MOST_PIXELS = 120_000_000
"""Larger than any camera makes: such a file is broken, or meant to fill the memory."""
ImageInput = Path | QImage


@dataclass(frozen=True, slots=True)
class LoadedImage:
    """A picture that was read: its bytes, and the file that it came from if there was one."""

    data: bytes
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class ImageOffer:
    """A picture for a section, and how its Markdown gets to where it was dropped or pasted."""

    source: ImageInput
    insert: Callable[[str], None]


def image_in(mime: QMimeData) -> ImageInput | None:
    """Return the picture that ``mime`` carries, None when it is something else.

    Text that comes with a picture of itself, as word processors copy it, is text.
    """
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    picture = next((file for file in files if file.suffix.lower() in SUFFIXES), None)
    if picture is not None:
        return picture
    if files or mime.hasText() or not mime.hasImage():
        return None
    image = mime.imageData()
    return image if isinstance(image, QImage) and not image.isNull() else None


def read(source: ImageInput) -> LoadedImage:
    """Return the bytes of ``source``; an image without a file becomes a PNG.

    Takes its time and is safe off the GUI thread. Raises AttachmentError.
    """
    if isinstance(source, Path):
        data = attachments.read_image(source)
        if _drawable(data):
            _shrunk(source, QSize(1, 1))
        return LoadedImage(data, source)
    buffer = QBuffer(array := QByteArray())
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    source.save(buffer, "PNG")  # type: ignore[call-overload]
    data = bytes(array.data())
    if len(data) > attachments.MAX_BYTES:
        raise attachments.too_large_error("aus der Zwischenablage", "from the clipboard")
    return LoadedImage(data)


def thumbnail(path: Path, size: QSize) -> QImage:
    """Return the picture in ``path`` shrunk to fit ``size``, turned as the camera was held.

    It is null for a kind that only the page can show. Takes its time and is safe off the GUI
    thread. Raises AttachmentError.
    """
    return _shrunk(path, size) if _drawable(attachments.read_image(path)) else QImage()


def _drawable(data: bytes) -> bool:
    """Tell whether this Qt reads the kind of picture; browsers know more of them."""
    kind = attachments.image_media_type(data) or ""
    return kind.encode() in {known.data() for known in QImageReader.supportedMimeTypes()}


def _shrunk(path: Path, size: QSize) -> QImage:
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    whole = reader.size()
    if whole.width() * whole.height() > _MOST_PIXELS:
        raise attachments.too_large_error(path.name)
    if whole.isValid():
        # A picture held upright is stored lying: the square keeps it within the size both ways.
        side = max(size.width(), size.height())
        fitted = whole.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(fitted.boundedTo(whole).expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        raise AttachmentError(
            f"Das Bild {path.name} ist beschädigt; bitte öffnen Sie es in einem Bildprogramm "
            "und sichern Sie es neu.",
            f"The picture {path.name} is damaged; please open it in an image editor and save it "
            "anew.",
        )
    return image
