"""Opening, saving, importing and exporting: what the file menu does, off the GUI thread."""

import os
from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from editor.errors import ReviewFileError, RezensentError
from editor.export.image_files import ImageCopyResult, ImageFolder, copy_images
from editor.gui import dialogs
from editor.gui.backup_service import BackupService
from editor.gui.document import Document
from editor.gui.size_limit import LONGEST, too_long
from editor.gui.worker import Worker
from editor.paths import sample_path
from editor.review.form import Form
from editor.review.form_registry import SHIPPED_FORMS, FormRegistry
from editor.review.model import Review
from editor.settings import home
from editor.storage import atomic_write, attachments, load_save, review_file
from editor.storage.locks import Locks
from editor.storage.next_season import begin_next_season


class FilesController(QObject):
    """Moves reviews between the document and the disk. Every failure becomes one sentence."""

    failed = Signal(str)
    """A sentence for the writer."""
    said = Signal(str)
    """Something worth a quiet notice."""
    folder_used = Signal(str)
    """The folder in which the writer chose a file."""
    let_go = Signal()
    """The writer does not want what is unsaved; it goes as soon as something takes its place."""
    conflict = Signal(object, object)
    """The file was changed elsewhere and was not replaced; carries the Conflict and what was to
    follow the save."""
    not_saved = Signal(object)
    """The review is not in its own file for a reason that may pass; carries the SaveError."""
    brought = Signal(object)
    """Pictures that had waited for the review's file lie beside it now; carries their names."""

    def __init__(
        self,
        document: Document,
        window: QWidget,
        *,
        author: str,
        folder: str,
        forms: FormRegistry = SHIPPED_FORMS,
        locks: Locks | None = None,
        waiting: Path | None = None,
        backup_service: BackupService | None = None,
    ) -> None:
        super().__init__(window)
        self._document = document
        self._window = window
        self.author = author
        """Name that a new review starts with."""
        self._folder = folder
        self.variant = "de-DE"
        self._forms = forms
        self._locks = locks
        self._waiting = waiting
        self._backup_service = backup_service
        self._worker = Worker(self, newest_only=False)
        self._openings = 0
        document.opened.connect(self._count_opening)
        self._saving = False
        self._after: deque[Callable[[], None]] = deque()

    def new(self, form: Form) -> None:
        """Begin a review on a form."""
        review = review_file.new_review(form, [("author", self.author)])
        self._unless_unsaved(lambda: self._document.open(review, None))

    def new_from(self) -> None:
        """Ask for an earlier review and begin one with the facts that still hold."""
        self._unless_unsaved(
            lambda: dialogs.ask_file(
                self._window,
                self.tr("Neue Rezension aus einer früheren"),
                self.tr("Rezensionen (*.md *.markdown);;Alle Dateien (*)"),
                self.start_folder(),
                self._carry,
            )
        )

    def open(self) -> None:
        """Ask for a review and open it."""
        self._unless_unsaved(
            lambda: dialogs.ask_file(
                self._window,
                self.tr("Rezension öffnen"),
                self.tr("Rezensionen (*.md *.markdown);;Alle Dateien (*)"),
                self.start_folder(),
                self.load,
            )
        )

    def load(self, path: Path, *, over: Review | None = None) -> None:
        """Open the review in ``path``; what is open stays open when that fails.

        ``over`` is what may give way to it, without a value what is open now.
        """
        self._used(path)
        self._fetch(partial(_read, path, self._forms), self._show_loaded, over=over)

    def open_recent(self, path: Path) -> None:
        """Open ``path`` once nothing unsaved is in the way."""
        self._unless_unsaved(lambda: self.load(path))

    def reload(self, path: Path, then: Callable[[], None]) -> None:
        """Show what ``path`` holds now if nothing was changed here meanwhile, and run ``then``."""

        def show(loaded: load_save.LoadedReview) -> None:
            if not self._document.dirty and self._document.path == path:
                self._show_loaded(loaded)
                then()

        self._worker.submit(
            partial(_read, path, self._forms),
            show,
            lambda error: self.said.emit(error.text()),
        )

    def bring_back(self, path: Path, then: Callable[[], None]) -> None:
        """Open the review of the last session, and run ``then``.

        What the writer has begun meanwhile stays; what cannot be read is worth a notice only.
        """

        def show(loaded: load_save.LoadedReview) -> None:
            if not self._document.dirty and self._document.path is None:
                self._show_loaded(loaded)
                then()

        self._worker.submit(
            partial(_read, path, self._forms),
            show,
            lambda error: self.said.emit(error.text()),
        )

    def open_sample(self) -> None:
        """Open the sample review as a text of its own that is in no file yet."""

        def show(loaded: load_save.LoadedReview) -> None:
            self._document.open(loaded.review, None)

        path = sample_path()
        self._unless_unsaved(lambda: self._fetch(partial(load_save.load_review, path), show))

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save to the review's file, or ask for one; ``then`` runs when that has worked."""
        if self._document.path is None or self._document.holder is not None:
            self.save_as(then)
        else:
            self._save(self._document.path, then)

    def save_quietly(self) -> None:
        """Save to the review's file what is not there, without a question or a dialog."""
        path = self._document.path
        if path is not None and self._document.dirty and self._document.holder is None:
            self._save(path, None, quiet=True)

    def save_over(self, path: Path, then: Callable[[], None] | None = None) -> None:
        """Save to ``path``, whatever it holds."""
        self._save(path, then, over=True)

    def save_as(self, then: Callable[[], None] | None = None) -> None:
        """Ask for a file and save to it."""
        proposal = self._document.path or self.start_folder() / f"{self.name()}.md"
        dialogs.ask_target(
            self._window,
            self.tr("Rezension sichern"),
            self.tr("Rezensionen (*.md)"),
            proposal,
            lambda path: self._save(path, then),
        )

    def look(self, path: Path, done: Callable[[str], None]) -> None:
        """Hand the digest of what ``path`` holds to ``done``, once every save before is done."""
        self._worker.submit(partial(load_save.file_digest, path), done)

    def settle(self, then: Callable[[], None]) -> None:
        """Run ``then`` once every save before is done."""
        self._worker.submit(lambda: None, lambda _: then())

    def start_folder(self) -> Path:
        """Return the folder in which a file dialog opens: that of the review, or the last one."""
        if self._document.path is not None:
            return self._document.path.parent
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        chosen = Path(self._folder or documents)
        # Path.is_dir raises where a folder above must not be looked into.
        return chosen if os.path.isdir(chosen) else home()  # noqa: PTH112

    def name(self) -> str:
        """Return the name of the review's file without suffix, or one after the title.

        „nordlicht-station-staffel-2“.
        """
        if self._document.path is not None:
            return self._document.path.stem
        review = self._document.review
        season = review.fact("season")
        words = f"{review.title} {'staffel ' + str(season) if season else ''}"
        return attachments.slugify(words) or self.tr("rezension")

    def close(self, then: Callable[[], None]) -> None:
        """Run ``then`` once nothing unsaved is left or the writer has let it go."""
        self._unless_unsaved(then)

    def stop(self) -> None:
        """Finish what is being written."""
        self._worker.stop()

    # -- inside -----------------------------------------------------------------------------------

    def _unless_unsaved(self, then: Callable[[], None]) -> None:
        if not self._document.dirty:
            then()
            return

        def answer(choice: str) -> None:
            if choice == "save":
                self.save(then)
            elif choice == "discard":
                self.let_go.emit()
                then()

        title = self._document.review.title or self.tr("Rezension ohne Titel")
        dialogs.ask_unsaved(self._window, title, answer)

    def _fetch(
        self,
        read: Callable[[], load_save.LoadedReview],
        show: Callable[[load_save.LoadedReview], None],
        *,
        over: Review | None = None,
    ) -> None:
        """Hand what ``read`` loads to ``show``; what was typed meanwhile is asked about first."""
        before = self._document.review if over is None else over

        def arrived(loaded: load_save.LoadedReview) -> None:
            if self._document.review == before:
                show(loaded)
            else:
                self._unless_unsaved(lambda: show(loaded))

        self._worker.submit(read, arrived, self._fail)

    def _show_loaded(self, loaded: load_save.LoadedReview) -> None:
        if loaded.damaged:
            # Without a file of its own it cannot take the place of the one that holds more.
            self._document.open(loaded.review, None, saved=False)
        else:
            self._document.open(loaded.review, loaded.path, digest=loaded.digest)
        notice = "" if loaded.notice is None else loaded.notice.text()
        problem = "" if loaded.problem is None else loaded.problem.text()
        if notice or problem:
            self.said.emit(f"{notice} {problem}".strip())

    def _carry(self, path: Path) -> None:
        self._used(path)

        def show(loaded: load_save.LoadedReview) -> None:
            self._document.open(begin_next_season(loaded.review), None, saved=False)
            self._say(loaded.problem)

        self._fetch(partial(_read, path, self._forms), show)

    def _save(
        self,
        path: Path,
        then: Callable[[], None] | None,
        *,
        over: bool = False,
        quiet: bool = False,
    ) -> None:
        """Save; ``over`` replaces whatever ``path`` holds, as does another file than the present.

        Pictures come along first, so that the file never names one that is another there. Saves
        wait for each other: what a file is expected to hold is what the last one left.
        """
        if self._saving:
            self._after.append(partial(self._save, path, then, over=over, quiet=quiet))
            return
        review, openings = self._document.review, self._openings
        present = path == self._document.path
        known = self._document.digest if present and not over else ""
        sources = self._sources(path)

        def job() -> tuple[ImageCopyResult, load_save.SaveResult | load_save.SaveConflict]:
            if self._locks is not None and self._locks.other_owner(path) is not None:
                raise _held(path)
            atomic_write.remove_leftovers(Path(os.path.realpath(path)))
            brought = copy_images(review, sources, path.parent)
            return brought, self._write(brought.review, path, known)

        def done(
            result: tuple[ImageCopyResult, load_save.SaveResult | load_save.SaveConflict],
        ) -> None:
            self._saving = False
            brought, outcome = result
            if isinstance(outcome, load_save.SaveConflict):
                self._after.clear()
                # Who has not asked for a save is told of the other version in a notice.
                if not quiet:
                    self.conflict.emit(outcome, then)
                return
            if openings == self._openings:
                self._saved(brought, path, outcome)
            self._say(brought.problem)
            if then:
                then()
            if self._after:
                self._after.popleft()()

        self._saving = True
        self._worker.submit(job, done, partial(self._save_failed, path, openings, quiet=quiet))

    def _write(
        self, review: Review, path: Path, known: str
    ) -> load_save.SaveResult | load_save.SaveConflict:
        """Write ``review``; what is there before and what is there then is kept. On any thread."""
        if self._backup_service is not None:
            self._backup_service.before(path)
        outcome = (
            load_save.save_unless_changed(review, path, known)
            if known
            else load_save.save_review(review, path)
        )
        if self._backup_service is not None and isinstance(outcome, load_save.SaveResult):
            self._backup_service.after(path, review)
        return outcome

    def _count_opening(self) -> None:
        """Tell reviews apart: a save that ends late says nothing about the one open by then."""
        self._openings += 1

    def _sources(self, path: Path) -> tuple[ImageFolder, ...]:
        """Return where pictures are that are to lie beside ``path`` as well."""
        present, found = self._document.path, []
        if present is not None and present.parent != path.parent:
            found.append(ImageFolder(present.parent))
        if self._waiting is not None and (present is None or self._document.waiting):
            # A review without a file has no other pictures; one with a file may have others of
            # the same names.
            names = None if present is None else frozenset(self._document.waiting)
            found.append(ImageFolder(self._waiting, names))
        return tuple(found)

    def _saved(self, brought: ImageCopyResult, path: Path, outcome: load_save.SaveResult) -> None:
        names = frozenset(map(unquote, brought.addresses))
        waited = names if self._document.path is None else names & self._document.waiting
        self._document.waiting -= waited
        self._document.mark_saved(brought.review, path, outcome.digest, brought.addresses)
        self._used(path)
        if names:
            self.brought.emit(waited)
            self.said.emit(self.tr("Die Bilder liegen jetzt neben der Rezension."))
        if outcome.vanished:
            gone = self.tr("{path} war nicht mehr da; die Rezension ist dort neu gesichert.")
            self.said.emit(gone.format(path=path))

    def _save_failed(
        self, path: Path, openings: int, error: RezensentError, *, quiet: bool
    ) -> None:
        self._saving = False
        self._after.clear()
        known = error if isinstance(error, load_save.SaveError) else None
        if known and openings == self._openings and path == self._document.path:
            if known.digest:
                # The next save meets our own words there and not those of somebody else.
                self._document.digest = known.digest
            if known.passing:
                self.not_saved.emit(known)
        if quiet and not (known and known.passing):
            self.said.emit(error.text())
        elif not quiet:
            self._fail(error)

    def _say(self, problem: RezensentError | None) -> None:
        if problem is not None:
            self.said.emit(problem.text())

    def _fail(self, error: RezensentError) -> None:
        self.failed.emit(error.text())

    def _used(self, path: Path) -> None:
        self._folder = str(path.parent)
        self.folder_used.emit(self._folder)


def _read(path: Path, forms: FormRegistry) -> load_save.LoadedReview:
    """Return the review in ``path``. Raises ReviewFileError, also for what no form can show."""
    loaded = load_save.load_review(path, forms)
    if sum(len(section.text) for section in loaded.review.sections) > LONGEST:
        raise too_long(path)
    return loaded


def _held(path: Path) -> ReviewFileError:
    return ReviewFileError(
        f"{path} ist in einem anderen Fenster geöffnet und bleibt, wie es ist; bitte wählen Sie "
        "einen anderen Namen.",
        f"{path} is open in another window and stays as it is; please choose another name.",
    )
