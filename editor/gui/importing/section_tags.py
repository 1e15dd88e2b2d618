"""The tags that name a section beside a text, all alike; one that is in doubt asks."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from editor.gui.theme import Theme


class SectionTags:
    """Paints the tags of one form's sections."""

    def __init__(self, labels: list[str], theme: Theme, font: QFont) -> None:
        self._labels = labels
        self._theme = theme
        self._font = QFont(font)
        self._font.setPointSizeF(font.pointSizeF() * 0.85)
        metrics = QFontMetricsF(self._font)
        self.height = metrics.height() * 1.35
        self._label_width = max(map(metrics.horizontalAdvance, labels), default=0) + self.height
        # Behind the label there is room for the mark of doubt, a circle with a gap before it.
        self.width = self._label_width + self.height * 1.2

    def paint(self, painter: QPainter, area: QRectF, index: int, *, doubtful: bool) -> None:
        """Draw the tag of the section ``index`` at the top left of ``area``."""
        left, top = area.left(), area.top()
        pill = QRectF(left, top, self._label_width, self.height).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.save()
        painter.setFont(self._font)
        self._paint_pill(painter, pill, self._labels[index], "soft_ink", filled=False)
        if doubtful:
            mark = QRectF(left + self.width - self.height, top, self.height, self.height)
            self._paint_pill(painter, mark, "?", "spelling", filled=True)
        painter.restore()

    def text(self, index: int) -> str:
        """Return what the tag says."""
        return self._labels[index]

    def _paint_pill(
        self, painter: QPainter, area: QRectF, text: str, role: str, *, filled: bool
    ) -> None:
        colour = self._theme.color(role)
        painter.setPen(colour)
        painter.setBrush(colour if filled else self._theme.color("paper"))
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setPen(self._theme.color("on_accent" if filled else "ink"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
