"""Row of the settings window: one setting, with its default and a button that goes back to it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from editor.gui.settings.setting import Setting
from editor.gui.settings.setting_controls import DialogButtonControl, make_control
from editor.gui.theme import Theme
from editor.settings import Settings
from editor.settings.declaration import DialogSetting

_FIELD = 245
"""Width of the controls beside their labels, in units of the theme."""


class SettingRow(QWidget):
    """Shows one setting: its control, description, default and reset button."""

    chosen = Signal(object, object)
    """Emitted with the Setting and its new value."""
    dialog_requested = Signal(str)
    """Emitted with the id of the action that opens a dialog."""

    def __init__(self, setting: Setting, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setting = setting
        self._control = make_control(setting, self)
        self._control.chosen.connect(lambda value: self.chosen.emit(setting, value))
        if isinstance(self._control, DialogButtonControl):
            self._control.requested.connect(self.dialog_requested)
        self._description = _soft(setting.description, self)
        self._default = _soft("", self)
        self._default.setObjectName(f"setting.{setting.key}.default")
        self._reset = QPushButton(self.tr("Zurücksetzen"), self)
        self._reset.setObjectName(f"setting.{setting.key}.reset")
        self._reset.setAccessibleName(self.tr("{label} zurücksetzen").format(label=setting.label))
        self._reset.setProperty("role", "link")
        self._reset.setAutoDefault(False)
        self._reset.clicked.connect(self._go_back)
        self._folded = False
        self._lay_out(theme)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest part: where there is no more, they are one above another.

        The height is that of the parts as they are.
        """
        parts = (self._grid.itemAt(place) for place in range(self._grid.count()))
        width = max(part.minimumSize().width() for part in parts if part is not None)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the field below its label where there is no room for both."""
        super().resizeEvent(event)
        field, head = self._control.field, self._grid.itemAtPosition(0, 0)
        if field is not None and head is not None:
            together = head.minimumSize().width() + field.minimumWidth()
            self._fold(folded=together + self._grid.horizontalSpacing() > self.width())

    def show_settings(self, settings: Settings) -> None:
        """Show the values of ``settings``."""
        value = self.setting.value(settings)
        self._control.show_value(value)
        differs = value != self.setting.default
        if not differs and self._reset.hasFocus():
            # The button disappears; the keyboard focus stays with the setting.
            self._control.widgets[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._reset.setVisible(differs)
        default = self.tr("Vorgabe: {value}").format(
            value=self.setting.format(self.setting.default)
        )
        now = self.tr("Jetzt: {value}").format(value=self.setting.format(value))
        elsewhere = isinstance(self.setting.kind, DialogSetting)
        shown = [*([now] if elsewhere else []), *([default] if differs else [])]
        self._default.setText(" · ".join(shown))
        self._default.setVisible(bool(shown))

    def matches(self, query: str) -> bool:
        """Return whether ``query`` matches the setting."""
        return self.setting.matches(query)

    def _go_back(self) -> None:
        self.chosen.emit(self.setting, self.setting.default)

    def _lay_out(self, theme: Theme) -> None:
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, theme.px(6), 0, theme.px(10))
        grid.setHorizontalSpacing(theme.px(20))
        grid.setVerticalSpacing(theme.px(3))
        grid.setColumnStretch(0, 1)
        field = self._control.field
        grid.addWidget(self._control.head or self._label(), 0, 0, 1, 1 if field else 2)
        if field is not None:
            field.setFixedWidth(theme.px(_FIELD))
            grid.addWidget(field, 0, 1)
        grid.addWidget(self._description, 2, 0, 1, 2)
        policy = self._reset.sizePolicy()
        # Its space stays, so that nothing moves under the mouse.
        policy.setRetainSizeWhenHidden(True)
        self._reset.setSizePolicy(policy)
        default = QHBoxLayout()
        default.addWidget(self._default, 1)
        default.addWidget(self._reset)
        grid.addLayout(default, 3, 0, 1, 2)

    def _fold(self, *, folded: bool) -> None:
        """Put the field below its label, or beside it."""
        field = self._control.field
        if field is not None and folded != self._folded:
            self._folded = folded
            self._grid.removeWidget(field)
            self._grid.addWidget(field, *((1, 0, 1, 2) if folded else (0, 1)))

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
