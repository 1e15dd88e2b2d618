"""Bytes of images: read, previewed and scaled. Everything here is slow and thread-safe."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from editor.errors import AttachmentError
from editor.storage import attachments

ImageInput = Path | QImage
_MOST_PIXELS = 120_000_000
"""More than any camera takes: such a file is broken, or meant to exhaust the memory."""
_MAX_SOURCE_BYTES = 64 * 1024 * 1024
"""Largest file that is read to be scaled; photos of cameras are smaller."""
_LARGE_SIDE = 2_000
_LARGE_BYTES = 1_000_000
"""Longest side in pixels, and bytes, above which an image is offered in other sizes."""
_THUMBNAIL_SIDE = 240
_QUALITY = 88
_SCALABLE = {"image/jpeg": "jpeg", "image/png": "png", "image/webp": "webp"}
"""Media types that are scaled, with Qt's names for them. A GIF may move, Qt reads no AVIF."""
_LOSSY = ("image/jpeg", "image/webp")


class ImageSize(NamedTuple):
    """A size in which an image can be inserted: its id and its longest side in pixels."""

    id: str
    side: int


WEB, PRINT = ImageSize("web", 1_600), ImageSize("print", 3_000)
"""Twice the width of a page on the screen, and 25 cm at 300 dots per inch."""
ORIGINAL = "original"
"""Id of the size that an image has."""


@dataclass(frozen=True, slots=True)
class LoadedImage:
    """Bytes of an image, and the file that they were read from, if any."""

    data: bytes
    path: Path | None = None
    width: int = 0
    height: int = 0
    """Size in pixels as it is seen, 0 for a format that only the page can show."""
    thumbnail: QImage | None = None

    @property
    def sizes(self) -> tuple[ImageSize, ...]:
        """The sizes that are offered, smallest first; that of the image alone where it is small."""
        side = max(self.width, self.height)
        original = ImageSize(ORIGINAL, side)
        large = side > _LARGE_SIDE or len(self.data) > _LARGE_BYTES
        if not large or not self._is_scalable():
            return (original,)
        kept = (original,) if len(self.data) <= attachments.MAX_BYTES else ()
        return (*self._smaller(side), *kept)

    @property
    def has_choice(self) -> bool:
        """Whether there is a size other than the present one."""
        return self.sizes[0].id != ORIGINAL

    def seen_size(self, size: ImageSize) -> tuple[int, int]:
        """Return width and height in pixels of the image in ``size``."""
        longest = max(self.width, self.height, 1)
        side = min(size.side, longest)
        scale = side / longest
        return max(1, round(self.width * scale)), max(1, round(self.height * scale))

    def _smaller(self, side: int) -> Iterator[ImageSize]:
        too_large = len(self.data) > attachments.MAX_BYTES
        lossy = attachments.image_media_type(self.data) in _LOSSY
        if side > WEB.side or lossy or too_large:
            yield WEB
        if side > PRINT.side or (too_large and side > WEB.side):
            yield PRINT

    def _is_scalable(self) -> bool:
        kind = attachments.image_media_type(self.data)
        writable = {bytes(name.data()) for name in QImageWriter.supportedImageFormats()}
        return bool(self.width) and _SCALABLE.get(kind or "", "").encode() in writable


def read(source: ImageInput) -> LoadedImage:
    """Return the bytes of ``source``; an image without a file becomes a PNG.

    Raises AttachmentError.
    """
    if isinstance(source, Path):
        return _loaded(attachments.read_image(source, _MAX_SOURCE_BYTES), source)
    buffer = QBuffer(array := QByteArray())
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    source.save(buffer, "PNG")  # type: ignore[call-overload]
    return _loaded(bytes(array.data()), None)


def scaled(image: LoadedImage, size: ImageSize) -> LoadedImage:
    """Return ``image`` in ``size`` and upright, in the same format and colours.

    An image that would not become smaller stays as it is. Raises AttachmentError.
    """
    if size.id == ORIGINAL:
        return image
    picture = _decoded(image.data, QSize(size.side, size.side), image.path)
    buffer = QBuffer(array := QByteArray())
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    kind = attachments.image_media_type(image.data) or ""
    writer = QImageWriter(buffer, _SCALABLE[kind].encode())
    writer.setQuality(_QUALITY if kind in _LOSSY else -1)
    writer.setOptimizedWrite(True)
    written = writer.write(picture)
    data = bytes(array.data()) if written else image.data
    if len(data) > attachments.MAX_BYTES:
        raise _too_large(image.path)
    if len(data) >= len(image.data):
        return image
    return LoadedImage(data, image.path, picture.width(), picture.height(), image.thumbnail)


def thumbnail(path: Path, size: QSize) -> QImage:
    """Return the image in ``path`` scaled down to ``size``, in the orientation of its metadata.

    It is null for a format that only the page can show. Raises AttachmentError.
    """
    data = attachments.read_image(path)
    return _decoded(data, size, path) if _is_readable(data) else QImage()


def _loaded(data: bytes, path: Path | None) -> LoadedImage:
    if not _is_readable(data):
        image = LoadedImage(data, path)
    else:
        small = _decoded(data, QSize(_THUMBNAIL_SIDE, _THUMBNAIL_SIDE), path)
        reader, _buffer = _reader(data)
        size = reader.size()
        upright = (small.width() > small.height()) == (size.width() > size.height())
        size = size if upright else size.transposed()
        image = LoadedImage(data, path, size.width(), size.height(), small)
    if len(data) > attachments.MAX_BYTES and image.sizes[0].id == ORIGINAL:
        raise _too_large(path)
    return image


def _too_large(path: Path | None) -> AttachmentError:
    if path is None:
        return attachments.too_large_error("aus der Zwischenablage", "from the clipboard")
    return attachments.too_large_error(path.name)


def _is_readable(data: bytes) -> bool:
    """Return whether Qt reads the format of an image; browsers read more of them."""
    kind = attachments.image_media_type(data) or ""
    return kind.encode() in {name.data() for name in QImageReader.supportedMimeTypes()}


def _reader(data: bytes) -> tuple[QImageReader, QBuffer]:
    """Return a reader of ``data`` and its buffer, which has to live as long."""
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    return reader, buffer


def _decoded(data: bytes, size: QSize, path: Path | None) -> QImage:
    reader, _buffer = _reader(data)
    full_size = reader.size()
    if full_size.width() * full_size.height() > _MOST_PIXELS:
        raise _too_large(path)
    if full_size.isValid():
        # An upright photo may be stored sideways: a square fits it in both orientations.
        side = max(size.width(), size.height())
        fitting = full_size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(fitting.boundedTo(full_size).expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        name = path.name if path else "PNG"
        raise AttachmentError(
            f"Das Bild {name} ist beschädigt; bitte öffnen Sie es in einem Bildprogramm "
            "und sichern Sie es neu.",
            f"The picture {name} is damaged; please open it in an image editor and save it anew.",
        )
    return image
