import base64
import struct

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from editor.export.paged.data_images import ImageData, decode_image, image_size
from tests.export import golden

PNG = (golden.FOLDER / "bilder" / "lene.png").read_bytes()


def url(data: bytes, kind: str = "image/png") -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


def drawn(form: str, quality: int) -> bytes:
    image = QImage(300, 20, QImage.Format.Format_RGB32)
    image.fill(0xFF0000)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(form.encode()))
    writer.setQuality(quality)
    assert writer.write(image)
    return bytes(buffer.data().data())


def test_an_image_comes_back_as_it_went_in() -> None:
    assert decode_image(url(PNG)) == ImageData(PNG, "png")


@pytest.mark.parametrize(
    "src",
    [
        "",
        "bild.png",
        "https://a.example/;base64,AAAA",
        url(b"<svg/>", "image/svg+xml"),
        url(b"\0\0\0\x20ftypavif", "image/avif"),
        "data:image/png;base64,###",
        "data:image/png,x",
    ],
)
def test_what_a_document_cannot_hold_is_no_picture(src: str) -> None:
    assert decode_image(src) is None


@pytest.mark.parametrize(
    ("form", "quality"), [("PNG", -1), ("JPG", 80), ("WEBP", 50), ("WEBP", 100)]
)
def test_the_size_is_read_from_the_head(form: str, quality: int) -> None:
    found = decode_image(url(drawn(form, quality)))
    assert found is not None
    assert image_size(found) == (300, 20)


def test_the_size_of_other_kinds_is_read_too() -> None:
    assert image_size(ImageData(b"GIF89a" + struct.pack("<HH", 300, 20), "gif")) == (300, 20)
    extended = b"RIFF\0\0\0\0WEBPVP8X" + bytes(8)
    extended += (299).to_bytes(3, "little") + (19).to_bytes(3, "little")
    assert image_size(ImageData(extended, "webp")) == (300, 20)


@pytest.mark.parametrize("suffix", ["png", "gif", "jpg", "webp"])
@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff", b"RIFF\0\0\0\0WEBPVP8X", bytes(40)])
def test_a_damaged_head_has_no_size(suffix: str, data: bytes) -> None:
    assert image_size(ImageData(data, suffix)) is None
