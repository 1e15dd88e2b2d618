"""Earlier versions in the running program: shown, and put back."""

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
from editor.gui.versions import lists, loader
from editor.gui.versions.window import VersionsWindow
from editor.gui.worker import Worker
from editor.review import version_diff
from editor.review.form_registry import FormRegistry
from editor.review.text_diff import diff_texts
from editor.storage.backups import Backups, BackupVersion

_PAUSE_MS = 400
"""The comparison follows what is typed at this distance."""


class VersionsController(QObject):
    """Fills the window of versions and does what is asked for there."""

    said = Signal(str)
    """Something worth a quiet notice."""

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
        self._document, self._files, self._window = document, files, window
        self._forms = forms
        self._shown: VersionsWindow | None = None
        self._wanted: Path | None = None
        self._found: loader.VersionComparison | None = None
        self._known: dict[tuple[BackupVersion, BackupVersion | None], loader.VersionSummary] = {}
        self._listing, self._comparing = Worker(self), Worker(self)
        self._describing = Worker(self, newest_only=False)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._examine)
        document.changed.connect(lambda _: self._pause.start())
        document.holder_changed.connect(self._pause.start)
        document.opened.connect(self._follow)
        document.saved_changed.connect(self._refresh)
        backup_service.kept.connect(self._refresh)

    def open(self) -> None:
        """Show the window, in front of all others."""
        if self._shown is None:
            self._shown = self._make()
            self._wanted = None
            self._refresh()
        self._shown.show()
        self._shown.raise_()
        self._shown.activateWindow()

    def stop(self) -> None:
        """Wait for what is being read."""
        self._pause.stop()
        for worker in (self._listing, self._comparing, self._describing):
            worker.stop(forget=True)

    # -- what is shown ----------------------------------------------------------------------------

    def _make(self) -> VersionsWindow:
        shown = VersionsWindow(self._window.theme, self._window)
        shown.review_chosen.connect(self._choose)
        shown.version_chosen.connect(lambda _: self._examine())
        shown.part_chosen.connect(self._compare)
        shown.restore_asked.connect(self._restore)
        shown.copy_asked.connect(self._copy)
        shown.clear_asked.connect(self._ask_clear)
        shown.finished.connect(self._closed)
        return shown

    def _closed(self) -> None:
        self._shown = self._found = None

    def _choose(self, path: Path) -> None:
        self._wanted = path
        self._forget()
        self._refresh()

    def _follow(self) -> None:
        """Show the versions of the review that is open now."""
        self._wanted = None
        self._forget()
        self._refresh()

    def _forget(self) -> None:
        """Restore nothing until another version is compared."""
        self._found = None
        if self._shown is not None:
            self._shown.wait()

    def _refresh(self) -> None:
        if self._shown is None:
            return
        document = self._document
        job = partial(loader.listed, self._backups, document.path, document.digest, self._wanted)
        self._listing.submit(job, self._show_listing)

    def _show_listing(self, listing: loader.VersionListing) -> None:
        if self._shown is None:
            return
        self._shown.show_listing(listing, kept=self._backup_service.wanted)
        for version, before in zip_longest(listing.versions, listing.versions[1:]):
            if (version, before) in self._known:
                self._shown.describe(version, self._known[version, before])
            else:
                job = partial(loader.described, self._backups, version, before, self._forms)
                self._describing.submit(job, partial(self._describe, version, before))

    def _describe(
        self,
        version: BackupVersion,
        before: BackupVersion | None,
        found: loader.VersionSummary | None,
    ) -> None:
        if found is not None:
            self._known[version, before] = found
        if self._shown is not None:
            self._shown.describe(version, found)

    def _examine(self) -> None:
        """Compare the chosen version with what is there now."""
        if self._shown is None:
            return
        version = self._shown.version
        if version is None:
            self._found = None
            self._shown.show_examined(None, "", writable=False)
            return
        if self._found is None or self._found.version != version:
            self._forget()
        present = self._document.review if self._is_open(version) else None
        self._comparing.submit(
            partial(loader.examined, self._backups, version, present, self._forms),
            self._show_examined,
            partial(self._damaged, version),
        )

    def _is_open(self, version: BackupVersion) -> bool:
        """Return whether it is one of the open review, which may have had another path then."""
        path = self._document.path
        return path is not None and (self._wanted is None or version.path == path.absolute())

    def _show_examined(self, found: loader.VersionComparison) -> None:
        self._found = found
        if self._shown is not None:
            writable = self._document.holder is None
            self._shown.show_examined(found, self._state(found), writable=writable)

    def _state(self, found: loader.VersionComparison) -> str:
        if found.review is None:
            return self.tr(
                "Diese Fassung ist keine Rezension, die Rezensent lesen kann; ihr Text lässt sich "
                "kopieren."
            )
        if not found.open:
            return self.tr(
                "Diese Rezension ist gerade nicht offen. „Ganz wiederherstellen“ öffnet sie in "
                "dieser Fassung; an ihrem Ort steht sie erst, wenn Sie sichern."
            )
        return self.tr(
            "Wiederhergestellt wird im Fenster, als ein Schritt, den „Rückgängig“ zurücknimmt; "
            "die Datei ändert sich erst, wenn Sie sichern."
        )

    def _damaged(self, version: BackupVersion, _: RezensentError) -> None:
        if self._shown is not None:
            self._shown.describe(version, None)

    def _compare(self, part: str) -> None:
        found = self._found
        if found is None or self._shown is None:
            return
        texts = self._texts(found, part)
        self._comparing.submit(partial(diff_texts, *texts), self._show_pieces)

    def _show_pieces(self, pieces: object) -> None:
        if self._shown is not None and self._found is not None:
            self._shown.show_pieces(pieces)  # type: ignore[arg-type]

    @staticmethod
    def _texts(found: loader.VersionComparison, key: str) -> tuple[str, str]:
        """Return a part as it was and as it is; without a now it is shown as it was."""
        part = found.part(key)
        if part is not None:
            return part.then, part.now
        return found.text, found.text if found.now is None else found.now

    # -- what is asked for ------------------------------------------------------------------------

    def _copy(self, part: str) -> None:
        if self._found is not None:
            QGuiApplication.clipboard().setText(self._texts(self._found, part)[0])

    def _restore(self, part: str) -> None:
        found, path = self._found, self._document.path
        if found is None or found.review is None:
            return
        if found.open and found.fits and path is not None:
            put = partial(self._put, found, part, path)
            self._backup_service.keep(path, self._document.review, put)
        else:
            self._files.close(partial(self._open, found))

    def _put(self, found: loader.VersionComparison, part: str, path: Path) -> None:
        """Put the version or a part of it into the open review, as one step."""
        now, then = self._document.review, found.review
        if then is None or path != self._document.path:
            return
        field = f"section.{part}" if part and part != version_diff.FACTS else "version"
        review = version_diff.restore_part(now, then, part) if part else then
        if self._document.edit_review(review, field):
            self._say_restored(found)

    def _open(self, found: loader.VersionComparison) -> None:
        """Open the version as the review of its file, which stays as it is until it is saved."""
        if found.review is None:
            return
        path = self._document.path if found.open else found.version.path
        # Should a file be there again when this is saved, it is not replaced without a question.
        known = self._document.digest if found.open else found.now_digest or found.digest
        self._document.open(found.review, path, saved=False, digest=known)
        self._say_restored(found)

    def _say_restored(self, found: loader.VersionComparison) -> None:
        sentence = self.tr("Wiederhergestellt aus der Fassung vom {time}, noch nicht gesichert.")
        self.said.emit(sentence.format(time=lists.at(found.version.taken)))

    # -- removing ---------------------------------------------------------------------------------

    def _ask_clear(self) -> None:
        if self._shown is not None:
            version = self._shown.version
            dialogs.ask_clear(
                self._shown,
                version.path.name if version is not None else "",
                partial(self._remove, version.path if version is not None else None),
                self._remove,
            )

    def _remove(self, path: Path | None = None) -> None:
        job = self._backups.clear if path is None else partial(self._backups.forget, path)
        self._listing.submit(job, lambda _: self._removed(), self._fail)

    def _removed(self) -> None:
        self._known = {}
        self._refresh()

    def _fail(self, error: RezensentError) -> None:
        dialogs.tell(self._shown or self._window, error.text())
        self._refresh()
