"""Form controls: each shows one value and reports the one that the writer chooses instead."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QFontDatabase, QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from editor.gui.screen_fit import keep_fitted
from editor.gui.theme import Theme

ControlOptions = Iterable[tuple[str, str, str]]
"""Values with their labels and tool tips; an empty tool tip shows none."""

_COMBO_BOX_CHARACTERS = 16
"""Characters of an option that a combo box shows before it cuts the option off."""


class WheelFilter(QObject):
    """Event filter that passes the wheel on to the page unless the field has the keyboard focus.

    Otherwise scrolling the page would change the values that the pointer comes across.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ignore a wheel event of a widget without focus, so that its parent gets it."""
        wheel = event.type() == QEvent.Type.Wheel
        if wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class FormControl(WheelFilter):
    """Base class: the widgets of one value, for a form that lays them out."""

    chosen = Signal(object)
    """The value that the writer has chosen."""

    def __init__(
        self,
        parent: QWidget,
        *,
        head: QWidget | None = None,
        field: QWidget | None = None,
        parts: tuple[QWidget, ...] = (),
    ) -> None:
        """``parts`` are the widgets that take the keyboard, by default ``head`` and ``field``."""
        super().__init__(parent)
        self.head = head
        """Widget that takes the place of the label; None for a plain label."""
        self.field = field
        """Widget beside the label; None if the head is all."""
        self.widgets = parts or tuple(widget for widget in (head, field) if widget is not None)
        """The widgets that take the keyboard, in tab order."""

    def show_value(self, value: Any) -> None:
        """Show ``value``. Does not emit ``chosen``."""
        raise NotImplementedError

    def set_name(self, object_name: str, label: str, description: str = "") -> None:
        """Set object name, accessible name and accessible description of the widgets."""
        for widget in self.widgets:
            widget.setObjectName(object_name)
            widget.setAccessibleName(label)
            if description:
                widget.setAccessibleDescription(description)
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            widget.installEventFilter(self)

    def set_enabled(self, *, enabled: bool) -> None:
        """Enable or disable the widgets."""
        for widget in (self.head, self.field):
            if widget is not None:
                widget.setEnabled(enabled)

    def set_visible(self, *, visible: bool) -> None:
        """Show or hide the widgets."""
        for widget in (self.head, self.field):
            if widget is not None:
                widget.setVisible(visible)


class SwitchControl(FormControl):
    """Check box for a bool."""

    def __init__(self, text: str, parent: QWidget) -> None:
        self._check = QCheckBox(text, parent)
        super().__init__(parent, head=self._check)
        self._check.clicked.connect(lambda: self.chosen.emit(self._check.isChecked()))

    def show_value(self, value: bool) -> None:  # noqa: FBT001 - the signature of the base class
        """Check or uncheck the box."""
        self._check.setChecked(value)


class ChoiceControl(FormControl):
    """Combo box for one of several values; the first one stands for an unknown value."""

    def __init__(self, options: ControlOptions, parent: QWidget) -> None:
        self._box = QComboBox(parent)
        super().__init__(parent, field=self._box)
        # A long label must not widen the window.
        self._box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._box.setMinimumContentsLength(_COMBO_BOX_CHARACTERS)
        self._box.activated.connect(lambda row: self.chosen.emit(self._box.itemData(row)))
        self.offer(options)

    def offer(self, options: ControlOptions) -> None:
        """Replace the options; the present value stays if it is among the new ones."""
        with QSignalBlocker(self._box):
            present = self._box.currentData()
            self._box.clear()
            for value, label, tip in options:
                self._box.addItem(label, value)
                self._box.setItemData(self._box.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
            self.show_value(present)

    def show_value(self, value: str) -> None:
        """Select ``value``."""
        self._box.setCurrentIndex(max(0, self._box.findData(value)))


class FontFamilyControl(ChoiceControl):
    """Combo box for a Latin font of this machine; ``default`` is the label of an empty value."""

    def __init__(self, default: str, parent: QWidget) -> None:
        families = (
            name
            for name in QFontDatabase.families(QFontDatabase.WritingSystem.Latin)
            if not QFontDatabase.isPrivateFamily(name)
        )
        super().__init__((("", default, ""), *((name, name, "") for name in families)), parent)


class NumberControl(FormControl):
    """Spin box for a whole number; with a label for 0, the step below ``minimum`` means 0."""

    def __init__(
        self,
        minimum: int,
        maximum: int,
        parent: QWidget,
        *,
        zero: str = "",
        step: int = 1,
        suffix: str = "",
    ) -> None:
        self._box = spin_box(parent)
        super().__init__(parent, field=self._box)
        self._zero = minimum - 1 if zero else None
        self._box.setRange(minimum - bool(zero), maximum)
        self._box.setSingleStep(step)
        self._box.setSuffix(suffix)
        self._box.setSpecialValueText(zero)
        self._box.valueChanged.connect(
            lambda value: self.chosen.emit(0 if value == self._zero else value)
        )

    def show_value(self, value: int) -> None:
        """Show ``value``."""
        with QSignalBlocker(self._box):
            self._box.setValue(value if self._zero is None else value or self._zero)


class LineControl(FormControl):
    """Line edit for a text."""

    def __init__(self, parent: QWidget) -> None:
        self._line = QLineEdit(parent)
        super().__init__(parent, field=self._line)
        self._line.textEdited.connect(self.chosen.emit)

    def show_value(self, value: str) -> None:
        """Show ``value``; the cursor stays if the line has it already."""
        if self._line.text() != value:
            self._line.setText(value)


class ColorControl(FormControl):
    """Button with a colour dialog; the value is "#1f5f8b", and ``default`` the label of ""."""

    def __init__(self, default: str, theme: Theme, parent: QWidget) -> None:
        line = QWidget(parent)
        self._button = QPushButton(default, line)
        self._reset = QPushButton(line)
        super().__init__(parent, field=line, parts=(self._button, self._reset))
        self._reset.setText(self.tr("Zurücksetzen"))
        self._default = default
        self._side = theme.px(14)
        self._value = ""
        self._button.clicked.connect(self._ask)
        self._reset.setProperty("role", "link")
        self._reset.setToolTip(default)
        self._reset.clicked.connect(lambda: self.chosen.emit(""))
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._button, 1)
        layout.addWidget(self._reset)
        line.setFocusProxy(self._button)
        for button in (self._button, self._reset):
            button.setAutoDefault(False)
        self.show_value("")

    def set_name(self, object_name: str, label: str, description: str = "") -> None:
        """Name both buttons."""
        super().set_name(object_name, label, description)
        self._reset.setObjectName(f"{object_name}.reset")
        self._reset.setAccessibleName(f"{label}: {self._default}")

    def show_value(self, value: str) -> None:
        """Show ``value`` as an icon and in hexadecimal notation."""
        self._value = value
        patch = QPixmap(self._side, self._side)
        patch.fill(QColor(value))
        self._button.setIcon(QIcon(patch) if value else QIcon())
        self._button.setText(value or self._default)
        self._button.setAccessibleDescription(self._button.text())
        self._reset.setVisible(bool(value))

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self._value), self.field)
        dialog.setObjectName("dialog.color")
        keep_fitted(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda color: self.chosen.emit(color.name()))
        dialog.open()


def spin_box(parent: QWidget) -> QSpinBox:
    """Return a spin box that reports a typed number once it is complete."""
    box = QSpinBox(parent)
    # While the writer types “12”, the 1 is not the value that they mean.
    box.setKeyboardTracking(False)
    # The padding of the style sheet does not reach the text of the line edit within.
    box.lineEdit().setTextMargins(box.fontMetrics().averageCharWidth(), 0, 0, 0)
    return box
