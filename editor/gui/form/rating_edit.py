"""Edit of a rating: stars, or a rail for a scale without stars."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from editor.gui.form.rating_text import format_rating, spoken_rating
from editor.gui.theme import Theme
from editor.review.model import VERDICT
from editor.review.rating import RatingScale

_STAR = (
    *((0.50, 0.03), (0.62, 0.37), (0.98, 0.38), (0.69, 0.60), (0.80, 0.95)),
    *((0.50, 0.74), (0.20, 0.95), (0.31, 0.60), (0.02, 0.38), (0.38, 0.37)),
)


_RAIL = 6.0
"""Length of the rail in line heights: long enough to point at one of a hundred steps."""


_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
}
_TYPING = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
"""Modifiers of digits: on a French keyboard they are typed with Shift."""


class RatingEdit(QWidget):
    """Shows a rating on a scale and lets the writer change it.

    A click, the arrow keys and digits set it. Only Delete and the context menu remove it, so that
    an accidental click loses nothing.
    """

    edited = Signal(object)
    """The new rating, None for none."""
    focused = Signal()

    def __init__(self, section_id: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"rating.{section_id}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self._theme = theme
        self._scale: RatingScale | None = None
        self._value: float | None = None
        self._pointed: float | None = None
        self._typed = ""
        self._overall = ""
        if section_id == VERDICT:
            self._overall = self.tr("Das ist die Gesamtwertung der Rezension.")

    @property
    def value(self) -> float | None:
        """The rating that is shown."""
        return self._value

    def set_theme(self, theme: Theme) -> None:
        """Paint the rating in ``theme``."""
        self._theme = theme
        self.update()

    def show_rating(self, value: float | None, scale: RatingScale | None) -> None:
        """Show ``value`` on ``scale``; the edit is hidden without a scale."""
        self.setVisible(scale is not None)
        if (value, scale) == (self._value, self._scale):
            return
        if scale != self._scale:
            self._scale = scale
            self.updateGeometry()
        self._value = value
        # The next digit begins a new number: undo or the mouse may have replaced the rating.
        self._typed = ""
        self.setToolTip(self._tip())
        self._announce()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of stars or rail, and of the longest number."""
        metrics = self.fontMetrics()
        text = metrics.horizontalAdvance(f" {self._widest()} ")
        return QSize(round(self._width()) + text, round(metrics.height() * 1.3))

    def minimumSizeHint(self) -> QSize:
        """Return the size hint, as a rating cannot be painted smaller."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint stars or rail, the number, and the focus."""
        if self._scale is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = self._pointed if self._pointed is not None else self._value
        for index in range(self._stars()):
            self._paint_star(painter, index, (shown or 0) - index)
        if not self._stars():
            self._paint_rail(painter, (shown or 0) / self._scale.best)
        self._paint_text(painter, shown)
        if self.hasFocus():
            painter.setPen(self._theme.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Preview the rating that a click would set."""
        self._point(self._value_at(event.position()))

    def leaveEvent(self, event: object) -> None:
        """End the preview."""
        self._point(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Set the rating under the pointer."""
        value = self._value_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and value is not None:
            self._point(None)
            self._typed = ""
            self._edit(value)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to remove the rating."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        remove = menu.addAction(self.tr("Wertung entfernen"))
        remove.setObjectName("action.remove_rating")
        remove.setEnabled(self._value is not None)
        remove.triggered.connect(lambda: self._edit(None))
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with arrow keys, set with digits, remove with Delete; not with Ctrl or Alt held."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if self._scale is None:
            super().keyPressEvent(event)
        elif not held and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._typed = ""
            self._edit(None)
        elif not held and key in _STEPS:
            self._typed = ""
            self._edit(self._scale.round((self._value or 0) + _STEPS[key] * self._scale.step))
        elif held in _TYPING and event.text() and event.text() in "0123456789,.":
            self._type(event.text().replace(".", ","))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: object) -> None:
        """Forget a number that has been typed in part."""
        self._typed = ""
        self.update()

    def focusInEvent(self, event: object) -> None:
        """Paint the focus and report it."""
        self.update()
        self.focused.emit()

    def _type(self, character: str) -> None:
        for text in (self._typed + character, character):
            digits = text.removesuffix(",").replace(",", ".")
            value = float(digits) if digits.replace(".", "", 1).isdigit() else None
            if value is not None and self._scale is not None and value <= self._scale.best:
                self._edit(self._scale.round(value))
                self._typed = text
                return

    def _tip(self) -> str:
        tip = self.tr(
            "Klicken oder mit Pfeiltasten und Ziffern bewerten; Entf oder Rechtsklick entfernt"
        )
        return "\n".join(filter(None, (self._overall, tip)))

    def _edit(self, value: float | None) -> None:
        if value != self._value:
            self.edited.emit(value)

    def _point(self, value: float | None) -> None:
        if value != self._pointed:
            self._pointed = value
            self.update()

    def _announce(self) -> None:
        """Set the accessible description to the rating, and announce it if the edit has the focus.

        It is the description: an interface of our own with a value would have to come from
        QAccessible.installFactory, with which PySide 6.11 crashes at the focus of a web page.
        """
        spoken = spoken_rating(self._value, self._scale) if self._scale else ""
        self.setAccessibleDescription(spoken)
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def _stars(self) -> int:
        """Return the number of stars, 0 for a scale that is shown as a rail."""
        return self._scale.star_count if self._scale else 0

    def _star_size(self) -> float:
        return self.fontMetrics().height() * 0.82

    def _width(self) -> float:
        """Return the width of stars or rail."""
        stars = self._stars()
        return self._star_size() * 1.08 * stars if stars else self.fontMetrics().height() * _RAIL

    def _value_at(self, position: QPointF) -> float | None:
        width = self._width()
        if self._scale is None or position.x() > width:
            return None
        exact = position.x() / width * self._scale.best
        # A click within a step sets the whole step: round up.
        step = self._scale.step
        return self._scale.round(max(step, -(-exact // step) * step))

    def _paint_rail(self, painter: QPainter, share: float) -> None:
        height = self._star_size() * 0.4
        rail = QRectF(0, (self.height() - height) / 2, self._width(), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("star_empty"))
        painter.drawRoundedRect(rail, height / 2, height / 2)
        painter.save()
        painter.setClipRect(rail.adjusted(0, 0, rail.width() * (min(share, 1.0) - 1), 0))
        painter.setBrush(self._theme.color("accent"))
        painter.drawRoundedRect(rail, height / 2, height / 2)
        painter.restore()

    def _paint_star(self, painter: QPainter, index: int, fill: float) -> None:
        size = self._star_size()
        left, top = index * size * 1.08, (self.height() - size) / 2
        star = QPolygonF([QPointF(left + x * size, top + y * size) for x, y in _STAR])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("star_empty"))
        painter.drawPolygon(star)
        if fill > 0:
            painter.save()
            painter.setClipRect(QRectF(left, 0, size * min(fill, 1.0), self.height()))
            painter.setBrush(self._theme.color("accent"))
            painter.drawPolygon(star)
            painter.restore()

    def _paint_text(self, painter: QPainter, value: float | None) -> None:
        painter.setPen(self._theme.color("soft_ink"))
        area = self.rect().adjusted(round(self._width()) + 4, 0, -2, 0)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(area, align, self._text(value))

    def _text(self, value: float | None) -> str:
        if self._scale is None:
            return ""
        return self._of_best("–" if value is None else format_rating(value), self._scale)

    def _widest(self) -> str:
        """Return the longest text for a rating on the scale."""
        scale = self._scale
        if scale is None:
            return ""
        before_last = scale.round(scale.best - scale.step)
        numbers = (format_rating(scale.best), format_rating(before_last), "–")
        return self._of_best(max(numbers, key=len), scale)

    def _of_best(self, shown: str, scale: RatingScale) -> str:
        return f"{shown} %" if scale.unit == "%" else f"{shown} / {format_rating(scale.best)}"
