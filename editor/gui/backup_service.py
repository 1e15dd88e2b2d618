"""Backups of each file before and after a save, if the writer wants them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from editor.errors import BackupError, RezensentError
from editor.gui.settings_store import SettingsStore
from editor.gui.worker import Worker
from editor.review.model import Review
from editor.settings import Settings
from editor.storage import review_file
from editor.storage.backups import Backups
from editor.storage.load_save import encode_utf8

_MEGABYTE = 1_000_000


class BackupService(QObject):
    """Stores versions in the backups. A failure to do so does not refuse a save."""

    stored = Signal()
    """A version has been stored."""
    failed = Signal(object)
    """Emitted with the error when a version cannot be stored, once until that works again."""
    _ended = Signal(object)
    """Emitted from any thread when a version is stored: with None, or with the error."""

    def __init__(self, backups: Backups, settings_store: SettingsStore, parent: QObject) -> None:
        super().__init__(parent)
        self._backups = backups
        self._settings_store = settings_store
        self._troubled = False
        self._worker = Worker(self, newest_only=False)
        self._shrinking = Worker(self)
        self._ended.connect(self._report)
        settings_store.changed.connect(self._follow)

    @property
    def wanted(self) -> bool:
        """Whether versions are kept."""
        return self._settings_store.settings.keep_versions

    def before(self, path: Path) -> None:
        """Store the content of ``path``, which is about to be replaced. Runs on any thread."""
        data = self._read(path) if self.wanted else None
        if data is not None:
            self._store(path, data, foreign=True)

    def after(self, path: Path, review: Review) -> None:
        """Store ``review``, which has been saved to ``path``. Runs on any thread."""
        self._store(path, encode_utf8(review_file.dumps(review)))

    def keep(self, path: Path, review: Review, then: Callable[[], None]) -> None:
        """Store ``review`` as a version of ``path`` in the background, then call ``then``."""
        self._worker.submit(partial(self.after, path, review), lambda _: then())

    def stop(self) -> None:
        """Finish storing."""
        self._worker.stop()
        self._shrinking.stop()

    @property
    def _limit(self) -> int:
        """Largest size of all versions together, in bytes."""
        return self._settings_store.settings.versions_mb * _MEGABYTE

    def _read(self, path: Path) -> bytes | None:
        """Return the content of ``path``, None if it is missing or too large for a review."""
        try:
            if path.is_file() and path.stat().st_size <= self._limit:
                return path.read_bytes()
        except OSError:
            # The save that follows reports the error.
            pass
        return None

    def _store(self, path: Path, data: bytes, *, foreign: bool = False) -> None:
        if not self.wanted:
            return
        try:
            if self._backups.add(path, data, foreign=foreign) is not None:
                self._ended.emit(None)
        except BackupError as error:
            self._ended.emit(error)

    @Slot(object)
    def _report(self, error: RezensentError | None) -> None:
        if error is None:
            self._troubled = False
            self._shrink()
            self.stored.emit()
        elif not self._troubled:
            self._troubled = True
            self.failed.emit(error)

    @Slot(object, object)
    def _follow(self, old: Settings, new: Settings) -> None:
        if new.versions_mb < old.versions_mb:
            self._shrink()

    def _shrink(self) -> None:
        self._shrinking.submit(partial(self._backups.shrink, self._limit), lambda _: None)
