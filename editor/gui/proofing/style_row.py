"""Row of the style panel: one rule with its count and its threshold."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPushButton, QSpinBox, QWidget

from editor.gui.theme import Theme
from editor.proofing.style import StyleChoice, StyleRule


class StyleRow(QObject):
    """The widgets of a rule in one row of a grid: check box, count, and threshold if any."""

    changed = Signal(str, object)
    """Emitted with the key of the rule and its new StyleChoice."""
    next_requested = Signal(str)
    """Emitted with the key when the writer wants to go to the next finding."""
    entered = Signal(str)
    """Emitted with the key when the keyboard or a click comes to the row."""

    def __init__(self, rule: StyleRule, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.rule = rule
        self._label = rule.label.text()
        explanation = rule.explanation.text()
        self.check = QCheckBox(self._label.replace("&", "&&"), parent)
        self.check.setObjectName(f"style.{rule.key}")
        self.check.setAccessibleDescription(explanation)
        self.check.toggled.connect(self._emit)
        self.count = QPushButton(parent)
        self.count.setObjectName(f"style.{rule.key}.count")
        self.count.setProperty("role", "count")
        self.count.clicked.connect(lambda: self.next_requested.emit(rule.key))
        self.threshold = self._spin_box(theme, parent) if rule.unit else None
        self.widgets = tuple(w for w in (self.check, self.count, self.threshold) if w is not None)
        for widget in self.widgets:
            widget.installEventFilter(self)
        self.count.setFixedWidth(theme.px(48))
        self.show_count(0)

    def put_into(self, grid: QGridLayout, line: int) -> None:
        """Put the widgets into the row ``line`` of ``grid``."""
        grid.addWidget(self.check, line, 0)
        grid.addWidget(self.count, line, 1, Qt.AlignmentFlag.AlignRight)
        if self.threshold is not None:
            grid.addWidget(self.threshold, line, 2)

    def show_choice(self, choice: StyleChoice, *, enabled: bool) -> None:
        """Show ``choice``; does not emit ``changed``."""
        self.blockSignals(True)  # noqa: FBT003 - Qt names it
        self.check.setChecked(choice.on)
        self.check.setEnabled(enabled)
        if self.threshold is not None:
            self.threshold.setValue(choice.threshold)
            self.threshold.setEnabled(enabled and choice.on)
        self.blockSignals(False)  # noqa: FBT003

    def show_count(self, count: int) -> None:
        """Show the number of findings."""
        self.count.setText(f"{count} ›" if count else "")
        self.count.setEnabled(bool(count))
        self.count.setToolTip(self.tr("Zum nächsten Hinweis") if count else "")
        spoken = self.tr("{rule}: {n} Hinweise, zum nächsten").format(rule=self._label, n=count)
        self.count.setAccessibleName(spoken)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Emit ``entered``; keep the wheel from changing a threshold without focus."""
        if _enters(event):
            # Not within the click: a button that moves while the mouse is down is not clicked.
            QTimer.singleShot(0, self, lambda: self.entered.emit(self.rule.key))
        # A wheel that scrolls the panel must not change the thresholds below the pointer.
        wheel = event.type() == QEvent.Type.Wheel and watched is self.threshold
        if wheel and self.threshold is not None and not self.threshold.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _spin_box(self, theme: Theme, parent: QWidget) -> QSpinBox:
        rule = self.rule
        box = QSpinBox(parent)
        box.setObjectName(f"style.{rule.key}.threshold")
        box.setAccessibleName(self.tr("{rule}: Schwelle").format(rule=self._label))
        box.setRange(rule.minimum, rule.maximum)
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.setFixedWidth(theme.px(104))
        box.setSuffix(rule.suffix.text())
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.setSpecialValueText(rule.lowest.text())
        # While “12” is being typed, 1 is not the value.
        box.setKeyboardTracking(False)
        box.valueChanged.connect(self._emit)
        return box

    def _emit(self) -> None:
        threshold = self.threshold.value() if self.threshold is not None else self.rule.default
        self.changed.emit(self.rule.key, StyleChoice(self.check.isChecked(), threshold))


def _enters(event: QEvent) -> bool:
    """Return whether the keyboard comes to a widget, or a click on it ends."""
    if isinstance(event, QFocusEvent) and event.gotFocus():
        return event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.OtherFocusReason,
        }
    return event.type() == QEvent.Type.MouseButtonRelease
