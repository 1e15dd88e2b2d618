"""Buttons that assign units to sections, and the keys that do the same."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from editor.gui.screen_fit.flow_layout import FlowLayout
from editor.gui.theme import Theme

KEYS = "123456789"
"""Keys of the first sections, in the order of the form."""


class SectionButtons(QWidget):
    """One button for each section, labelled with its key."""

    chosen = Signal(str)
    """Id of the section whose button was clicked."""

    def __init__(self, ids: list[str], labels: list[str], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, theme.px(6))
        flow.setContentsMargins(0, 0, 0, 0)
        for number, (key, label) in enumerate(zip(ids, labels, strict=True), 1):
            digit = f"{number}  " if number <= len(KEYS) else ""
            button = QPushButton(f"{digit}{label.replace('&', '&&')}", self)
            button.setObjectName(f"import.assign.{key}")
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self.chosen.emit, key))
            flow.addWidget(button)
