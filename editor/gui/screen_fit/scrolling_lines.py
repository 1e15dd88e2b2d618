"""Dialogs whose contents scroll while their last line, with the buttons, stays."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from editor.gui.screen_fit.flow_layout import FlowLayout

_CONTENT_AND_BUTTONS = 2
"""Fewest lines of a dialog whose contents can scroll while its buttons stay."""


class LinesArea(QScrollArea):
    """Scroll area with the lines of a dialog, which needs next to no room itself."""

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def minimumSizeHint(self) -> QSize:
        """Return a square in which there is room for a scroll bar."""
        side = 2 * self.verticalScrollBar().sizeHint().width()
        return QSize(side, side)


def make_scrollable(dialog: QDialog, layout: QLayout, width: int) -> None:
    """Move all lines of ``dialog`` but the last one into a scroll area.

    The last line stays below it; its buttons stand in several lines where they need more than
    ``width``, in device-independent pixels, also where that is so only later. Does nothing where
    ``layout``, that of the dialog, has no lines.
    """
    if not isinstance(layout, QVBoxLayout) or layout.count() < _CONTENT_AND_BUTTONS:
        return
    if dialog.findChild(LinesArea) is None:
        _let_scroll(dialog, layout)
    if layout.totalMinimumSize().width() > width:
        _wrap_last(dialog, layout)


def _let_scroll(dialog: QDialog, layout: QVBoxLayout) -> None:
    """Move all lines of ``layout`` but the last one into a scroll area."""
    content = QWidget(dialog)
    lines = QVBoxLayout(content)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(layout.spacing())
    for _ in range(layout.count() - 1):
        _move_first(layout, lines)
    layout.insertWidget(0, LinesArea(content, dialog), 1)
    layout.invalidate()


def _wrap_last(dialog: QDialog, layout: QVBoxLayout) -> None:
    """Let the buttons in the last line of ``layout`` stand in several lines."""
    item = layout.itemAt(layout.count() - 1)
    box, line = (None, None) if item is None else (item.widget(), item.layout())
    if isinstance(box, QDialogButtonBox):
        box.setOrientation(Qt.Orientation.Vertical)
    elif isinstance(line, QBoxLayout):
        foot = QWidget(dialog)
        flow = FlowLayout(foot, max(0, line.spacing()))
        flow.setContentsMargins(0, 0, 0, 0)
        while (taken := line.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                flow.addWidget(widget)
        layout.addWidget(foot)


def _move_first(source: QBoxLayout, target: QBoxLayout) -> None:
    """Move the first item of ``source`` to the end of ``target``."""
    stretch = source.stretch(0)
    item = source.takeAt(0)
    if item is None:
        return
    widget, inner = item.widget(), item.layout()
    if widget is not None:
        target.addWidget(widget, stretch)
    elif inner is not None:
        target.addLayout(inner, stretch)
    else:
        target.addItem(item)
