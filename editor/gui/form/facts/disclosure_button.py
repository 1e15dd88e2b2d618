"""Button that unfolds and folds what is below it, with a chevron and a text that may be cut off."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

_SEPARATOR = " · "
_TITLE_SHARE = 0.6
"""Share of the room before the end that a long title keeps for itself."""
_CHEVRON = 0.55
"""Size of the chevron as a share of the line height."""


class DisclosureButton(QPushButton):
    """Checked while the part below is unfolded.

    Space, Enter and a click toggle it, the right arrow unfolds and the left one folds. A text that
    is too long for the button is cut off before its end, and is the tool tip then.
    """

    focused = Signal()
    """The button has got the keyboard focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "disclosure")
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._title = self._detail = self._end = ""
        self.toggled.connect(lambda _: self._describe())
        self._describe()

    @property
    def full_text(self) -> str:
        """The whole text, also where the button shows only a part of it."""
        return _SEPARATOR.join(filter(None, (self._title, self._detail, self._end)))

    def show_text(self, title: str, detail: str = "", end: str = "") -> None:
        """Show ``title`` in bold type, then ``detail`` and ``end`` in soft ink."""
        if (title, detail, end) != (self._title, self._detail, self._end):
            self._title, self._detail, self._end = title, detail, end
            self._update_tip()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the whole text."""
        option = self._option()
        width = sum(self._widths()) + self._indent()
        contents = QSize(width, self.fontMetrics().height())
        kind = QStyle.ContentsType.CT_PushButton
        return self.style().sizeFromContents(kind, option, contents, self)

    def minimumSizeHint(self) -> QSize:
        """Return a width that shows the beginning of the title."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), 8 * hint.height()), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tool tip where it is cut off."""
        super().resizeEvent(event)
        self._update_tip()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Report the keyboard focus."""
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Unfold with the right arrow and fold with the left one."""
        wanted = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}.get(Qt.Key(event.key()))
        if wanted is None:
            super().keyPressEvent(event)
        elif wanted != self.isChecked():
            self.click()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame of the style, the chevron and the texts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        option = self._option()
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        room = self._room(option)
        self._paint_chevron(painter, room)
        room.setLeft(room.left() + self._indent())
        palette = self.palette()
        soft = palette.color(QPalette.ColorRole.PlaceholderText)
        colors = (palette.color(QPalette.ColorRole.WindowText), soft, soft)
        for text, font, color in zip(
            self._fitted(room.width()), self._fonts(), colors, strict=True
        ):
            painter.setFont(font)
            painter.setPen(color)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
            room.setLeft(room.left() + QFontMetrics(font).horizontalAdvance(text))
        painter.end()

    # -- texts ------------------------------------------------------------------------------------

    def _texts(self) -> tuple[str, str, str]:
        """Return title, detail and end, each with the separator before it."""
        before = _SEPARATOR if self._title else ""
        detail = before + self._detail if self._detail else ""
        return self._title, detail, _SEPARATOR + self._end if self._end else ""

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        bold = QFont(self.font())
        bold.setBold(True)
        return bold, self.font(), self.font()

    def _widths(self) -> list[int]:
        pairs = zip(self._texts(), self._fonts(), strict=True)
        return [QFontMetrics(font).horizontalAdvance(text) for text, font in pairs]

    def _fitted(self, width: int) -> tuple[str, str, str]:
        """Return the three texts so that they fit into ``width``.

        Title and detail are cut off, the title only where it has most of the room.
        """
        title, detail, end = self._texts()
        bold, plain, _ = map(QFontMetrics, self._fonts())
        left = width - plain.horizontalAdvance(end)
        least = round(left * _TITLE_SHARE)
        room = max(least, left - plain.horizontalAdvance(detail))
        title = bold.elidedText(title, Qt.TextElideMode.ElideRight, room)
        left = max(0, left - bold.horizontalAdvance(title))
        return title, plain.elidedText(detail, Qt.TextElideMode.ElideRight, left), end

    def _update_tip(self) -> None:
        self.setAccessibleName(self.full_text)
        room = self._room(self._option()).width() - self._indent()
        self.setToolTip(self.full_text if sum(self._widths()) > room else "")

    def _describe(self) -> None:
        state = self.tr("aufgeklappt") if self.isChecked() else self.tr("zugeklappt")
        self.setAccessibleDescription(state)

    # -- geometry ---------------------------------------------------------------------------------

    def _option(self) -> QStyleOptionButton:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return option

    def _room(self, option: QStyleOptionButton) -> QRect:
        return self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)

    def _indent(self) -> int:
        return round(self.fontMetrics().height() * 1.1)

    def _paint_chevron(self, painter: QPainter, room: QRect) -> None:
        """Paint the chevron: to the right while folded, downwards while unfolded."""
        size = self.fontMetrics().height() * _CHEVRON
        centre = QPointF(room.left() + size / 2, room.center().y() + 1)
        turned = QTransform().rotate(90 if self.isChecked() else 0)
        color = QColor(self.palette().color(QPalette.ColorRole.PlaceholderText))
        join = Qt.PenJoinStyle.RoundJoin
        painter.setPen(QPen(color, size / 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, join))
        corners = ((-size / 5, -size / 2.6), (size / 5, 0), (-size / 5, size / 2.6))
        points = [centre + turned.map(QPointF(x, y)) for x, y in corners]
        painter.drawPolyline(QPolygonF(points))
