"""Saves by itself after a pause in writing, for those who want that."""

from PySide6.QtCore import QObject, QTimer

from editor.gui.document import Document
from editor.gui.files.controller import Files
from editor.gui.settings_store import Preferences

PAUSE_MS = 5_000
"""Time without an edit after which is saved."""


class Autosaving(QObject):
    """Saves the review to its file; one without a file stays what it is."""

    def __init__(
        self, document: Document, files: Files, preferences: Preferences, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._files = files
        self._preferences = preferences
        self.clock = QTimer(self, singleShot=True)
        self.clock.timeout.connect(files.save_quietly)
        document.changed.connect(self._edited)
        document.opened.connect(self.stop)

    def stop(self) -> None:
        """Save no more by itself."""
        self.clock.stop()

    def _edited(self) -> None:
        if self._preferences.settings.autosave:
            self.clock.start(PAUSE_MS)
