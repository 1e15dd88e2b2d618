"""Controller of the file menu: asks for files and about unsaved changes, opens and saves."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.gui import dialogs
from editor.gui.document import Document
from editor.gui.files.file_names import ReviewFileNames
from editor.gui.files.review_loader import ReviewLoader
from editor.gui.files.save_queue import SaveQueue, SaveRequest
from editor.gui.widgets.announcement import announce
from editor.gui.worker import Worker
from editor.paths import sample_path
from editor.review.form import Form
from editor.review.form_registry import FormRegistry
from editor.review.model import Review
from editor.storage import load_save, review_file


class FilesController(QObject):
    """Moves reviews between the document and the disk. Every failure becomes one sentence."""

    failed = Signal(str)
    """Emitted with a sentence that the writer must not overlook."""
    message = Signal(object)
    """Emitted with a sentence or an error for the message bar."""
    changes_discarded = Signal()
    """Emitted when the writer does not want the unsaved changes; they are there until another
    review takes their place."""

    def __init__(
        self,
        document: Document,
        window: QWidget,
        *,
        worker: Worker,
        saves: SaveQueue,
        names: ReviewFileNames,
        forms: FormRegistry,
        author: str,
        show_elsewhere: Callable[[Path], bool],
    ) -> None:
        """``worker`` is that of ``saves``: a file is read when the saves before have ended.

        ``show_elsewhere`` brings another window with a review to the front, if there is one.
        """
        super().__init__(window)
        self._document = document
        self._window = window
        self._worker, self._saves, self._names = worker, saves, names
        self._show_elsewhere = show_elsewhere
        self.loader = ReviewLoader(
            document,
            worker,
            forms=forms,
            ask_unsaved=self.close,
            show_elsewhere=show_elsewhere,
            parent=self,
        )
        self.author = author
        """Name that a new review begins with."""
        self.loader.failed.connect(self.failed)
        self.loader.message.connect(self.message)
        saves.failed.connect(lambda error: self.failed.emit(error.text()))
        saves.message.connect(self.message)
        saves.saved.connect(names.use)

    # -- opening ----------------------------------------------------------------------------------

    def new(self, form: Form) -> None:
        """Begin a review on a form."""
        review = review_file.new_review(form, [("author", self.author)])
        self.close(lambda: self._document.open(review, None))

    def new_from(self) -> None:
        """Ask for an earlier review and begin one with the facts that hold for the next season."""
        title = self.tr("Neue Rezension aus einer früheren")
        self.close(lambda: self._ask_file(title, self._begin_next_season))

    def open(self) -> None:
        """Ask for a review and open it."""
        self.close(lambda: self._ask_file(self.tr("Rezension öffnen"), self.load))

    def open_recent(self, path: Path) -> None:
        """Open ``path`` once nothing unsaved is in the way, or show the window that has it."""
        if not self._show_elsewhere(path):
            self.close(lambda: self.load(path))

    def open_sample(self) -> None:
        """Open the sample review as a text of its own that is in no file yet."""
        self.close(lambda: self.loader.load_copy(sample_path()))

    def load(self, path: Path, *, over: Review | None = None) -> None:
        """Open the review in ``path``; the open review stays when that fails.

        ``over`` is a review that may be given up for it; by default that is the open one.
        """
        self._names.use(path)
        self.loader.load(path, over=over)

    def start_folder(self) -> Path:
        """Return the folder in which a file dialog begins."""
        return self._names.start_folder()

    # -- saving -----------------------------------------------------------------------------------

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save to the review's file, or ask for one; ``then`` is called when that has worked."""
        path = self._document.path
        if path is None or self._document.read_only:
            self.save_as(then)
        else:
            self._saves.submit(SaveRequest(path, partial(self._tell_saved, then)))

    def save_quietly(self) -> None:
        """Save unsaved changes to the review's file, without a question or a dialog."""
        path = self._document.path
        if path is not None and self._document.dirty and not self._document.read_only:
            self._saves.submit(SaveRequest(path, quiet=True))

    def _tell_saved(self, then: Callable[[], None] | None) -> None:
        """Let a screen reader say what the status bar shows."""
        announce(self._window, self.tr("Gesichert"))
        if then is not None:
            then()

    def save_over(self, path: Path, then: Callable[[], None] | None = None) -> None:
        """Save to ``path``, whatever it holds."""
        self._saves.submit(SaveRequest(path, then, replace=True))

    def save_as(self, then: Callable[[], None] | None = None) -> None:
        """Ask for a file and save to it."""
        proposal = self._document.path or self.start_folder() / f"{self._names.name()}.md"
        dialogs.ask_target(
            self._window,
            self.tr("Rezension sichern"),
            self.tr("Rezensionen (*.md)"),
            proposal,
            lambda path: self._saves.submit(SaveRequest(path, partial(self._tell_saved, then))),
        )

    def close(self, then: Callable[[], None]) -> None:
        """Call ``then`` once nothing unsaved is left or the writer has discarded it."""
        if not self._document.dirty:
            then()
            return

        def answer(choice: str) -> None:
            if choice == "save":
                self.save(then)
            elif choice == "discard":
                self.changes_discarded.emit()
                then()

        title = self._document.review.title or self.tr("Rezension ohne Titel")
        dialogs.ask_unsaved(self._window, title, answer)

    def read_digest(self, path: Path, done: Callable[[str], None]) -> None:
        """Hand the digest of ``path`` to ``done`` once the saves before have ended."""
        self._worker.submit(partial(load_save.file_digest, path), done)

    def settle(self, then: Callable[[], None]) -> None:
        """Call ``then`` once the saves and openings before have ended."""
        self._worker.submit(lambda: None, lambda _: then())

    def stop(self) -> None:
        """Finish the saves."""
        self._worker.stop()

    # -- inside -----------------------------------------------------------------------------------

    def _ask_file(self, title: str, done: Callable[[Path], None]) -> None:
        kinds = self.tr("Rezensionen (*.md *.markdown);;Alle Dateien (*)")
        dialogs.ask_file(self._window, title, kinds, self.start_folder(), done)

    def _begin_next_season(self, path: Path) -> None:
        self._names.use(path)
        self.loader.begin_next_season(path)
