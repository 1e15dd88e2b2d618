"""Geometry and painting of a rating: stars or a rail, and a number."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from editor.gui.form.rating_text import format_rating
from editor.gui.theme import Theme
from editor.review.rating import RatingScale

_STAR = (
    *((0.50, 0.03), (0.62, 0.37), (0.98, 0.38), (0.69, 0.60), (0.80, 0.95)),
    *((0.50, 0.74), (0.20, 0.95), (0.31, 0.60), (0.02, 0.38), (0.38, 0.37)),
)
"""Corners of a star in a square with sides of length 1."""
_STAR_SIZE = 0.82
"""Height of a star in line heights."""
_STAR_DISTANCE = 1.08
"""Distance of the left edges of two stars in heights of a star."""
_RAIL = 6.0
"""Length of the rail in line heights: long enough to point at one of a hundred steps."""
_RAIL_HEIGHT = 0.4
"""Height of the rail in heights of a star."""


class RatingPainter(NamedTuple):
    """Paints ratings on one scale; a scale without stars is painted as a rail."""

    scale: RatingScale
    line_height: int
    """In device-independent pixels, as all lengths here."""

    @property
    def width(self) -> float:
        """Width of stars or rail."""
        stars = self.scale.star_count
        if stars:
            return self._star_size * _STAR_DISTANCE * stars
        return self.line_height * _RAIL

    @property
    def longest_text(self) -> str:
        """The longest text beside the stars or the rail."""
        before_best = self.scale.round(self.scale.best - self.scale.step)
        numbers = (format_rating(self.scale.best), format_rating(before_best), "–")
        return self._with_best(max(numbers, key=len))

    def value_at(self, x: float) -> float | None:
        """Return the rating that a click at ``x`` sets, None beside stars and rail."""
        if x > self.width:
            return None
        exact = x / self.width * self.scale.best
        # A click within a step sets the whole step: round up.
        step = self.scale.step
        return self.scale.round(max(step, -(-exact // step) * step))

    def paint(self, painter: QPainter, area: QRect, value: float | None, theme: Theme) -> None:
        """Paint ``value``, None for no rating, in ``area``, whose top left corner is the origin."""
        painter.setPen(Qt.PenStyle.NoPen)
        for index in range(self.scale.star_count):
            self._paint_star(painter, area, index, (value or 0) - index, theme)
        if not self.scale.star_count:
            self._paint_rail(painter, area, (value or 0) / self.scale.best, theme)
        painter.setPen(theme.color("soft_ink"))
        right = area.adjusted(round(self.width) + 4, 0, -2, 0)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(
            right, align, self._with_best("–" if value is None else format_rating(value))
        )

    @property
    def _star_size(self) -> float:
        return self.line_height * _STAR_SIZE

    def _paint_rail(self, painter: QPainter, area: QRect, share: float, theme: Theme) -> None:
        height = self._star_size * _RAIL_HEIGHT
        rail = QRectF(0, (area.height() - height) / 2, self.width, height)
        painter.setBrush(theme.color("star_empty"))
        painter.drawRoundedRect(rail, height / 2, height / 2)
        painter.save()
        painter.setClipRect(rail.adjusted(0, 0, rail.width() * (min(share, 1.0) - 1), 0))
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(rail, height / 2, height / 2)
        painter.restore()

    def _paint_star(
        self, painter: QPainter, area: QRect, index: int, fill: float, theme: Theme
    ) -> None:
        size = self._star_size
        left, top = index * size * _STAR_DISTANCE, (area.height() - size) / 2
        star = QPolygonF([QPointF(left + x * size, top + y * size) for x, y in _STAR])
        painter.setBrush(theme.color("star_empty"))
        painter.drawPolygon(star)
        if fill > 0:
            painter.save()
            painter.setClipRect(QRectF(left, 0, size * min(fill, 1.0), area.height()))
            painter.setBrush(theme.color("accent"))
            painter.drawPolygon(star)
            painter.restore()

    def _with_best(self, number: str) -> str:
        if self.scale.unit == "%":
            return f"{number} %"
        return f"{number} / {format_rating(self.scale.best)}"
