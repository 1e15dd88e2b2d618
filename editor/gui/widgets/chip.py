"""Chip: one item in a field of several."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QWidget

_EDIT_KEYS = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REMOVE_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Chip(QPushButton):
    """Shows the text of an item and reports what the writer does with it."""

    edit_requested = Signal()
    removed = Signal()
    shifted = Signal(int)
    """Move the chip one place to the left (-1) or to the right (1)."""
    stepped = Signal(int)
    """Move the keyboard focus one place to the left (-1) or to the right (1)."""
    dropped = Signal(QPoint)
    """The chip was dragged to this point, in the coordinates of the field."""

    def __init__(self, text: str, parent: QWidget) -> None:
        # A role without its actor, „(Meyer)“, keeps its brackets.
        has_role = " (" in text and text.endswith(")")
        label = text.replace(" (", " · ").removesuffix(")") if has_role else text
        super().__init__(f"{label.replace('&', '&&')}  ×", parent)
        self.text_value = text
        """The text as it was typed: „Name (Rolle)“."""
        self._on_cross = False
        self._pressed: QPoint | None = None
        self._dragged = False
        self.setObjectName("chip")
        self.setAccessibleName(text)
        self.setAccessibleDescription(
            self.tr("F2 bearbeitet, Entf entfernt, Alt und Pfeiltasten verschieben")
        )
        self.setToolTip(
            self.tr("Klicken zum Bearbeiten, × oder Entf zum Entfernen, Ziehen zum Verschieben")
        )
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._clicked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Record where a click or a drag begins."""
        cross = self.fontMetrics().horizontalAdvance("  × ") + self.fontMetrics().averageCharWidth()
        self._on_cross = event.position().x() > self.width() - cross
        self._pressed, self._dragged = event.position().toPoint(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag once the pointer is far enough from the press."""
        super().mouseMoveEvent(event)
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            way = (event.position().toPoint() - self._pressed).manhattanLength()
            self._dragged = self._dragged or way >= QApplication.startDragDistance()
            if self._dragged:
                self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag or the click."""
        if self._dragged:
            self._dragged = False
            self.setDown(False)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.dropped.emit(self.mapToParent(event.position().toPoint()))
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit, remove or move the chip, or go to the next one."""
        self._on_cross = False
        key = Qt.Key(event.key())
        if key in _REMOVE_KEYS:
            self.removed.emit()
        elif key in _EDIT_KEYS:
            self.edit_requested.emit()
        elif key in _STEPS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.shifted.emit(_STEPS[key])
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)

    def _clicked(self) -> None:
        # The second click of a double click arrives after the first one has removed the chip.
        if self.isVisible():
            (self.removed if self._on_cross else self.edit_requested).emit()
