"""Bar of the share of a word target that is written."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor.gui.theme import Theme


class TargetBar(QWidget):
    """Fills with the share of the target, in another colour once it is reached.

    Without a target it is a hairline.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Paint the bar in ``theme``."""
        self._theme = theme
        self.update()

    def show_share(self, share: float | None) -> None:
        """Show ``share`` of the target, from 0; None for no target."""
        if share != self._share:
            self._share = share
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of a narrow bar."""
        return QSize(self._theme.px(40), self._theme.px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rail and its filled part."""
        height = self.height() - 1 if self._share is not None else 1
        rail = QRectF(0, (self.height() - height) / 2, self.width(), height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        # Without a target it is no more than a line between rows.
        painter.setBrush(self._theme.color("line" if self._share is None else "control"))
        painter.drawRoundedRect(rail, height / 2, height / 2)
        if self._share:
            rail.setWidth(rail.width() * min(self._share, 1.0))
            painter.setBrush(self._theme.color("good" if self._share >= 1 else "accent"))
            painter.drawRoundedRect(rail, height / 2, height / 2)
        painter.end()
