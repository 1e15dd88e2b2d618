"""Controller of the window of earlier versions: lists, compares and restores them."""

from collections.abc import Sequence
from functools import partial
from itertools import zip_longest
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from editor.errors import RezensentError
from editor.gui import dialogs
from editor.gui.backup_service import BackupService
from editor.gui.document import Document
from editor.gui.host_window import HostWindow
from editor.gui.interfaces import FileCloser
from editor.gui.versions import loader
from editor.gui.versions.restorer import VersionRestorer
from editor.gui.versions.window import VersionsWindow
from editor.gui.worker import Worker
from editor.review.form_registry import FormRegistry
from editor.review.versions.review_diff import PartDiff
from editor.storage.backups import Backups, BackupVersion

_PAUSE_MS = 400
"""Pause in typing after which the comparison is made again."""


class VersionsController(QObject):
    """Fills the window of versions and restores, copies and removes versions."""

    message = Signal(str)
    """Emitted with a sentence for the message bar."""

    def __init__(
        self,
        backups: Backups,
        backup_service: BackupService,
        document: Document,
        files: FileCloser,
        window: HostWindow,
        *,
        forms: FormRegistry,
    ) -> None:
        super().__init__(window)
        self._backups, self._backup_service = backups, backup_service
        self._document, self._window = document, window
        self._forms = forms
        self._restorer = VersionRestorer(document, files, backup_service, self)
        self._restorer.message.connect(self.message)
        self._versions_window: VersionsWindow | None = None
        self._chosen_path: Path | None = None
        self._comparison: loader.VersionComparison | None = None
        self._summaries: dict[
            tuple[BackupVersion, BackupVersion | None], loader.VersionSummary
        ] = {}
        self._listing, self._comparing = Worker(self), Worker(self, reads_only=True)
        self._describing = Worker(self, newest_only=False, reads_only=True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._compare_version)
        document.changed.connect(lambda _: self._pause.start())
        document.holder_changed.connect(self._pause.start)
        document.opened.connect(self._follow)
        document.saved_changed.connect(self._refresh)
        backup_service.stored.connect(self._refresh)

    def open(self, path: Path | None = None) -> None:
        """Show the window in front of all others, with the versions of ``path`` if it is given."""
        is_new = self._versions_window is None
        if self._versions_window is None:
            self._versions_window = self._make()
            self._chosen_path = None
        if path is not None:
            self._choose(path)
        elif is_new:
            self._refresh()
        self._versions_window.show()
        self._versions_window.raise_()
        self._versions_window.activateWindow()

    def stop(self) -> None:
        """Wait for the versions that are being read."""
        self._pause.stop()
        for worker in (self._listing, self._comparing, self._describing):
            worker.stop()

    # -- showing ----------------------------------------------------------------------------

    def _make(self) -> VersionsWindow:
        window = VersionsWindow(self._window.theme, self._window)
        window.review_chosen.connect(self._choose)
        window.version_chosen.connect(lambda _: self._compare_version())
        window.part_chosen.connect(self._compare_part)
        window.restore_requested.connect(self._restore)
        window.copy_requested.connect(self._copy)
        window.clear_requested.connect(self._ask_clear)
        window.finished.connect(self._closed)
        return window

    def _closed(self) -> None:
        self._versions_window = self._comparison = None

    def _choose(self, path: Path) -> None:
        self._chosen_path = path
        self._forget()
        self._refresh()

    def _follow(self) -> None:
        """Show the versions of another review that has been opened."""
        self._chosen_path = None
        self._forget()
        self._refresh()

    def _forget(self) -> None:
        """Restore nothing until another version is compared."""
        self._comparison = None
        if self._versions_window is not None:
            self._versions_window.show_waiting()

    def _refresh(self) -> None:
        if self._versions_window is None:
            return
        document = self._document
        job = partial(
            loader.list_versions, self._backups, document.path, document.digest, self._chosen_path
        )
        self._listing.submit(job, self._show_listing)

    def _show_listing(self, listing: loader.VersionListing) -> None:
        if self._versions_window is None:
            return
        self._versions_window.show_listing(listing, kept=self._backup_service.wanted)
        for version, before in zip_longest(listing.versions, listing.versions[1:]):
            if (version, before) in self._summaries:
                self._versions_window.show_summary(version, self._summaries[version, before])
            else:
                job = partial(loader.summarize, self._backups, version, before, self._forms)
                self._describing.submit(job, partial(self._show_summary, version, before))

    def _show_summary(
        self,
        version: BackupVersion,
        before: BackupVersion | None,
        summary: loader.VersionSummary | None,
    ) -> None:
        if summary is not None:
            self._summaries[version, before] = summary
        if self._versions_window is not None:
            self._versions_window.show_summary(version, summary)

    def _compare_version(self) -> None:
        """Compare the chosen version with the present review."""
        if self._versions_window is None:
            return
        version = self._versions_window.version
        if version is None:
            self._comparison = None
            self._versions_window.show_comparison(None, "", writable=False)
            return
        if self._comparison is None or self._comparison.version != version:
            self._forget()
        present = self._document.review if self._is_open(version) else None
        self._comparing.submit(
            partial(loader.compare_version, self._backups, version, present, self._forms),
            self._show_comparison,
            partial(self._damaged, version),
        )

    def _is_open(self, version: BackupVersion) -> bool:
        """Return whether it is one of the open review, which may have had another path."""
        path = self._document.path
        return path is not None and (self._chosen_path is None or version.path == path.absolute())

    def _show_comparison(self, comparison: loader.VersionComparison) -> None:
        self._comparison = comparison
        if self._versions_window is not None:
            writable = not self._document.read_only
            self._versions_window.show_comparison(
                comparison, self._state(comparison), writable=writable
            )

    def _state(self, comparison: loader.VersionComparison) -> str:
        if comparison.review is None:
            return self.tr(
                "Diese Fassung ist keine Rezension, die Rezensent lesen kann; ihr Text lässt "
                "sich kopieren."
            )
        if comparison.parts and comparison.text != comparison.now and not comparison.changed:
            return self.tr("Der Inhalt ist derselbe; nur die Schreibweise der Datei ist anders.")
        if not comparison.open:
            return self.tr(
                "Diese Rezension ist gerade nicht geöffnet. „Ganz wiederherstellen“ öffnet "
                "sie in dieser Fassung; an ihrem Ort steht sie erst, wenn Sie sichern."
            )
        return self.tr(
            "Wiederhergestellt wird im Fenster, als ein Schritt, den „Rückgängig“ zurücknimmt; "
            "die Datei ändert sich erst, wenn Sie sichern."
        )

    def _damaged(self, version: BackupVersion, _: RezensentError) -> None:
        if self._versions_window is not None:
            self._versions_window.show_summary(version, None)

    def _compare_part(self, part: str) -> None:
        comparison = self._comparison
        if comparison is None or self._versions_window is None:
            return
        self._comparing.submit(partial(comparison.diff, part), self._show_parts)

    def _show_parts(self, parts: Sequence[PartDiff]) -> None:
        if self._versions_window is not None and self._comparison is not None:
            self._versions_window.show_parts(parts)

    # -- restoring ------------------------------------------------------------------------

    def _copy(self, part: str) -> None:
        if self._comparison is not None:
            QGuiApplication.clipboard().setText(self._comparison.readable(part))

    def _restore(self, part: str) -> None:
        if self._comparison is not None:
            self._restorer.restore(self._comparison, part)

    # -- removing ---------------------------------------------------------------------------------

    def _ask_clear(self) -> None:
        if self._versions_window is not None:
            version = self._versions_window.version
            dialogs.ask_clear(
                self._versions_window,
                version.path.name if version is not None else "",
                partial(self._remove, version.path if version is not None else None),
                self._remove,
            )

    def _remove(self, path: Path | None = None) -> None:
        job = self._backups.clear if path is None else partial(self._backups.forget, path)
        self._listing.submit(job, lambda _: self._removed(), self._fail)

    def _removed(self) -> None:
        self._summaries = {}
        self._refresh()

    def _fail(self, error: RezensentError) -> None:
        dialogs.show_warning(self._versions_window or self._window, error.text())
        self._refresh()
