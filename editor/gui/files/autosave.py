"""Saves without being asked: after a pause in writing, and again after an error that passes."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from editor.gui.document import Document
from editor.gui.message_bar import MessageBar
from editor.gui.settings_store import SettingsStore
from editor.storage.file_errors import SaveError

PAUSE_MS = 5_000
"""Time without an edit after which the review is saved."""


class Autosave(QObject):
    """Saves the review to its file after a pause, where the writer has chosen so.

    A review without a file is not saved.
    """

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
        document.changed.connect(self._restart)
        document.opened.connect(self.stop)

    def stop(self) -> None:
        """Do not save until the next edit."""
        self.clock.stop()

    def _restart(self) -> None:
        if self._settings_store.settings.autosave:
            self.clock.start(PAUSE_MS)


RETRY_MS = 30_000
"""Time between two attempts."""


class SaveRetry(QObject):
    """Repeats a save that has failed, until the review is saved or another one is opened."""

    def __init__(
        self,
        document: Document,
        save: Callable[[], None],
        save_as: Callable[[], None],
        message_bar: MessageBar,
        parent: QObject,
    ) -> None:
        """``save`` asks nothing; ``save_as`` asks for another file."""
        super().__init__(parent)
        self._document = document
        self._save, self._save_as = save, save_as
        self._message_bar = message_bar
        self._sentence = ""
        self.clock = QTimer(self, singleShot=True)
        """Active while a save is going to be repeated."""
        self.clock.timeout.connect(save)
        document.opened.connect(self.stop)
        document.saved_changed.connect(self._stop_if_saved)

    def stop(self) -> None:
        """Give up, and withdraw the sentence from the message bar."""
        self.clock.stop()
        if self._sentence:
            self._message_bar.take_back(self._sentence)
            self._sentence = ""

    def start(self, error: SaveError) -> None:
        """Repeat the save that ended with ``error``, and say so in the message bar."""
        reason = error.cause.text()
        self._sentence = self.tr(
            "Noch nicht gesichert: {reason}. Neuer Versuch in {seconds} s."
        ).format(reason=reason, seconds=RETRY_MS // 1_000)
        now = self.tr("Jetzt sichern")
        elsewhere = self.tr("Sichern unter …"), self._save_as
        self._message_bar.insist(
            self._sentence, now, self._save_now, of_review=True, other=elsewhere
        )
        self.clock.start(RETRY_MS)

    def _save_now(self) -> None:
        self.clock.stop()
        self._save()

    def _stop_if_saved(self) -> None:
        if not self._document.dirty:
            self.stop()
