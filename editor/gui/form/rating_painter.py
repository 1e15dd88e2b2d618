"""Geometry and painting of a rating: stars or a rail, and a number."""

import math
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from editor.gui.form.rating_text import RatingDetail, shown_rating
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
_OUTLINE = 1.2
"""Width of the outline of an empty star, in device-independent pixels."""
_RAIL = 6.0
"""Length of the rail in line heights: long enough to point at one of a hundred steps."""
_RAIL_HEIGHT = 0.4
"""Height of the rail in heights of a star."""


@cache
def _longest_values(scale: RatingScale) -> tuple[float, ...]:
    """Return the values among which is the one with the longest text."""
    last = math.ceil(scale.steps_to(scale.best)) - 1
    return scale.best, scale.worst, scale.at_step(1), scale.at_step(last)


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

    def longest_text(self, value: float | None, detail: RatingDetail) -> str:
        """Return the longest text beside the stars or the rail, ``value`` being what is shown."""
        numbers = (*_longest_values(self.scale), value)
        return max((shown_rating(number, self.scale, detail) for number in numbers), key=len)

    def value_at(self, x: float) -> float | None:
        """Return the rating that a click at ``x`` sets, None beside stars and rail."""
        if x > self.width:
            return None
        # A click within a step sets the whole step: round up.
        if self.scale.star_count:
            return self.scale.at_step(
                max(math.ceil(self.scale.steps_to(x / self.width * self.scale.best)), self._first)
            )
        cells = self._step_count + 1 - self._first
        return self.scale.at_step(max(math.ceil(x / self.width * cells), 1) - 1 + self._first)

    def paint(
        self,
        painter: QPainter,
        area: QRect,
        value: float | None,
        detail: RatingDetail,
        theme: Theme,
    ) -> None:
        """Paint ``value``, None for no rating, in ``area``, whose top left corner is the origin."""
        painter.setPen(Qt.PenStyle.NoPen)
        stars = value if value is not None and self.scale.contains(value) else 0
        for index in range(self.scale.star_count):
            self._paint_star(painter, area, index, stars - index, theme)
        if not self.scale.star_count:
            self._paint_rail(painter, area, self._share(value), theme)
        painter.setPen(theme.color("soft_ink"))
        right = area.adjusted(round(self.width) + 4, 0, -2, 0)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(right, align, shown_rating(value, self.scale, detail))

    @property
    def _step_count(self) -> int:
        return math.ceil(self.scale.steps_to(self.scale.best))

    @property
    def _first(self) -> int:
        """Step that the beginning of stars and rail stands for: that of 0 is no point at all."""
        return 0 if self.scale.worst else 1

    def _share(self, value: float | None) -> float:
        """Return how much of the rail is filled, the worst value above 0 being the first cell."""
        if value is None or not self.scale.contains(value):
            return 0.0
        cells = self._step_count + 1 - self._first
        return float(self.scale.steps_to(value) + 1 - self._first) / cells

    @property
    def _star_size(self) -> float:
        return self.line_height * _STAR_SIZE

    def _paint_rail(self, painter: QPainter, area: QRect, share: float, theme: Theme) -> None:
        # Half a pixel off the grid an outline of one pixel is one, and not two paler ones.
        height = round(self._star_size * _RAIL_HEIGHT)
        rail = QRectF(0.5, (area.height() - height) // 2 + 0.5, self.width - 1, height)
        painter.setBrush(theme.color("paper"))
        painter.setPen(theme.color("control"))
        painter.drawRoundedRect(rail, height / 2, height / 2)
        painter.setPen(Qt.PenStyle.NoPen)
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
        if fill < 1:
            # An outline: a grey that stands out from the paper would not from the accent as well.
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("control"), _OUTLINE))
            painter.drawPolygon(star)
            painter.setPen(Qt.PenStyle.NoPen)
        if fill > 0:
            painter.save()
            painter.setClipRect(QRectF(left, 0, size * min(fill, 1.0), area.height()))
            painter.setBrush(theme.color("accent"))
            painter.drawPolygon(star)
            painter.restore()
