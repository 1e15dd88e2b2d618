"""Frame with a shadow that lies over the other widgets of a window."""

from itertools import product

from PySide6.QtCore import QMargins, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QGradient,
    QHideEvent,
    QLinearGradient,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QRadialGradient,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from editor.gui.theme import Theme

_REACH, _DROP = 18, 4
"""Reach of the shadow around the frame, and how much lower it lies, in units of ``Theme.px``."""
_STRENGTH = {"light": 56, "dark": 150}
"""Opacity of the shadow below the frame, of 255; at the border of the frame it is half as much."""
_STOPS = 8
"""Steps of the gradient by which the shadow fades out."""


class RaisedFrame(QFrame):
    """Child of a window, painted over its siblings: a body with round corners and a shadow.

    Clicks on the frame do not reach what is below it; clicks on its shadow do.
    """

    def __init__(self, theme: Theme, parent: QWidget, fill: str = "paper") -> None:
        """``fill`` is the colour of the body, a field of ColorTokens."""
        super().__init__(parent)
        self._theme = theme
        self._fill = fill
        self._shadow = _Shadow(theme, parent)
        self.destroyed.connect(self._shadow.deleteLater)

    def set_theme(self, theme: Theme) -> None:
        """Paint the frame in ``theme``."""
        self._theme = theme
        self._shadow.set_theme(theme)
        self._shadow.surround(self)
        self.update()

    def place_over(self, area: QRect) -> None:
        """Place the frame at ``area``, in the coordinates of the parent, above its siblings."""
        self.setGeometry(area)
        self.raise_()
        self._shadow.stackUnder(self)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the body."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.color("line"))
        painter.setBrush(self._theme.color(self._fill))
        radius = self._theme.px(8)
        body = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(body, radius, radius)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep a click on the frame from what is below it."""
        event.accept()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Take the shadow along."""
        super().moveEvent(event)
        self._shadow.surround(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the shadow to the frame."""
        super().resizeEvent(event)
        self._shadow.surround(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Show the shadow below the frame."""
        super().showEvent(event)
        self._shadow.stackUnder(self)
        self._shadow.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hide the shadow as well."""
        super().hideEvent(event)
        self._shadow.hide()


class _Shadow(QWidget):
    """Soft shadow around a sibling, which the mouse does not notice."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint the shadow in ``theme``."""
        self._theme = theme
        self.update()

    def surround(self, frame: QWidget) -> None:
        """Lie around ``frame``."""
        reach, drop = self._theme.px(_REACH), self._theme.px(_DROP)
        self.setGeometry(frame.geometry() + QMargins(reach, reach - drop, reach, reach + drop))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint four sides and four corners that fade out; what they surround is covered."""
        # Without antialiasing, which would leave seams between the parts at 150 %.
        painter = QPainter(self)
        whole = QRectF(self.rect())
        fade = min(2.0 * self._theme.px(_REACH), whole.width() / 2, whole.height() / 2)
        core = whole.adjusted(fade, fade, -fade, -fade)
        xs = (whole.left(), core.left(), core.right(), whole.right())
        ys = (whole.top(), core.top(), core.bottom(), whole.bottom())
        for column, row in product(range(3), range(3)):
            near = QPointF(xs[max(column, 1)], ys[max(row, 1)])
            gradient: QGradient = QRadialGradient(near, fade)
            if column == 1:
                gradient = QLinearGradient(near, QPointF(near.x(), ys[row and 3]))
            elif row == 1:
                gradient = QLinearGradient(near, QPointF(xs[column and 3], near.y()))
            if (column, row) != (1, 1):
                self._fade(gradient)
                part = QRectF(QPointF(xs[column], ys[row]), QPointF(xs[column + 1], ys[row + 1]))
                painter.fillRect(part, gradient)

    def _fade(self, gradient: QGradient) -> None:
        """Fade out along ``gradient`` as a blurred border does: slowly at both ends."""
        for stop in range(_STOPS + 1):
            far = stop / _STOPS
            share = 1 - far * far * (3 - 2 * far)
            strength = round(_STRENGTH[self._theme.scheme] * share)
            gradient.setColorAt(far, QColor(0, 0, 0, strength))
