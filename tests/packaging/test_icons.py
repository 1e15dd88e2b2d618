"""The icons of Windows and macOS, as Qt's own readers of both formats see them."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QImageReader

from tools.icons.__main__ import write_icons
from tools.icons.drawing import icon_image
from tools.icons.icns import ICNS_SIZES
from tools.icons.ico import ICO_SIZES


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("icons") / "new"
    write_icons(target)
    return target


def test_the_icon_of_windows_has_every_size_and_is_what_the_drawing_is(folder: Path) -> None:
    images = _images(folder / "rezensent.ico", "ico")
    assert [image.width() for image in images] == list(ICO_SIZES)
    for image in images:
        drawing = icon_image(image.width()).convertToFormat(image.format())
        # Colours times alpha, which may be rounded either way.
        pairs = zip(image.constBits(), drawing.constBits(), strict=True)
        assert all(abs(one - other) <= 1 for one, other in pairs), image.width()


def test_small_images_of_windows_are_bitmaps_which_installers_can_read(folder: Path) -> None:
    data = (folder / "rezensent.ico").read_bytes()
    assert data.count(b"\x89PNG") == 1


def test_the_icon_of_macos_has_every_size_with_a_margin(folder: Path) -> None:
    images = _images(folder / "rezensent.icns", "icns")
    assert sorted(image.width() for image in images) == sorted(ICNS_SIZES.values())
    largest = max(images, key=QImage.width)
    edge, inside = largest.pixelColor(90, 512), largest.pixelColor(110, 512)
    assert edge.alpha() == 0
    assert inside == QColor("#1f5f8b")


def _images(path: Path, kind: str) -> list[QImage]:
    reader = QImageReader(str(path))
    assert reader.format() == kind.encode()
    images = []
    for number in range(reader.imageCount()):
        assert reader.jumpToImage(number)
        images.append(reader.read().convertToFormat(QImage.Format.Format_ARGB32_Premultiplied))
    return images
