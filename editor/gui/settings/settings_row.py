"""One setting in the window: its name and control, what it does, and the way to its default."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from editor.gui.settings.kinds import Elsewhere, Setting
from editor.gui.theme import Theme
from editor.gui.widgets.form_controls import make_control
from editor.settings import Settings

_FIELD = 245
"""Width of the controls beside their labels, in the theme's units."""


class SettingRow(QWidget):
    """Shows one setting and tells what is chosen for it."""

    chosen = Signal(object, object)
    """The Setting and its new value."""
    asked = Signal(str)
    """The verb of the action whose dialog is asked for."""

    def __init__(self, setting: Setting, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setting = setting
        self._control = make_control(setting, self)
        self._control.chosen.connect(lambda value: self.chosen.emit(setting, value))
        self._control.asked.connect(self.asked)
        self._sentence = _soft(setting.sentence, self)
        self._default = _soft("", self)
        self._default.setObjectName(f"setting.{setting.key}.default")
        self._reset = QPushButton(self.tr("Zurücksetzen"), self)
        self._reset.setObjectName(f"setting.{setting.key}.reset")
        self._reset.setAccessibleName(self.tr("{label} zurücksetzen").format(label=setting.label))
        self._reset.setProperty("role", "link")
        self._reset.setAutoDefault(False)
        self._reset.clicked.connect(self._go_back)
        self._lay_out(theme)

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen."""
        value = self.setting.value(settings)
        self._control.show_value(value)
        differs = value != self.setting.default
        if not differs and self._reset.hasFocus():
            # The button goes; the keyboard stays with the setting.
            self._control.widgets[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._reset.setVisible(differs)
        default = self.tr("Vorgabe: {value}").format(value=self.setting.text(self.setting.default))
        now = self.tr("Jetzt: {value}").format(value=self.setting.text(value))
        elsewhere = isinstance(self.setting.kind, Elsewhere)
        self._default.setText(f"{now} · {default}" if elsewhere and differs else default)

    def matches(self, query: str) -> bool:
        """Tell whether the setting is one that ``query`` looks for."""
        return self.setting.matches(query)

    def _go_back(self) -> None:
        self.chosen.emit(self.setting, self.setting.default)

    def _lay_out(self, theme: Theme) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme.px(6), 0, theme.px(10))
        grid.setHorizontalSpacing(theme.px(20))
        grid.setVerticalSpacing(theme.px(3))
        grid.setColumnStretch(0, 1)
        field = self._control.field
        grid.addWidget(self._control.head or self._label(), 0, 0, 1, 1 if field else 2)
        if field is not None:
            field.setFixedWidth(theme.px(_FIELD))
            grid.addWidget(field, 0, 1)
        grid.addWidget(self._sentence, 1, 0, 1, 2)
        policy = self._reset.sizePolicy()
        # Its place stays, so that nothing moves under the mouse.
        policy.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(policy)
        default = QHBoxLayout()
        default.addWidget(self._default, 1)
        default.addWidget(self._reset)
        grid.addLayout(default, 2, 0, 1, 2)

    def _label(self) -> QLabel:
        label = QLabel(self.setting.label, self)
        label.setBuddy(self._control.field or self)
        return label


def _soft(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "soft")
    label.setWordWrap(True)
    return label
