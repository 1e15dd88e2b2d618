"""The control of one choice of an export, one class per kind: shows a value and tells a new one."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QWidget,
)

from editor.gui.theme import Theme

Offers = tuple[tuple[str, str, str], ...]
"""Values with their names and what is said about them."""


_LETTERS = 16
"""What a list shows of a name before it is cut off."""


class Control(QWidget):
    """What a person makes one choice with."""

    chosen = Signal(object)
    """The new value."""

    def show_value(self, value: Any) -> None:
        """Show ``value``; it is no news then."""
        raise NotImplementedError

    def name(self, key: str, label: str) -> None:
        """Name the widgets for the choice ``key``."""
        for widget in self._widgets():
            widget.setObjectName(f"export.{key}")
            widget.setAccessibleName(label)
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            widget.installEventFilter(self)
        self.setFocusProxy(self._widgets()[0])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a wheel that scrolls the choices pass: it must not turn a value on its way."""
        wheel = event.type() == QEvent.Type.Wheel
        if wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _widgets(self) -> tuple[QWidget, ...]:
        raise NotImplementedError

    def _place(self, *widgets: QWidget) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        for stretch, widget in zip((1, 0), widgets, strict=False):
            line.addWidget(widget, stretch)


class Switch(Control):
    """Yes or no."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._check = QCheckBox(text, self)
        self._check.clicked.connect(self._tell)
        self._place(self._check)

    def show_value(self, value: bool) -> None:  # noqa: FBT001 - as the others
        """Show ``value``."""
        self._check.setChecked(value)

    def _tell(self) -> None:
        self.chosen.emit(self._check.isChecked())

    def _widgets(self) -> tuple[QWidget, ...]:
        return (self._check,)


class OneOf(Control):
    """One of several; an empty value stands for the first."""

    def __init__(self, options: Offers, parent: QWidget) -> None:
        super().__init__(parent)
        self._box = QComboBox(self)
        # A long name must not widen the window.
        self._box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._box.setMinimumContentsLength(_LETTERS)
        self._box.activated.connect(lambda row: self.chosen.emit(self._box.itemData(row)))
        self._place(self._box)
        self.offer(options)

    def offer(self, options: Offers) -> None:
        """Offer other values."""
        with QSignalBlocker(self._box):
            shown = self._box.currentData()
            self._box.clear()
            for value, text, told in options:
                self._box.addItem(text, value)
                self._box.setItemData(self._box.count() - 1, told, Qt.ItemDataRole.ToolTipRole)
            self._box.setCurrentIndex(max(0, self._box.findData(shown)))

    def show_value(self, value: str) -> None:
        """Show ``value``, the first one where it is not among them."""
        self._box.setCurrentIndex(max(0, self._box.findData(value)))

    def _widgets(self) -> tuple[QWidget, ...]:
        return (self._box,)


class Family(OneOf):
    """A font of this machine; ``nothing`` is what an empty value is called."""

    def __init__(self, nothing: str, parent: QWidget) -> None:
        families = QFontDatabase.families(QFontDatabase.WritingSystem.Latin)
        shown = [name for name in families if not QFontDatabase.isPrivateFamily(name)]
        super().__init__((("", nothing, ""), *((name, name, "") for name in shown)), parent)


class Number(Control):
    """A number; below the smallest stands 0, which has a word of its own."""

    def __init__(self, smallest: int, largest: int, zero: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._zero = smallest - 1
        self._box = QSpinBox(self)
        # While somebody types „72“, the 7 is not what they mean.
        self._box.setKeyboardTracking(False)
        self._box.setRange(self._zero, largest)
        self._box.setSpecialValueText(zero)
        self._box.lineEdit().setTextMargins(self._box.fontMetrics().averageCharWidth(), 0, 0, 0)
        self._box.valueChanged.connect(
            lambda value: self.chosen.emit(0 if value == self._zero else value)
        )
        self._place(self._box)

    def show_value(self, value: int) -> None:
        """Show ``value``."""
        with QSignalBlocker(self._box):
            self._box.setValue(value or self._zero)

    def _widgets(self) -> tuple[QWidget, ...]:
        return (self._box,)


class Color(Control):
    """A colour, „#1f5f8b“; ``nothing`` is what an empty value is called."""

    def __init__(self, nothing: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._nothing = nothing
        self._side = theme.px(14)
        self._value = ""
        self._button = QPushButton(nothing, self)
        self._button.clicked.connect(self._ask)
        self._reset = QPushButton(self.tr("Zurücksetzen"), self)
        self._reset.setProperty("role", "link")
        self._reset.setToolTip(nothing)
        self._reset.clicked.connect(lambda: self.chosen.emit(""))
        for button in (self._button, self._reset):
            button.setAutoDefault(False)
        self._place(self._button, self._reset)
        self.show_value("")

    def name(self, key: str, label: str) -> None:
        """Name both buttons."""
        super().name(key, label)
        self._reset.setObjectName(f"export.{key}.reset")
        self._reset.setAccessibleName(f"{label}: {self._nothing}")

    def show_value(self, value: str) -> None:
        """Show ``value``."""
        self._value = value
        patch = QPixmap(self._side, self._side)
        patch.fill(QColor(value))
        self._button.setIcon(QIcon(patch) if value else QIcon())
        self._button.setText(value or self._nothing)
        self._button.setAccessibleDescription(self._button.text())
        self._reset.setVisible(bool(value))

    def _widgets(self) -> tuple[QWidget, ...]:
        return self._button, self._reset

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self._value), self)
        dialog.setObjectName("dialog.color")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda color: self.chosen.emit(color.name()))
        dialog.open()
