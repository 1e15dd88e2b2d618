"""Large images are scaled in their format, upright and never to a larger file."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageIOHandler, QImageReader, QImageWriter

from editor.errors import AttachmentError
from editor.gui.editor import image_data
from editor.gui.editor.image_data import ORIGINAL, PRINT, WEB, LoadedImage
from editor.storage import attachments


def photo(path: Path, width: int, height: int, *, sideways: bool = False) -> Path:
    """Write a picture with a green left edge; one that is stored ``sideways`` says so."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#446688"))
    for x in range(width // 10):
        for y in range(0, height, 1):
            image.setPixelColor(x, y, QColor("#00ff00"))
    writer = QImageWriter(str(path))
    if sideways:
        writer.setTransformation(QImageIOHandler.Transformation.TransformationRotate90)
    assert writer.write(image)
    return path


def opened(image: LoadedImage) -> QImage:
    picture = QImage()
    assert picture.loadFromData(image.data)
    return picture


def test_small_image_has_no_choice(tmp_path: Path) -> None:
    image = image_data.read(photo(tmp_path / "a.jpg", 300, 200))
    assert (image.width, image.height) == (300, 200)
    assert not image.has_choice
    assert image_data.scaled(image, image.sizes[0]) is image


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp"])
def test_large_image_is_scaled_in_its_format(tmp_path: Path, suffix: str) -> None:
    image = image_data.read(photo(tmp_path / f"a.{suffix}", 3_200, 160))
    assert [size.id for size in image.sizes] == [WEB.id, PRINT.id, ORIGINAL]
    new = image_data.scaled(image, WEB)
    assert (new.width, new.height) == (1_600, 80)
    assert opened(new).size() == QSize(1_600, 80)
    assert attachments.image_media_type(new.data) == attachments.image_media_type(image.data)
    assert len(new.data) < len(image.data)


def test_photo_that_is_stored_sideways_stays_upright(tmp_path: Path) -> None:
    image = image_data.read(photo(tmp_path / "a.jpg", 2_400, 120, sideways=True))
    assert (image.width, image.height) == (120, 2_400)
    assert image.seen_size(WEB) == (80, 1_600)
    new = image_data.scaled(image, WEB)
    buffer = QBuffer()
    buffer.setData(new.data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    assert reader.transformation() == QImageIOHandler.Transformation.TransformationNone
    picture = reader.read()
    assert picture.size() == QSize(80, 1_600)
    assert picture.pixelColor(40, 20).green() > 200
    assert picture.pixelColor(40, 1_500).green() < 150


def test_moving_picture_is_never_scaled(tmp_path: Path) -> None:
    (tmp_path / "a.gif").write_bytes(b"GIF89a" + bytes(2_000_000))
    data = (tmp_path / "a.gif").read_bytes()
    assert [size.id for size in LoadedImage(data, None, 3_000, 3_000).sizes] == [ORIGINAL]


def test_image_above_the_limit_is_offered_smaller_only() -> None:
    data = b"\xff\xd8\xff" + bytes(attachments.MAX_BYTES)
    assert [size.id for size in LoadedImage(data, None, 6_000, 4_000).sizes] == [WEB.id, PRINT.id]


def test_pasted_image_is_offered_in_sizes_as_well() -> None:
    image = QImage(2_600, 130, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    loaded = image_data.read(image)
    assert loaded.has_choice
    assert opened(image_data.scaled(loaded, WEB)).width() == 1_600


def test_damaged_image_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    with pytest.raises(AttachmentError, match="beschädigt"):
        image_data.read(tmp_path / "a.png")
