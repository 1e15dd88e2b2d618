"""Search off the GUI thread: debounced, with stale results dropped."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from editor.errors import RezensentError
from editor.gui.debounced_job import DebouncedJob
from editor.gui.document import Document
from editor.gui.worker import Job, Worker
from editor.review import search
from editor.review.model import Review
from editor.review.search import ReplaceResult, ReviewMatch, SearchQuery

_DEBOUNCE_MS = 120
_EDIT_DEBOUNCE_MS = 400
"""After an edit of the text, which seldom ends with one key."""
_EMPTY_QUERY = SearchQuery("")


class SearchService(QObject):
    """Keeps the matches of a query up to date while the query and the review change."""

    matches_changed = Signal()
    """``matches`` are those of the present query in the present review."""
    failed = Signal(object)
    """The search has failed with this RezensentError."""
    replacement_outdated = Signal()
    """The query or the review changed while a replacement was computed; the result is dropped."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._replacement_worker = Worker(self, reads_only=True)
        self._query = _EMPTY_QUERY
        self._searched: tuple[Review, SearchQuery] | None = None
        self._matches: tuple[ReviewMatch, ...] = ()
        self._search = DebouncedJob(
            self._prepare,
            self._show,
            self._fail,
            delay_ms=_DEBOUNCE_MS,
            parent=self,
            key=self._input,
        )
        self.active = False
        """Whether edits of the review start a search by themselves, as while the bar is open."""
        document.changed.connect(lambda _: self._review_changed())
        document.opened.connect(self._review_changed)

    @property
    def query(self) -> SearchQuery:
        """The present query."""
        return self._query

    @property
    def matches(self) -> tuple[ReviewMatch, ...]:
        """The matches of the last search, in reading order."""
        return self._matches

    @property
    def settled(self) -> bool:
        """Whether ``matches`` belong to the present query and review."""
        return self._searched == self._input()

    def set_query(self, query: SearchQuery) -> None:
        """Search for ``query`` from now on; an empty one has no matches."""
        if query != self._query:
            self._query = query
            self._search.schedule()

    def search_now(self) -> None:
        """Search without delay unless the matches are up to date."""
        if not self.settled:
            self._search.run()

    def compute_replacement(
        self,
        replacement: str,
        only: frozenset[ReviewMatch] | None,
        done: Callable[[ReplaceResult], None],
        failed: Callable[[RezensentError], None],
    ) -> None:
        """Replace all matches, or ``only`` some of them, and pass the result to ``done``.

        If the review or the query changes meanwhile, ``replacement_outdated`` is emitted instead.
        """
        review, query = self._document.review, self._query

        def finished(result: ReplaceResult) -> None:
            if self._document.review is review and self._query == query:
                done(result)
            else:
                self.replacement_outdated.emit()

        job = partial(search.replace_all, review, query, replacement, only)
        self._replacement_worker.submit(job, finished, failed)

    def stop(self) -> None:
        """Stop searching and wait for the workers."""
        self._search.stop()
        self._replacement_worker.stop()

    def _review_changed(self) -> None:
        if self._query.text and self.active:
            self._search.schedule(_EDIT_DEBOUNCE_MS)

    def _input(self) -> tuple[Review, SearchQuery]:
        return self._document.review, self._query

    def _prepare(self) -> Job:
        return partial(search.find, *self._input())

    def _show(self, matches: tuple[ReviewMatch, ...]) -> None:
        self._searched, self._matches = self._input(), matches
        self.matches_changed.emit()

    def _fail(self, error: RezensentError) -> None:
        self._searched, self._matches = self._input(), ()
        self.failed.emit(error)
