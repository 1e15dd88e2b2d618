"""The form control of each kind of setting."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QCheckBox, QComboBox, QFontComboBox, QPushButton, QWidget

from editor.gui.settings.setting import Setting, StyleRuleSetting
from editor.gui.theme import text_family
from editor.gui.widgets.form_controls import (
    ChoiceControl,
    FormControl,
    LineControl,
    NumberControl,
    SwitchControl,
    spin_box,
)
from editor.proofing.style import StyleChoice
from editor.settings.declaration import (
    ChoiceSetting,
    DialogSetting,
    FontSetting,
    NumberSetting,
    SwitchSetting,
    TextSetting,
)


class FontControl(FormControl):
    """Combo box of scalable Latin fonts; an empty value shows the default font of the theme."""

    def __init__(self, parent: QWidget) -> None:
        self._box = QFontComboBox(parent)
        super().__init__(parent, field=self._box)
        self._box.setEditable(False)
        self._box.setWritingSystem(QFontDatabase.WritingSystem.Latin)
        self._box.setFontFilters(QFontComboBox.FontFilter.ScalableFonts)
        # A name says less than its letters, but a long one must not widen the window.
        self._box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._box.activated.connect(lambda row: self.chosen.emit(self._box.itemText(row)))

    def show_value(self, value: str) -> None:
        """Select the font ``value``, the default font if the machine does not have it."""
        installed = value and self._box.findText(value) >= 0
        self._box.setCurrentFont(QFont(value if installed else text_family()))


class StyleRuleControl(FormControl):
    """Check box for a style rule, with a spin box for its threshold if it has one."""

    def __init__(self, setting: Setting, kind: StyleRuleSetting, parent: QWidget) -> None:
        self._rule = kind.rule
        self._check = QCheckBox(_escaped(setting.label), parent)
        self._box = spin_box(parent) if kind.rule.unit else None
        super().__init__(parent, head=self._check, field=self._box)
        self._check.clicked.connect(self._choose)
        if self._box is not None:
            self._box.setRange(kind.rule.minimum, kind.rule.maximum)
            self._box.setSuffix(kind.suffix)
            self._box.setSpecialValueText(kind.rule.lowest.text())
            self._box.valueChanged.connect(self._choose)

    def set_name(self, object_name: str, label: str, description: str = "") -> None:
        """Name the check box, and the spin box after it."""
        super().set_name(object_name, label, description)
        if self._box is not None:
            self._box.setObjectName(f"{object_name}.threshold")
            self._box.setAccessibleName(self.tr("{rule}: Schwelle").format(rule=label))

    def show_value(self, value: StyleChoice) -> None:
        """Show whether the rule is on, and its threshold."""
        self._check.setChecked(value.on)
        if self._box is not None:
            with QSignalBlocker(self._box):
                self._box.setValue(value.threshold)
            self._box.setEnabled(value.on)

    def _choose(self) -> None:
        threshold = self._rule.default if self._box is None else self._box.value()
        self.chosen.emit(StyleChoice(self._check.isChecked(), threshold))


class DialogButtonControl(FormControl):
    """Button for a setting that an action's dialog asks for."""

    requested = Signal(str)
    """Id of the action."""

    def __init__(self, setting: Setting, kind: DialogSetting, parent: QWidget) -> None:
        self._button = QPushButton(str(kind.button), parent)
        super().__init__(parent, field=self._button)
        self._setting = setting
        self._button.setAutoDefault(False)
        self._button.clicked.connect(lambda: self.requested.emit(kind.action))

    def show_value(self, value: object) -> None:
        """Put ``value`` into the accessible name of the button."""
        name = self.tr("{label}: {value}").format(
            label=self._setting.label, value=self._setting.format(value)
        )
        self._button.setAccessibleName(name)


def _switch(setting: Setting, _: SwitchSetting, parent: QWidget) -> FormControl:
    return SwitchControl(_escaped(setting.label), parent)


def _choice(_: Setting, kind: ChoiceSetting, parent: QWidget) -> FormControl:
    return ChoiceControl(((item.value, str(item.label), "") for item in kind.options), parent)


def _number(_: Setting, kind: NumberSetting, parent: QWidget) -> FormControl:
    return NumberControl(
        kind.minimum,
        kind.maximum,
        parent,
        zero=str(kind.automatic),
        step=kind.step,
        suffix=str(kind.unit),
    )


def _escaped(label: str) -> str:
    """Return ``label`` for a widget that takes a single & for the mark of a mnemonic."""
    return label.replace("&", "&&")


_CONTROLS: Mapping[type, Callable[[Setting, Any, QWidget], FormControl]] = {
    SwitchSetting: _switch,
    ChoiceSetting: _choice,
    NumberSetting: _number,
    TextSetting: lambda _setting, _kind, parent: LineControl(parent),
    FontSetting: lambda _setting, _kind, parent: FontControl(parent),
    StyleRuleSetting: StyleRuleControl,
    DialogSetting: DialogButtonControl,
}


def make_control(setting: Setting, parent: QWidget) -> FormControl:
    """Return the control of ``setting``, named after it."""
    control = _CONTROLS[type(setting.kind)](setting, setting.kind, parent)
    control.set_name(f"setting.{setting.key}", setting.label, setting.description)
    return control
