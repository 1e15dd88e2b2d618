"""Icon engine that draws an SVG icon in the colours of the theme, at any size and scale."""

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from editor.gui.icons.lucide import lucide_svg
from editor.gui.theme import Theme

STROKE = 1.75
"""Width of the strokes, in units of Lucide's grid of 24."""

_copies: list[QIconEngine] = []


def themed_icon(
    name: str, theme: Theme, role: str = "ink", *, checked: str = "accent", turn: int = 0
) -> QIcon:
    """Return the icon ``name`` of lucide.dev in the colour of ``role``.

    ``role`` and ``checked``, the colour of a button that is switched on, are fields of ColorTokens.
    The icon is turned clockwise by ``turn`` degrees. Where the library is not installed it is null,
    and a button shows its text instead. Raises KeyError when the library has no such icon.
    """
    try:
        svg = lucide_svg(name)
    except FileNotFoundError:
        return QIcon()
    return QIcon(IconEngine(svg, theme, role, checked, turn))


class IconEngine(QIconEngine):
    """Draws ``svg``, whose strokes have the colour ``currentColor``; soft where it is disabled."""

    def __init__(
        self, svg: str, theme: Theme, role: str = "ink", checked: str = "accent", turn: int = 0
    ) -> None:
        super().__init__()
        self._svg = svg.replace('stroke-width="2"', f'stroke-width="{STROKE}"')
        self._theme, self._role, self._checked, self._turn = theme, role, checked, turn
        self._renderers: dict[str, QSvgRenderer] = {}

    def clone(self) -> "IconEngine":
        """Return a copy of the engine, for an icon that Qt changes."""
        copy = IconEngine(self._svg, self._theme, self._role, self._checked, self._turn)
        # PySide leaves the copy to Python, which would delete it under the icon that has it.
        _copies.append(copy)
        return copy

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon in the largest square in the middle of ``rect``."""
        side = min(rect.width(), rect.height())
        area = QRectF(-side / 2, -side / 2, side, side)
        painter.save()
        middle = QRectF(rect).center()
        painter.setTransform(QTransform.fromTranslate(middle.x(), middle.y()), combine=True)
        painter.rotate(self._turn)
        self._renderer(self._color(mode, state)).render(painter, area)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as a picture of ``size``, in device pixels, on a transparent ground."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, picture.rect(), mode, state)
        painter.end()
        return picture

    def _color(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        if mode == QIcon.Mode.Disabled:
            return self._theme.color("control").name()
        role = self._checked if state == QIcon.State.On else self._role
        return self._theme.color(role).name()

    def _renderer(self, color: str) -> QSvgRenderer:
        if color not in self._renderers:
            source = self._svg.replace("currentColor", color).encode()
            self._renderers[color] = QSvgRenderer(QByteArray(source))
        return self._renderers[color]
