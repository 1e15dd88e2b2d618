"""The control of a setting, one class per kind: shows a value and tells which one was chosen."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFontComboBox,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from editor.gui.settings.kinds import (
    Elsewhere,
    Font,
    Number,
    OneOf,
    OnOff,
    Rule,
    Setting,
    Text,
)
from editor.gui.theme import text_family
from editor.proofing.style import StyleChoice


class Control(QObject):
    """What a person chooses the value of one setting with."""

    chosen = Signal(object)
    """The new value."""
    asked = Signal(str)
    """The verb of the action whose dialog is asked for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.head: QWidget | None = None
        """What stands in the place of the label, None for a plain label."""
        self.field: QWidget | None = None
        """What stands beside the label."""

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """The widgets that there are, in the order of the Tab key."""
        return tuple(widget for widget in (self.head, self.field) if widget is not None)

    def show_value(self, value: Any) -> None:
        """Show ``value``; it is no news then."""
        raise NotImplementedError

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a wheel that scrolls the page pass: it must not turn a value on its way."""
        wheel = event.type() == QEvent.Type.Wheel
        if wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _choose(self, value: object) -> None:
        self.chosen.emit(value)

    def _name(self, setting: Setting) -> None:
        for widget in self.widgets:
            widget.setObjectName(f"setting.{setting.key}")
            widget.setAccessibleName(setting.label)
            widget.setAccessibleDescription(setting.sentence)
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            widget.installEventFilter(self)


class _Switch(Control):
    def __init__(self, setting: Setting, _: OnOff, parent: QWidget) -> None:
        super().__init__(parent)
        self.head = self._check = _check_box(setting, parent)
        self._check.clicked.connect(self._choose)
        self._name(setting)

    def show_value(self, value: bool) -> None:  # noqa: FBT001 - as the others
        self._check.setChecked(value)


class _Choice(Control):
    def __init__(self, setting: Setting, kind: OneOf, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = self._box = QComboBox(parent)
        for value, text in kind.options:
            self._box.addItem(text, value)
        self._box.activated.connect(lambda row: self.chosen.emit(self._box.itemData(row)))
        self._name(setting)

    def show_value(self, value: str) -> None:
        self._box.setCurrentIndex(self._box.findData(value))


class _Number(Control):
    """A number; one step below the smallest stands for 0 where the kind has a word for it."""

    def __init__(self, setting: Setting, kind: Number, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = self._box = _spin_box(parent)
        self._kind = kind
        self._zero = kind.minimum - 1 if kind.automatic else None
        self._box.setRange(kind.minimum - bool(kind.automatic), kind.maximum)
        self._box.setSingleStep(kind.step)
        self._box.setSuffix(kind.unit)
        self._box.setSpecialValueText(kind.automatic)
        self._box.valueChanged.connect(
            lambda value: self.chosen.emit(0 if value == self._zero else value)
        )
        self._name(setting)

    def show_value(self, value: int) -> None:
        self.blockSignals(True)  # noqa: FBT003 - Qt names it
        self._box.setValue(value if self._zero is None else value or self._zero)
        self.blockSignals(False)  # noqa: FBT003


class _Line(Control):
    def __init__(self, setting: Setting, _: Text, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = self._line = QLineEdit(parent)
        self._line.textEdited.connect(self._choose)
        self._name(setting)

    def show_value(self, value: str) -> None:
        if self._line.text() != value:
            self._line.setText(value)


class _Family(Control):
    def __init__(self, setting: Setting, _: Font, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = self._box = QFontComboBox(parent)
        self._box.setEditable(False)
        self._box.setWritingSystem(QFontDatabase.WritingSystem.Latin)
        self._box.setFontFilters(QFontComboBox.FontFilter.ScalableFonts)
        # A name says less than its letters, but a long one must not widen the window.
        self._box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._box.activated.connect(lambda row: self.chosen.emit(self._box.itemText(row)))
        self._name(setting)

    def show_value(self, value: str) -> None:
        there = value and self._box.findText(value) >= 0
        self._box.setCurrentFont(QFont(value if there else text_family()))


class _StyleRule(Control):
    """Whether a rule of style applies, and from when on."""

    def __init__(self, setting: Setting, kind: Rule, parent: QWidget) -> None:
        super().__init__(parent)
        self._rule = kind.rule
        self.head = self._check = _check_box(setting, parent)
        self._check.clicked.connect(self._tell)
        self._box = self._threshold(kind, parent) if kind.rule.unit else None
        self.field = self._box
        self._name(setting)
        if self._box is not None:
            self._box.setObjectName(f"setting.{setting.key}.threshold")
            self._box.setAccessibleName(self.tr("{rule}: Schwelle").format(rule=setting.label))

    def show_value(self, value: StyleChoice) -> None:
        self.blockSignals(True)  # noqa: FBT003
        self._check.setChecked(value.on)
        if self._box is not None:
            self._box.setValue(value.threshold)
            self._box.setEnabled(value.on)
        self.blockSignals(False)  # noqa: FBT003

    def _threshold(self, kind: Rule, parent: QWidget) -> QSpinBox:
        box = _spin_box(parent)
        box.setRange(kind.rule.minimum, kind.rule.maximum)
        box.setSuffix(kind.suffix)
        box.setSpecialValueText(kind.rule.lowest.text(kind.language))
        box.valueChanged.connect(self._tell)
        return box

    def _tell(self) -> None:
        threshold = self._rule.default if self._box is None else self._box.value()
        self.chosen.emit(StyleChoice(self._check.isChecked(), threshold))


class _Opener(Control):
    def __init__(self, setting: Setting, kind: Elsewhere, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = self._button = QPushButton(kind.button, parent)
        self._button.setAutoDefault(False)
        self._button.clicked.connect(lambda: self.asked.emit(kind.verb))
        self._setting = setting
        self._name(setting)

    def show_value(self, value: object) -> None:
        now = self.tr("{label}: {value}")
        said = now.format(label=self._setting.label, value=self._setting.text(value))
        self._button.setAccessibleName(said)


_CONTROLS: Mapping[type, Callable[[Setting, Any, QWidget], Control]] = {
    OnOff: _Switch,
    OneOf: _Choice,
    Number: _Number,
    Text: _Line,
    Font: _Family,
    Rule: _StyleRule,
    Elsewhere: _Opener,
}


def make_control(setting: Setting, parent: QWidget) -> Control:
    """Return the control of ``setting``."""
    return _CONTROLS[type(setting.kind)](setting, setting.kind, parent)


def _check_box(setting: Setting, parent: QWidget) -> QCheckBox:
    return QCheckBox(setting.label.replace("&", "&&"), parent)


def _spin_box(parent: QWidget) -> QSpinBox:
    box = QSpinBox(parent)
    # While somebody types „12“, the 1 is not what they mean.
    box.setKeyboardTracking(False)
    # The style sheet's padding stops at the line edit within.
    box.lineEdit().setTextMargins(box.fontMetrics().averageCharWidth(), 0, 0, 0)
    return box
