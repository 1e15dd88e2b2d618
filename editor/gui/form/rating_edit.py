"""Edit of a rating: stars, or a rail for a scale without stars."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from editor.gui.form.rating_painter import RatingPainter
from editor.gui.form.rating_text import RatingDetail, scale_ends
from editor.gui.form.spoken_rating import SpokenRating
from editor.gui.form.typed_rating import TypedRating
from editor.gui.theme import Theme
from editor.review.model import VERDICT
from editor.review.rating import RatingScale

_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
}
_TYPING = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.GroupSwitchModifier,
)
"""Modifiers of characters: Shift with digits on a French keyboard, AltGr on X11."""
_DIGITS, _SEPARATORS = frozenset("0123456789"), frozenset(",.")


class RatingEdit(SpokenRating):
    """Shows a rating on a scale and lets the writer change it.

    A click, the arrow keys and digits set it. Only Delete and the context menu remove it, so that
    an accidental click loses nothing. Other characters are meant for the text of the section, and
    so are digits right before them.
    """

    edited = Signal(object)
    """The new rating, None for none."""
    typed = Signal(object, bool)
    """The rating that digits make so far, and whether the first of them has just been typed."""
    text_typed = Signal(str)
    """Characters that belong into the text of the section."""
    focused = Signal()

    def __init__(self, section_id: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"rating.{section_id}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self._theme = theme
        self._scale: RatingScale | None = None
        self._value: float | None = None
        self._pointed: float | None = None
        self._detail = RatingDetail.UNIT
        self._widths: dict[tuple[RatingPainter, RatingDetail, str], int] = {}
        """Widths of the present value: the layout of a card asks for them a dozen times."""
        self._typing = False
        self._typed = TypedRating(self)
        self._overall = ""
        # A reader would say the whole tool tip at each rating.
        self.setAccessibleDescription(self.tr("Pfeiltasten, Ziffern oder Entf"))
        if section_id == VERDICT:
            self._overall = self.tr("Das ist die Gesamtwertung der Rezension.")

    @property
    def _painter(self) -> RatingPainter | None:
        if self._scale is None:
            return None
        return RatingPainter(self._scale, self.fontMetrics().height())

    @property
    def rating(self) -> float | None:
        """The rating that is shown."""
        return self._value

    def set_theme(self, theme: Theme) -> None:
        """Paint the rating in ``theme``."""
        self._theme = theme
        self.update()

    def show_rating(self, value: float | None, scale: RatingScale | None) -> bool:
        """Show ``value`` on ``scale`` and return whether it was another one.

        The edit is hidden without a scale.
        """
        self.setVisible(scale is not None)
        if (value, scale) == (self._value, self._scale):
            return False
        self._scale, self._value = scale, value
        self._widths.clear()
        self.updateGeometry()
        if not self._typing:
            # The next digit begins a new number: undo or the mouse has replaced the rating.
            self._typed.end()
        self.setToolTip(self._tip())
        self.say_rating(value, scale)
        self.update()
        return True

    def fit(self, room: int) -> None:
        """Show as much of the rating as ``room`` device-independent pixels have a place for."""
        fitting = [detail for detail in RatingDetail if self.width_with(detail) <= room]
        detail = max(fitting, default=RatingDetail.NUMBER)
        if detail != self._detail:
            self._detail = detail
            self.updateGeometry()
            self.update()

    def width_with(self, detail: RatingDetail) -> int:
        """Return the width of stars or rail and the longest text, in device-independent pixels."""
        layout = self._painter
        if layout is None:
            return 0
        key = (layout, detail, self.font().key())
        if key not in self._widths:
            text = layout.longest_text(self._value, detail)
            advance = self.fontMetrics().horizontalAdvance(f" {text} ")
            self._widths[key] = round(layout.width) + advance
        return self._widths[key]

    def sizeHint(self) -> QSize:
        """Return the size of what is shown."""
        return QSize(self.width_with(self._detail), round(self.fontMetrics().height() * 1.3))

    def minimumSizeHint(self) -> QSize:
        """Return the size without scale and unit, as a rating cannot be painted smaller."""
        return QSize(self.width_with(RatingDetail.NUMBER), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint stars or rail, the number, and the focus."""
        rating_painter = self._painter
        if rating_painter is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        value = self._pointed if self._pointed is not None else self._value
        rating_painter.paint(painter, self.rect(), value, self._detail, self._theme)
        if self.hasFocus():
            painter.setPen(self._theme.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Preview the rating that a click would set."""
        self._point(self._value_at(event))

    def leaveEvent(self, event: object) -> None:
        """End the preview."""
        self._point(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Set the rating under the pointer."""
        value = self._value_at(event)
        if event.button() == Qt.MouseButton.LeftButton and value is not None:
            self._point(None)
            self._typed.end()
            self._edit(value)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to remove the rating."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        remove = menu.addAction(self.tr("Wertung entfernen"))
        remove.setObjectName("action.remove_rating")
        if self._value is None:
            remove.setEnabled(False)
            remove.setToolTip(self.tr("Hier ist keine Wertung vergeben."))
            menu.setToolTipsVisible(True)
        remove.triggered.connect(lambda: self._edit(None))
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with arrow keys, set with digits, remove with Delete; not with Ctrl or Alt held."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        typed = held in _TYPING and bool(event.text()) and event.text().isprintable()
        if self._scale is None:
            super().keyPressEvent(event)
        elif typed:
            self._type(event.text(), self._scale)
        elif held or not self._command(Qt.Key(event.key()), self._scale):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what an input method or a dead key has composed as typed."""
        if self._scale is not None and event.commitString():
            self._type(event.commitString(), self._scale)

    def focusOutEvent(self, event: object) -> None:
        """Take a number that has been typed as complete."""
        self._typed.end()
        self.update()

    def focusInEvent(self, event: object) -> None:
        """Paint the focus and report it."""
        self.update()
        self.focused.emit()

    def _stepped(self, scale: RatingScale, direction: int) -> float:
        """Return the rating one step better or worse; the worst one follows on none."""
        if self._value is None:
            return scale.at_step(0 if scale.worst else direction)
        nearest = scale.round(self._value)
        return scale.at_step(round(scale.steps_to(nearest)) + direction)

    def _command(self, key: Qt.Key, scale: RatingScale) -> bool:
        """Do what ``key`` asks for; return whether it is a key of the rating."""
        value: float | None
        ends = {Qt.Key.Key_Home: scale.at_step(0), Qt.Key.Key_End: scale.best}
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            value = None
        elif key in _STEPS:
            value = self._stepped(scale, _STEPS[key])
        elif key in ends:
            value = ends[key]
        else:
            return False
        self._typed.end()
        self._edit(value)
        return True

    def _type(self, typed: str, scale: RatingScale) -> None:
        """Take a digit or a separator as part of a number, else hand it on to the text."""
        if typed in _DIGITS or (self._typed.text and typed in _SEPARATORS):
            begins = not self._typed.text
            value = self._typed.add(typed, scale, self._value)
            if value is not None:
                self._edit_typed(value, begins=begins)
        elif self._typed.text or typed != " ":
            text = self._typed.text + typed
            if self._typed.text:
                self._edit_typed(self._typed.before, begins=False)
            self._typed.end()
            self.text_typed.emit(text)

    def _edit_typed(self, value: float | None, *, begins: bool) -> None:
        self._typing = True
        if value != self._value:
            self.typed.emit(value, begins)
        self._typing = False

    def _value_at(self, event: QMouseEvent) -> float | None:
        return self._painter.value_at(event.position().x()) if self._painter else None

    def _tip(self) -> str:
        tip = self.tr(
            "Klicken oder mit Pfeiltasten und Ziffern bewerten; Entf oder Rechtsklick entfernt"
        )
        ends = scale_ends(self._scale) if self._scale is not None and self._scale.worst else ""
        return "\n".join(filter(None, (self._overall, ends, tip)))

    def _edit(self, value: float | None) -> None:
        if value != self._value:
            self.edited.emit(value)

    def _point(self, value: float | None) -> None:
        if value != self._pointed:
            self._pointed = value
            self.update()
