"""Loader of reviews: reads files on a worker and opens them in the document."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.errors import RezensentError
from editor.gui.document import Document
from editor.gui.worker import Worker
from editor.review.form_registry import FormRegistry
from editor.review.model import Review
from editor.storage import load_save
from editor.storage.load_save import LoadedReview
from editor.storage.next_season import begin_next_season
from editor.storage.size_limit import check_opened


class ReviewLoader(QObject):
    """Opens reviews from files; edits made meanwhile are never replaced without a question."""

    opening = Signal(object)
    """Emitted with a Review that will be opened after the events that are waiting."""
    failed = Signal(str)
    """Emitted with a sentence when a review that the writer has asked for cannot be opened."""
    missing = Signal(object, object, bool)
    """Emitted instead when there is no such file: with the path, the error, and whether the writer
    has asked for the file."""
    message = Signal(object)
    """Emitted with a sentence or an error for the message bar."""

    def __init__(
        self,
        document: Document,
        worker: Worker,
        *,
        forms: FormRegistry,
        ask_unsaved: Callable[[Callable[[], None]], None],
        show_elsewhere: Callable[[Path], bool],
        parent: QObject,
    ) -> None:
        """``ask_unsaved`` calls a function once nothing unsaved can be lost.

        A review that ``show_elsewhere`` shows in another window is not opened here, too: of two
        windows with one file, the second to save would undo the first.
        """
        super().__init__(parent)
        self._document = document
        self._worker = worker
        self._forms = forms
        self._ask_unsaved = ask_unsaved
        self._show_elsewhere = show_elsewhere

    def load(self, path: Path, *, over: Review | None = None) -> None:
        """Open the review in ``path``; the open review stays when that fails.

        ``over`` is a review that may be given up for it; by default that is the open one.
        """
        if not self._show_elsewhere(path):
            self._fetch(partial(_read, path, self._forms), self._show, over=over, path=path)

    def load_copy(self, path: Path) -> None:
        """Open the review in ``path`` as one that is in no file yet."""

        def show(loaded: LoadedReview) -> None:
            self._document.open(loaded.review, None)

        self._fetch(partial(load_save.load_review, path), show, as_copy=True)

    def begin_next_season(self, path: Path) -> None:
        """Begin a review with the facts of the one in ``path`` that hold for the next season."""

        def show(loaded: LoadedReview) -> None:
            self._document.open(begin_next_season(loaded.review), None, saved=False)
            if loaded.problem is not None:
                self._say(loaded.problem)

        self._fetch(partial(_read, path, self._forms), show, as_copy=True)

    def reload(self, path: Path, then: Callable[[], None]) -> None:
        """Show the present content of ``path`` and call ``then``, unless there are edits here."""
        self._replace(path, lambda: self._document.path == path, then)

    def bring_back(self, path: Path, then: Callable[[], None]) -> None:
        """Open the review of the last session and call ``then``.

        A review that the writer has begun meanwhile stays. A file that cannot be read is a sentence
        in the message bar.
        """

        def fail(error: RezensentError) -> None:
            if _is_missing(error):
                self.missing.emit(path, error, False)  # noqa: FBT003 - a signal takes no names
            else:
                self._say(error)

        if not self._show_elsewhere(path):
            self._replace(path, lambda: self._document.path is None, then, fail)

    def _fetch(
        self,
        read: Callable[[], LoadedReview],
        show: Callable[[LoadedReview], None],
        *,
        over: Review | None = None,
        as_copy: bool = False,
        path: Path | None = None,
    ) -> None:
        """Hand the review from ``read`` to ``show``; ask first about edits made meanwhile.

        Unless it is shown ``as_copy``, a window that has its file open is shown instead. ``path``
        is that of a review to open, for ``missing``.
        """
        before = self._document.review if over is None else over

        def unchanged() -> bool:
            return self._document.review == before

        def arrived(loaded: LoadedReview) -> None:
            if not as_copy and self._is_elsewhere(loaded):
                return
            if unchanged():
                show(loaded)
            else:
                self._ask_unsaved(lambda: show(loaded))

        announced = partial(self._announce, unchanged, arrived)
        self._worker.submit(read, announced, partial(self._fail, path))

    def _fail(self, path: Path | None, error: RezensentError) -> None:
        if path is not None and _is_missing(error):
            self.missing.emit(path, error, True)  # noqa: FBT003
        else:
            self.failed.emit(error.text())

    def _replace(
        self,
        path: Path,
        wanted: Callable[[], bool],
        then: Callable[[], None],
        failed: Callable[[RezensentError], None] | None = None,
    ) -> None:
        """Open ``path`` and call ``then`` if nothing is unsaved and it is still ``wanted``."""

        def replaceable() -> bool:
            return not self._document.dirty and wanted()

        def arrived(loaded: LoadedReview) -> None:
            if replaceable() and not self._is_elsewhere(loaded):
                self._show(loaded)
                then()

        announced = partial(self._announce, replaceable, arrived)
        self._worker.submit(partial(_read, path, self._forms), announced, failed or self._say)

    def _is_elsewhere(self, loaded: LoadedReview) -> bool:
        """Show the window that has the same file open by another path, if there is one."""
        return loaded.location is not None and self._show_elsewhere(loaded.location.key)

    def _announce(
        self,
        opens: Callable[[], bool],
        arrived: Callable[[LoadedReview], None],
        loaded: LoadedReview,
    ) -> None:
        """Call ``arrived`` after the events that are waiting; emit ``opening`` now if it ``opens``.

        Keys and paints need not wait until both the widgets are built and the text is shown.
        """
        if opens():
            self.opening.emit(loaded.review)
        # Not a timer: nothing is opened when the worker is stopped, and who waits for it to settle
        # finds the review open.
        self._worker.submit_first(lambda: loaded, arrived)

    def _show(self, loaded: LoadedReview) -> None:
        if loaded.damaged:
            # The file holds more than the review, which without a path cannot replace it.
            self._document.open(loaded.review, None, saved=False)
        else:
            self._document.open(
                loaded.review, loaded.path, digest=loaded.digest, location=loaded.location
            )
        notice = "" if loaded.notice is None else loaded.notice.text()
        problem = "" if loaded.problem is None else loaded.problem.text()
        if notice or problem:
            self.message.emit(f"{notice} {problem}".strip())

    def _say(self, error: RezensentError) -> None:
        self.message.emit(error)


def _is_missing(error: RezensentError) -> bool:
    """Return whether a review could not be read because there is no such file."""
    return isinstance(error.__cause__, FileNotFoundError)


def _read(path: Path, forms: FormRegistry) -> LoadedReview:
    """Return the review in ``path``. Raises ReviewFileError, also for a text that is too long."""
    loaded = load_save.load_review(path, forms)
    check_opened(loaded.review, path)
    return loaded
