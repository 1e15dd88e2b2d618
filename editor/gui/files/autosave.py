"""Saves by itself after a pause in writing, for those who want that."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from editor.gui.document import Document
from editor.gui.message_bar import MessageBar
from editor.gui.settings_store import SettingsStore
from editor.storage.load_save import SaveError

PAUSE_MS = 5_000
"""Time without an edit after which is saved."""


class Autosave(QObject):
    """Saves the review to its file; one without a file stays what it is."""

    def __init__(
        self,
        document: Document,
        save: Callable[[], None],
        settings_store: SettingsStore,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._save = save
        self._settings_store = settings_store
        self.clock = QTimer(self, singleShot=True)
        self.clock.timeout.connect(save)
        document.changed.connect(self._edited)
        document.opened.connect(self.stop)

    def stop(self) -> None:
        """Save no more by itself."""
        self.clock.stop()

    def _edited(self) -> None:
        if self._settings_store.settings.autosave:
            self.clock.start(PAUSE_MS)


AGAIN_MS = 30_000
"""Distance of attempts."""


class SaveRetry(QObject):
    """Saves again until it works, the review is another one, or the writer has it elsewhere."""

    def __init__(
        self, document: Document, save: Callable[[], None], notice: MessageBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._save = save
        self._notice = notice
        self._said = ""
        self.clock = QTimer(self, singleShot=True)
        """Runs while there is something to be tried again."""
        self.clock.timeout.connect(save)
        document.opened.connect(self.stop)
        document.saved_changed.connect(self._follow)

    def stop(self) -> None:
        """Try no more."""
        self.clock.stop()
        if self._said:
            self._notice.take_back(self._said)
            self._said = ""

    def start(self, error: SaveError) -> None:
        """Try again after a while, and say why."""
        reason = error.cause.text()
        self._said = self.tr(
            "Noch nicht gesichert: {reason}. Neuer Versuch in {seconds} s."
        ).format(reason=reason, seconds=AGAIN_MS // 1_000)
        self._notice.say_of_review(self._said, self.tr("Jetzt sichern"), self._now)
        self.clock.start(AGAIN_MS)

    def _now(self) -> None:
        self.clock.stop()
        self._save()

    def _follow(self) -> None:
        if not self._document.dirty:
            self.stop()
