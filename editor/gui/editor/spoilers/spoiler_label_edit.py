"""Line in the head of a spoiler in which its label is changed."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class SpoilerLabelEdit(QLineEdit):
    """Shows a label over its head until Return, Escape, or a click elsewhere."""

    chosen = Signal(str)
    """Emitted once with the new label; not after Escape."""

    def __init__(self, label: str, area: QRect, parent: QWidget) -> None:
        """``area`` is that of the head, in the coordinates of ``parent``."""
        super().__init__(label, parent)
        self.setObjectName("spoiler.label")
        self.setAccessibleName(self.tr("Überschrift des Spoilers"))
        self._ended = False
        height = max(area.height(), self.sizeHint().height())
        top = area.center().y() - height // 2
        self.setGeometry(area.left(), max(0, top), max(area.width(), height * 10), height)
        self.editingFinished.connect(self._finish)
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the label with Return, leave it as it was with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._ended = True
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Handled here, or it would go on to the text.
            self._finish()
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        if not self._ended:
            self._ended = True
            self.chosen.emit(self.text())
            self._leave()

    def _leave(self) -> None:
        field = self.parentWidget()
        if self.hasFocus() and field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self.deleteLater()
