"""The writer's dictionary in the running program: what is decided applies at once and is kept."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.errors import RezensentError
from editor.gui.worker import Worker
from editor.proofing.dictionary import change_words, words_and_problem


class KnownWords(QObject):
    """Knows the words. Only changes reach the file: what another window put there stays."""

    changed = Signal()
    """The words are others now."""
    failed = Signal(object)
    """A change could not be kept and is taken back; carries the error."""

    def __init__(self, config: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._config = config
        self._words, self.problem = words_and_problem(config)
        self._worker = Worker(self, newest_only=False)

    @property
    def words(self) -> tuple[str, ...]:
        """The words as they are, sorted, each once."""
        return self._words

    @property
    def pending(self) -> bool:
        """Whether something has not reached the disk yet."""
        return self._worker.busy

    def change(self, *, added: Iterable[str] = (), removed: Iterable[str] = ()) -> None:
        """Know the words ``added`` and no longer those ``removed``."""
        new = frozenset(added).difference(self._words)
        gone = frozenset(removed).intersection(self._words)
        if new or gone:
            self._apply(new, gone)
            self._worker.submit(
                partial(change_words, self._config, new, gone),
                self._follow,
                partial(self._take_back, new, gone),
            )

    def stop(self) -> None:
        """Keep what has not reached the disk yet."""
        self._worker.stop()

    # -- inside -----------------------------------------------------------------------------------

    def _apply(self, new: frozenset[str], gone: frozenset[str]) -> None:
        self._show(tuple(sorted({*self._words} - gone | new)))

    def _follow(self, words: tuple[str, ...]) -> None:
        """Know what another window has put into the file, once all of this one is there."""
        if not self._worker.busy:
            self._show(words)

    def _take_back(self, new: frozenset[str], gone: frozenset[str], error: RezensentError) -> None:
        self._apply(gone, new)
        self.failed.emit(error)

    def _show(self, words: tuple[str, ...]) -> None:
        if words != self._words:
            self._words = words
            self.changed.emit()
