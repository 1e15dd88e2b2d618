"""The writer's dictionary in the running program: one for all reviews."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.errors import RezensentError
from editor.gui.worker import Worker
from editor.proofing.dictionary import change_words, load_words_and_error


class UserDictionary(QObject):
    """Words that are right in every review of the writer.

    Only the changes are written, so that the words which another program adds to the file stay.
    """

    changed = Signal()
    """The words have changed."""
    failed = Signal(object)
    """Emitted with the error when a change could not be saved and was taken back."""

    def __init__(self, config: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._config = config
        self._words, self.problem = load_words_and_error(config)
        self._worker = Worker(self, newest_only=False)

    @property
    def words(self) -> tuple[str, ...]:
        """The words, sorted and without duplicates."""
        return self._words

    @property
    def pending(self) -> bool:
        """Whether a change is still being written."""
        return self._worker.busy

    def change(self, *, added: Iterable[str] = (), removed: Iterable[str] = ()) -> None:
        """Add and remove words, at once here and in the background on the disk."""
        new = frozenset(added).difference(self._words)
        gone = frozenset(removed).intersection(self._words)
        if new or gone:
            self._apply(new, gone)
            self._worker.submit(
                partial(change_words, self._config, new, gone),
                self._take_over,
                partial(self._undo, new, gone),
            )

    def stop(self) -> None:
        """Write the changes that are not on the disk yet."""
        self._worker.stop()

    def _apply(self, new: frozenset[str], gone: frozenset[str]) -> None:
        self._set(tuple(sorted({*self._words} - gone | new)))

    def _take_over(self, words: tuple[str, ...]) -> None:
        """Take over what another program has written, once all changes of this one are written."""
        if not self._worker.busy:
            self._set(words)

    def _undo(self, new: frozenset[str], gone: frozenset[str], error: RezensentError) -> None:
        self._apply(gone, new)
        self.failed.emit(error)

    def _set(self, words: tuple[str, ...]) -> None:
        if words != self._words:
            self._words = words
            self.changed.emit()
