"""The icon as pixels of a size."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from editor.paths import resource

_SIMPLER = 24
"""Largest side in pixels of the icons with fewer and larger shapes."""


def icon_drawing(size: int) -> Path:
    """Return the SVG file of the icon for a square of ``size`` pixels."""
    return resource("icons", "rezensent-small.svg" if size <= _SIMPLER else "rezensent.svg")


def icon_image(size: int, *, margin: float = 0.0) -> QImage:
    """Return the icon in a square of ``size`` pixels, with a transparent ``margin`` on each side.

    ``margin`` is a fraction of the size.
    """
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    inset = size * margin
    painter = QPainter(image)
    try:
        renderer = QSvgRenderer(str(icon_drawing(size)))
        renderer.render(painter, QRectF(inset, inset, size - 2 * inset, size - 2 * inset))
    finally:
        painter.end()
    return image.convertToFormat(QImage.Format.Format_ARGB32)


def icon_png(size: int, *, margin: float = 0.0) -> bytes:
    """Return ``icon_image`` as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(icon_image(size, margin=margin))
    return bytes(buffer.data().data())
