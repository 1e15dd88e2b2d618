"""Removal of files that nothing needs any more: pending images and scratch folders."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from editor.errors import JournalError
from editor.gui.document import Document
from editor.gui.files.journal_writer import JournalWriter
from editor.review.model import Review
from editor.storage import review_file
from editor.storage.draft import Draft
from editor.storage.pending_images import PendingImages
from editor.storage.processes import ScratchFolder


class Cleanup(QObject):
    """Removes pending images of reviews that were given up, and scratch folders of dead processes.

    Images are removed on the worker of the drafts, so that a draft that needs them is either there
    or gone. Errors are not reported: the next start tries again.
    """

    def __init__(
        self,
        waiting: PendingImages,
        scratch: ScratchFolder,
        document: Document,
        settle: Callable[[Callable[[], None]], None],
        journal_writer: JournalWriter,
        *,
        parent: QObject,
    ) -> None:
        """``settle`` calls a function once the saves that are under way have ended."""
        super().__init__(parent)
        self._waiting = waiting
        self._scratch = scratch
        self._document = document
        self._settle = settle
        self._journal_writer = journal_writer
        self._follow_review()
        document.opened.connect(self._opened)
        document.saved_changed.connect(self._saved)

    def start(self) -> None:
        """Remove old pending images, and scratch folders that killed processes have left."""
        review = self._document.review
        self._submit(lambda: self._waiting.clear_expired([review_file.dumps(review)]))
        self._submit(self._scratch.clear_abandoned)

    def release(self, names: Iterable[str]) -> None:
        """Remove pending images that are beside a review's file now."""
        self._submit(partial(self._waiting.release, names))

    def drop(self, draft: Draft) -> None:
        """Remove the pending images of a draft that has been removed."""
        review, own_names = self._document.review, frozenset(self._names)

        def job() -> None:
            names = self._waiting.mentioned_in(draft.text) - own_names
            self._waiting.release(names, [review_file.dumps(review)])

        self._submit(job)

    def stop(self) -> None:
        """Remove the pending images of the review that is given up with the program.

        Must be called after its draft has been written or removed.
        """
        try:
            self._make_removal([])()
        except JournalError:
            # The next start tries again.
            return

    # -- inside -----------------------------------------------------------------------------------

    def _follow_review(self) -> None:
        """Follow another review; one without a file may have pending images from the beginning."""
        self._names = self._document.waiting
        self._first_review: Review | None = None
        if self._document.path is None:
            self._first_review = self._document.review

    def _opened(self) -> None:
        # A save that is still under way needs its images.
        self._settle(partial(self._submit, self._make_removal([self._document.review])))
        self._follow_review()

    def _saved(self) -> None:
        """Keep the pending images of a review that has a file now."""
        if self._document.path is not None:
            self._names, self._first_review = set(), None

    def _make_removal(self, kept: Sequence[Review]) -> Callable[[], None]:
        """Return a job that removes the images of the last review, except those of ``kept``."""
        names, first = self._names, self._first_review

        def job() -> None:
            old = self._waiting.mentioned_in(review_file.dumps(first)) if first is not None else ()
            self._waiting.release({*names, *old}, map(review_file.dumps, kept))

        return job

    def _submit(self, job: Callable[[], object]) -> None:
        self._journal_writer.submit(job, lambda _: None, lambda _: None)
