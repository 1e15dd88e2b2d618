"""Message box that fits its screen."""

from typing import cast

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QMessageBox,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from editor.gui.screen_fit.scrolling_lines import LinesArea
from editor.gui.screen_fit.window_fit import bring_inside, room_of

_LARGEST = QSize(16_777_215, 16_777_215)
"""QWIDGETSIZE_MAX, for a widget of any size."""


class MessageBox(QMessageBox):
    """Message box whose sentences scroll, and whose buttons stack, where the screen is small."""

    def event(self, event: QEvent) -> bool:
        """Keep Qt from fixing the size of the box again, as it does after each change within."""
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            return QDialog.event(self, event)
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the box, whose size Qt has fixed just now."""
        super().showEvent(event)
        room = room_of(self)
        needed = self.size().expandedTo(QSize(self._buttons_width(), 0))
        if needed.boundedTo(room) != needed:
            self._let_scroll(room)

    def _buttons_width(self) -> int:
        layout, buttons = self.layout(), self.findChild(QDialogButtonBox)
        if layout is None or buttons is None:
            return 0
        margins = layout.contentsMargins()
        return buttons.sizeHint().width() + margins.left() + margins.right()

    def _let_scroll(self, room: QSize) -> None:
        """Let the sentences scroll within ``room``, and stack buttons that are wider than it."""
        layout, buttons = self.layout(), self.findChild(QDialogButtonBox)
        text = self.findChild(QLabel, "qt_msgbox_label")
        if not isinstance(layout, QGridLayout) or buttons is None or text is None:
            return
        if self._buttons_width() > room.width():
            buttons.setOrientation(Qt.Orientation.Vertical)
        place = layout.getItemPosition(layout.indexOf(text))
        row, column, *_ = cast("tuple[int, int, int, int]", place)
        content = QWidget(self)
        lines = QVBoxLayout(content)
        lines.setContentsMargins(0, 0, 0, 0)
        for label in (text, self.findChild(QLabel, "qt_msgbox_informativelabel")):
            if label is not None:
                label.setWordWrap(True)
                label.setMinimumSize(0, 0)
                label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
                lines.addWidget(label)
        lines.addStretch(1)
        area = LinesArea(content, self)
        layout.addWidget(area, row, column, 2, 1)
        layout.setRowStretch(row, 1)
        self.setMinimumSize(0, 0)
        self.setMaximumSize(_LARGEST)
        beside = layout.totalMinimumSize() - area.minimumSizeHint()
        width = room.width() - beside.width()
        height = lines.totalHeightForWidth(width) + beside.height()
        self.resize(QSize(room.width(), height).boundedTo(room))
        bring_inside(self, [self.screen()])
