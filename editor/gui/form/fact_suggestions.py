"""What earlier reviews hold, read beside the work and offered while facts are typed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.gui.document import Document
from editor.gui.worker import Worker
from editor.storage.fact_index import EarlierFacts, FactIndex


class FactSuggestions(QObject):
    """Reads the reviews in the folders that the writer uses, anew when one was saved."""

    changed = Signal(object)
    """The Earlier of all reviews but the open one."""

    def __init__(self, document: Document, last_folder: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._last_folder = last_folder
        self._shelf = FactIndex()
        self._seen: tuple[object, ...] = ()
        self._worker = Worker(self)
        document.opened.connect(self.refresh)
        document.saved_changed.connect(self._saved)

    @property
    def busy(self) -> bool:
        """Whether reviews are being read."""
        return self._worker.busy

    def refresh(self) -> None:
        """Read what is new."""
        path, last = self._document.path, self._last_folder()
        folders = [path.parent] if path else []
        folders += [Path(last)] if last else []
        self._worker.submit(partial(self._shelf.read, folders, path), self._show)

    def stop(self) -> None:
        """End reading."""
        self._worker.stop()

    def _saved(self) -> None:
        state = (self._document.path, self._document.saved_at)
        if state != self._seen:
            self._seen = state
            self.refresh()

    def _show(self, earlier: EarlierFacts) -> None:
        self.changed.emit(earlier)
