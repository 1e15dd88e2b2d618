"""The program goes on after a mistake of ours, and says so; after a crash the next start does."""

from collections import Counter

from PySide6.QtCore import QObject

from editor.gui.crashing.hooks import Hooks
from editor.gui.crashing.last_words import LastWords
from editor.gui.crashing.mistake_window import MistakeWindow
from editor.gui.document import Document
from editor.gui.files.journalling import Journalling
from editor.gui.tasks import Worker
from editor.gui.window import Window
from editor.mistakes import Mistake, report

_MOST = 20
"""Different mistakes that a report lists; whoever has more has one that matters."""


class Crashing(QObject):
    """Gathers mistakes and shows them in one window."""

    def __init__(
        self,
        window: Window,
        document: Document,
        journalling: Journalling,
        last_words: LastWords,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._journalling = journalling
        self._last_words = last_words
        self._seen: Counter[Mistake] = Counter()
        self._shown: MistakeWindow | None = None
        self._worker = Worker(self)
        self.hooks = Hooks(self)
        self.hooks.happened.connect(self.tell)

    def start(self) -> None:
        """Say what the last time ended with, when that was a crash."""
        self._worker.submit(self._last_words.of_the_dead, self._recall)

    def stop(self) -> None:
        """Leave the hooks to the interpreter, and note that the end is a good one."""
        self._worker.stop()
        self.hooks.release()
        self._last_words.withdraw()

    def tell(self, found: Mistake) -> None:
        """Keep what is written, and show ``found`` with the mistakes before it."""
        self._journalling.hurry()
        self._seen[found] += 1
        newest = list(self._seen)[-_MOST:]
        self._open(report(newest), self._safe(), self._seen.total())

    def _recall(self, words: str) -> None:
        if words:
            self._window.notice.say(
                self.tr("Rezensent ist beim letzten Mal abgestürzt."),
                self.tr("Bericht zeigen"),
                lambda: self._open(f"{report(())}\n{words}", self._safe(), 1),
            )

    def _open(self, text: str, safe: str, count: int) -> None:
        if self._shown is None:
            self._shown = MistakeWindow(self._window.theme, self._window)
            self._shown.quit_asked.connect(self._window.close)
        self._shown.tell(text, safe, count)

    def _safe(self) -> str:
        path, at = self._document.path, self._document.saved_at
        if not self._document.dirty and path is not None:
            return self.tr("Ihre Rezension ist gesichert in {path}.").format(path=path)
        kept = self.tr(
            "Was Sie geschrieben haben, steht im Tagebuch von Rezensent und wird beim nächsten "
            "Start angeboten."
        )
        if path is None or at is None:
            return kept
        saved = self.tr("In {path} steht die Fassung von {time} Uhr.")
        return f"{kept} {saved.format(path=path, time=f'{at:%H:%M}')}"
