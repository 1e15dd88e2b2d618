"""Restorer of versions: puts a version, or a part of it, into the open review."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.gui.backup_service import BackupService
from editor.gui.document import Document
from editor.gui.interfaces import FileCloser
from editor.gui.versions import lists
from editor.gui.versions.loader import VersionComparison
from editor.review.model import Review
from editor.review.versions import version_diff


class VersionRestorer(QObject):
    """Restores into the window; files change when the writer saves."""

    message = Signal(str)
    """Emitted with a sentence for the message bar when something has been restored."""

    def __init__(
        self,
        document: Document,
        files: FileCloser,
        backup_service: BackupService,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._document, self._files = document, files
        self._backup_service = backup_service

    def restore(self, comparison: VersionComparison, part: str) -> None:
        """Restore the part with the id ``part``, or with an empty one the whole review.

        A version of the open review is one step of undo in it; the present state is kept as a
        version first. A version of another review, or on another form, is opened.
        """
        then, path = comparison.review, self._document.path
        if then is None:
            return
        if comparison.open and comparison.fits and path is not None:
            put = partial(self._put, comparison, then, part, path)
            self._backup_service.keep(path, self._document.review, put)
        else:
            self._files.close(partial(self._open, comparison, then))

    def _put(self, comparison: VersionComparison, then: Review, part: str, path: Path) -> None:
        if path != self._document.path:
            return
        field = f"section.{part}" if part and part != version_diff.FACTS else "version"
        review = version_diff.restore_part(self._document.review, then, part) if part else then
        if self._document.edit_review(review, field):
            self._report(comparison)

    def _open(self, comparison: VersionComparison, then: Review) -> None:
        """Open the version as the review of its file."""
        path: Path | None = comparison.version.path
        digest = comparison.now_digest or comparison.digest
        if comparison.open:
            path, digest = self._document.path, self._document.digest
        # Should a file be there again when this is saved, it is not replaced without a question.
        self._document.open(then, path, saved=False, digest=digest)
        self._report(comparison)

    def _report(self, comparison: VersionComparison) -> None:
        sentence = self.tr("Wiederhergestellt aus der Fassung vom {time}, noch nicht gesichert.")
        self.message.emit(sentence.format(time=lists.format_time(comparison.version.taken)))
