"""Clears up behind reviews that were given up, and behind programs that were killed."""

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
    """Removes pictures that wait for nothing any more, and what killed programs have left.

    Pictures go in turn with the drafts, so that a draft that needs them is there or is gone. What
    cannot be removed now is removed at a later start: nobody has to hear of it.
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
        self._begin()
        document.opened.connect(self._opened)
        document.saved_changed.connect(self._saved)

    def start(self) -> None:
        """Remove what is old and what was left."""
        review = self._document.review
        self._do(lambda: self._waiting.clear_expired([review_file.dumps(review)]))
        self._do(self._scratch.clear_abandoned)

    def release(self, names: Iterable[str]) -> None:
        """Remove pending images that lie beside a review's file now."""
        self._do(partial(self._waiting.release, names))

    def drop(self, draft: Draft) -> None:
        """Remove the pictures of a draft that is gone."""
        present, own = self._document.review, frozenset(self._names)

        def job() -> None:
            names = self._waiting.mentioned_in(draft.text) - own
            self._waiting.release(names, [review_file.dumps(present)])

        self._do(job)

    def stop(self) -> None:
        """Remove the pictures of the review that is given up with the program.

        Has to happen when its draft is written or gone.
        """
        try:
            self._given_up([])()
        except JournalError:
            # The next start knows better.
            return

    # -- inside -----------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Follow another review: one without a file may have been begun with pictures."""
        self._names = self._document.waiting
        self._begun: Review | None = None
        if self._document.path is None:
            self._begun = self._document.review

    def _opened(self) -> None:
        # A save that is still under way needs its pictures.
        self._settle(partial(self._do, self._given_up([self._document.review])))
        self._begin()

    def _saved(self) -> None:
        """Have a review with a file keep its pictures, should they wait for longer."""
        if self._document.path is not None:
            self._names, self._begun = set(), None

    def _given_up(self, kept: Sequence[Review]) -> Callable[[], None]:
        """Return what removes the pictures of the review that was open, but none of ``kept``."""
        names, begun = self._names, self._begun

        def job() -> None:
            old = self._waiting.mentioned_in(review_file.dumps(begun)) if begun is not None else ()
            self._waiting.release({*names, *old}, map(review_file.dumps, kept))

        return job

    def _do(self, job: Callable[[], object]) -> None:
        self._journal_writer.submit(job, lambda _: None, lambda _: None)
