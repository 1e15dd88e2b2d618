"""Search off the GUI thread: debounced, with stale results dropped."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from editor.errors import RezensentError
from editor.gui.document import Document
from editor.gui.worker import Worker
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
    """Query or review changed while a replacement was computed; its result is dropped."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._worker = Worker(self)
        self._replacement_worker = Worker(self)
        self._query = _EMPTY_QUERY
        self._searched: tuple[Review, SearchQuery] | None = None
        self._matches: tuple[ReviewMatch, ...] = ()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._search)
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
        return self._searched == (self._document.review, self._query)

    def set_query(self, query: SearchQuery) -> None:
        """Search for ``query`` from now on; an empty one has no matches."""
        if query != self._query:
            self._query = query
            self._timer.start(_DEBOUNCE_MS)

    def search_now(self) -> None:
        """Search without delay unless the matches are up to date."""
        if not self.settled:
            self._timer.stop()
            self._search()

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
        """Stop the timer and the workers."""
        self._timer.stop()
        self._worker.stop()
        self._replacement_worker.stop()

    def _review_changed(self) -> None:
        if self._query.text and self.active:
            self._timer.start(_EDIT_DEBOUNCE_MS)

    def _search(self) -> None:
        subject = (self._document.review, self._query)
        if self._worker.busy:
            # The newest query waits for the one that runs, not for all that were typed meanwhile.
            self._timer.start(_DEBOUNCE_MS)
            return
        self._worker.submit(
            partial(search.find, *subject),
            partial(self._show, subject),
            partial(self._fail, subject),
        )

    def _show(self, subject: tuple[Review, SearchQuery], matches: tuple[ReviewMatch, ...]) -> None:
        if subject == (self._document.review, self._query):
            self._searched, self._matches = subject, matches
            self.matches_changed.emit()
        elif not self._timer.isActive():
            self._timer.start(_DEBOUNCE_MS)

    def _fail(self, subject: tuple[Review, SearchQuery], error: Any) -> None:
        if subject[1] == self._query:
            self._searched, self._matches = subject, ()
            self.failed.emit(error)
