"""The tags that name a section beside a text: a label, told apart by colour and by being filled."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from editor.gui.theme import Theme

_LOOKS = (
    ("soft_ink", False),
    ("accent", False),
    ("accent", True),
    ("good", True),
    ("good", False),
    ("style", True),
    ("style", False),
    ("soft_ink", True),
)
"""Colour role and whether the tag is filled, by the section's place in the form."""


class SectionTags:
    """Paints the tags of one form's sections."""

    def __init__(self, labels: list[str], font: QFont) -> None:
        self._labels = labels
        self._font = QFont(font)
        self._font.setPointSizeF(font.pointSizeF() * 0.85)
        metrics = QFontMetricsF(self._font)
        self.height = metrics.height() * 1.35
        self.width = max(map(metrics.horizontalAdvance, self._texts()), default=0) + self.height

    def paint(
        self, painter: QPainter, area: QRectF, index: int, theme: Theme, *, doubtful: bool
    ) -> None:
        """Draw the tag of the section ``index`` at the top left of ``area``."""
        role, filled = _LOOKS[index % len(_LOOKS)]
        colour = theme.color(role)
        pill = QRectF(area.left(), area.top(), self.width, self.height).adjusted(
            0.5, 0.5, -0.5, -0.5
        )
        painter.save()
        painter.setFont(self._font)
        painter.setPen(QPen(colour))
        painter.setBrush(colour if filled else theme.color("paper"))
        painter.drawRoundedRect(pill, self.height / 2, self.height / 2)
        painter.setPen(theme.color("on_accent") if filled else colour)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self.text(index, doubtful=doubtful))
        painter.restore()

    def text(self, index: int, *, doubtful: bool = False) -> str:
        """Return what the tag says; a doubtful one asks."""
        return f"{self._labels[index]} ?" if doubtful else self._labels[index]

    def _texts(self) -> list[str]:
        return [f"{label} ?" for label in self._labels]
