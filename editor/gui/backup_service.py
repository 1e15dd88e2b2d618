"""Keeps what a file held before and after each save, as far as the writer wants that."""

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
    """Fills the backups. A version that cannot be kept is no reason to refuse a save."""

    kept = Signal()
    """There is another version."""
    failed = Signal(object)
    """A version cannot be kept; carries the error. Told once until it works again."""
    _ended = Signal(object)
    """A job on whatever thread is done; carries its error, None where it has kept a version."""

    def __init__(self, backups: Backups, settings_store: SettingsStore, parent: QObject) -> None:
        super().__init__(parent)
        self._backups = backups
        self._settings_store = settings_store
        self._troubled = False
        self._worker = Worker(self, newest_only=False)
        self._shrinking = Worker(self)
        self._ended.connect(self._tell)
        settings_store.changed.connect(self._follow)

    @property
    def wanted(self) -> bool:
        """Whether versions are kept."""
        return self._settings_store.settings.keep_versions

    def before(self, path: Path) -> None:
        """Keep what ``path`` holds, which is about to be replaced. Called on any thread."""
        data = self._there(path) if self.wanted else None
        if data is not None:
            self._keep(path, data, foreign=True)

    def after(self, path: Path, review: Review) -> None:
        """Keep what ``path`` holds now that ``review`` is saved. Called on any thread."""
        self._keep(path, encode_utf8(review_file.dumps(review)))

    def keep(self, path: Path, review: Review, then: Callable[[], None]) -> None:
        """Keep ``review`` as it stands as a version of ``path``, and go on with ``then``."""
        self._worker.submit(partial(self.after, path, review), lambda _: then())

    def stop(self) -> None:
        """Finish what is being kept."""
        self._worker.stop()
        self._shrinking.stop()

    # -- inside -----------------------------------------------------------------------------------

    @property
    def _most(self) -> int:
        """What all versions may take together, in bytes."""
        return self._settings_store.settings.versions_mb * _MEGABYTE

    def _there(self, path: Path) -> bytes | None:
        """Return what ``path`` holds, None for nothing and for what is no review anyway."""
        try:
            if path.is_file() and path.stat().st_size <= self._most:
                return path.read_bytes()
        except OSError:
            # The save says what there is to say.
            pass
        return None

    def _keep(self, path: Path, data: bytes, *, foreign: bool = False) -> None:
        if not self.wanted:
            return
        try:
            if self._backups.add(path, data, foreign=foreign) is not None:
                self._ended.emit(None)
        except BackupError as error:
            self._ended.emit(error)

    @Slot(object)
    def _tell(self, error: RezensentError | None) -> None:
        if error is None:
            self._troubled = False
            self._shrink()
            self.kept.emit()
        elif not self._troubled:
            self._troubled = True
            self.failed.emit(error)

    @Slot(object, object)
    def _follow(self, before: Settings, now: Settings) -> None:
        if now.versions_mb < before.versions_mb:
            self._shrink()

    def _shrink(self) -> None:
        self._shrinking.submit(partial(self._backups.shrink, self._most), lambda _: None)
