"""Line over the form that says what is read aloud, and stops it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from editor.gui.theme import Theme
from editor.gui.widgets.overlay_stack import OverlayLine


class SpeechBar(OverlayLine):
    """Is shown as long as something is read aloud. It appears without taking the keyboard."""

    closes_on_escape = True

    stop_requested = Signal()
    """Stop reading."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(theme, window)
        self.setObjectName("speechBar")
        self._stop = QPushButton(self.tr("Anhalten"), self)
        self._stop.setObjectName("speech.stop")
        self._stop.clicked.connect(self.leave)
        self.buttons.addWidget(self._stop)

    def show_reading(self, subject: str, key: str) -> None:
        """Show that ``subject`` is read, or nothing when it is empty.

        ``key`` is the name of the key that stops it beside Escape, empty for none.
        """
        if not subject:
            self.hide()
            return
        stop = self.tr("Esc oder {key} hält an.") if key else self.tr("Esc hält an.")
        sentence = self.tr("{subject} wird vorgelesen.").format(subject=subject)
        self.label.setText(f"{sentence} {stop.format(key=key)}")
        # Not announced: two voices would speak at once.
        self.setAccessibleName(sentence)
        self.show()

    def leave(self) -> None:
        """Stop reading."""
        self.stop_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stop with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
