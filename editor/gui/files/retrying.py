"""A save that failed is tried again: a full disk is cleared, a network comes back."""

from PySide6.QtCore import QObject, QTimer

from editor.gui.document import Document
from editor.gui.files.controller import Files
from editor.gui.message_bar import Notice
from editor.storage.load_save import SaveError

AGAIN_MS = 30_000
"""Distance of attempts."""


class Retrying(QObject):
    """Saves again until it works, the review is another one, or the writer has it elsewhere."""

    def __init__(
        self, document: Document, files: Files, notice: Notice, language: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._files = files
        self._notice = notice
        self._language = language
        self._said = ""
        self.clock = QTimer(self, singleShot=True)
        """Runs while there is something to be tried again."""
        self.clock.timeout.connect(files.save_quietly)
        files.not_saved.connect(self._wait)
        document.opened.connect(self.stop)
        document.saved_changed.connect(self._follow)

    def stop(self) -> None:
        """Try no more."""
        self.clock.stop()
        if self._said:
            self._notice.take_back(self._said)
            self._said = ""

    def _wait(self, error: SaveError) -> None:
        reason = error.cause.english if self._language == "en" else error.cause.german
        self._said = self.tr(
            "Noch nicht gesichert: {reason}. Neuer Versuch in {seconds} s."
        ).format(reason=reason, seconds=AGAIN_MS // 1_000)
        self._notice.say_of_review(self._said, self.tr("Jetzt sichern"), self._now)
        self.clock.start(AGAIN_MS)

    def _now(self) -> None:
        self.clock.stop()
        self._files.save_quietly()

    def _follow(self) -> None:
        if not self._document.dirty:
            self.stop()
