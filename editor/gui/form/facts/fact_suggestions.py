"""Suggestions for facts from earlier reviews."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.gui.document import Document
from editor.gui.worker import Worker
from editor.storage.fact_index import FactIndex


class FactSuggestions(QObject):
    """Reads the reviews in the folder of the open one and in the last folder, off the GUI thread.

    They are read anew when a review is opened or saved.
    """

    changed = Signal(object)
    """The EarlierFacts of all reviews but the open one."""

    def __init__(self, document: Document, last_folder: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._last_folder = last_folder
        self._index = FactIndex()
        self._last_save: tuple[object, ...] = ()
        self._worker = Worker(self, reads_only=True)
        document.opened.connect(self.refresh)
        document.saved_changed.connect(self._refresh_after_save)

    @property
    def busy(self) -> bool:
        """Whether reviews are being read."""
        return self._worker.busy

    def refresh(self) -> None:
        """Read the reviews that are new or have changed."""
        path, last = self._document.path, self._last_folder()
        folders = [path.parent] if path else []
        folders += [Path(last)] if last else []
        self._worker.submit(partial(self._index.read, folders, path), self.changed.emit)

    def stop(self) -> None:
        """Wait for the worker; its result is dropped."""
        self._worker.stop()

    def _refresh_after_save(self) -> None:
        save = (self._document.path, self._document.saved_at)
        if save != self._last_save:
            self._last_save = save
            self.refresh()
