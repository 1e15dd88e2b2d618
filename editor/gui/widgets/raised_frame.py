"""Frame with a shadow that lies over the other widgets of a window."""

from PySide6.QtCore import QMargins, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from editor.gui.theme import Theme

_SHADOW = 10
"""Reach of the shadow around the body, in units of ``Theme.px``."""
_STRENGTH = {"light": 7, "dark": 22}
"""Opacity of each of the rings that the shadow is made of, of 255."""


class RaisedFrame(QFrame):
    """Child of a window, painted over its siblings: a body with round corners and a shadow.

    The contents margins hold the shadow; a layout of the frame fills the body. Clicks on the body
    do not reach what is below it.
    """

    def __init__(self, theme: Theme, parent: QWidget, fill: str = "paper") -> None:
        """``fill`` is the colour of the body, a field of ColorTokens."""
        super().__init__(parent)
        self._theme = theme
        self._fill = fill
        self._keep_margins()

    def set_theme(self, theme: Theme) -> None:
        """Paint the frame in ``theme``."""
        self._theme = theme
        self._keep_margins()
        self.update()

    @property
    def shadow(self) -> QMargins:
        """Room for the shadow around the body."""
        px = self._theme.px
        return QMargins(px(_SHADOW), px(_SHADOW) // 2, px(_SHADOW), px(_SHADOW))

    @property
    def body(self) -> QRect:
        """The body, in the coordinates of the parent."""
        return self.geometry().marginsRemoved(self.shadow)

    def place_body(self, body: QRect) -> None:
        """Place the body at ``body``, in the coordinates of the parent, above its siblings."""
        self.setGeometry(body.marginsAdded(self.shadow))
        self.raise_()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the shadow, and the body over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect().marginsRemoved(self.shadow))
        radius, reach = self._theme.px(8), self.shadow.left()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, _STRENGTH[self._theme.scheme]))
        step = max(1, reach // 5)
        for spread in range(0, reach, step):
            ring = body.adjusted(-spread, -spread / 2, spread, spread)
            painter.drawRoundedRect(ring, radius + spread, radius + spread)
        painter.setPen(self._theme.color("line"))
        painter.setBrush(self._theme.color(self._fill))
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep a click on the body from what is below it."""
        event.accept()

    def _keep_margins(self) -> None:
        self.setContentsMargins(self.shadow)
