"""Spoken rating: what a screen reader knows of a rating, whose widget is painted by itself."""

from PySide6 import QtGui
from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget

from editor.gui.form.rating_text import spoken_rating
from editor.review.rating import RatingScale

_DECIMALS = 2


class SpokenRating(QDoubleSpinBox):
    """A spin box for screen readers and a plain widget for all others.

    Qt knows the role and the value of its own widgets alone: an interface for a widget of ours
    would have to come from QAccessible.installFactory, with which PySide 6.11 crashes at the focus
    of a web page.
    """

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._spoken_scale: RatingScale | None = None
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setDecimals(_DECIMALS)
        self.lineEdit().hide()

    def say_rating(self, value: float | None, scale: RatingScale | None) -> None:
        """Let screen readers know that the rating is ``value`` on ``scale``."""
        self._spoken_scale = scale
        if scale is None:
            return
        # A spin box always has a value: the one below the lowest rating stands for none.
        nothing = scale.low - scale.step
        self.setRange(nothing, max(scale.high, value or 0))
        self.setSingleStep(scale.step)
        before, new = self.value(), nothing if value is None else value
        self.setValue(new)
        if before != new and self.hasFocus():
            # Qt tells of a value that is stepped to, and not of one that is set.
            event = QtGui.QAccessibleValueChangeEvent(self, new)
            QtGui.QAccessible.updateAccessibility(event)

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        """Return the rating in words."""
        scale = self._spoken_scale
        if scale is None:
            return ""
        return spoken_rating(None if value < scale.low else value, scale)

    def event(self, event: QEvent) -> bool:
        """Handle ``event`` as a plain widget does: there is no line in which keys are typed."""
        return QWidget.event(self, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the key to the form."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Leave the press to whatever is below."""
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the form."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out nothing."""
