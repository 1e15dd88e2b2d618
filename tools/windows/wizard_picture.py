"""The picture beside the first and the last page of the installer."""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageWriter, QPainter

from tools.icons.drawing import icon_image

_WIDTH, _HEIGHT = 2 * 164, 2 * 314
"""Twice the size at 100 % that NSIS's wizard has: https://nsis.sourceforge.io/Docs/Modern%20UI%202/."""
_ICON = 240


def wizard_picture() -> bytes:
    """Return the icon on a field of its colour, as a BMP file of 24 bits."""
    icon = icon_image(_ICON)
    image = QImage(_WIDTH, _HEIGHT, QImage.Format.Format_RGB888)
    image.fill(icon.pixelColor(_ICON // 2, 1))
    painter = QPainter(image)
    painter.drawImage((_WIDTH - _ICON) // 2, (_HEIGHT - _ICON) // 3, icon)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"bmp").write(image)
    return bytes(buffer.data().data())
