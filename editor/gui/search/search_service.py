"""SearchService while the writer types: debounce, off the GUI thread, stale results dropped."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from editor.errors import RezensentError
from editor.gui.document import Document
from editor.gui.worker import Worker
from editor.review import search
from editor.review.model import Review
from editor.review.search import Match, Query, Replaced

_DEBOUNCE_MS = 120
_LULL_MS = 400
"""After an edit of the text, which seldom ends with one key."""
_NOTHING = Query("")


class SearchService(QObject):
    """Keeps the places of a query up to date while query and review change."""

    found = Signal()
    """``matches`` are those of the present query in the present review."""
    failed = Signal(object)
    """The query cannot be searched for; carries the error."""
    outdated = Signal()
    """The review changed while a replacement was worked out; nothing has come of it."""

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._worker = Worker(self)
        self._replacing = Worker(self)
        self._query = _NOTHING
        self._searched: tuple[Review, Query] | None = None
        self._matches: tuple[Match, ...] = ()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._search)
        self.active = False
        """Whether somebody looks at the places; otherwise they are searched for when asked."""
        document.changed.connect(lambda _: self._changed())
        document.opened.connect(self._changed)

    @property
    def query(self) -> Query:
        """What is searched for."""
        return self._query

    @property
    def matches(self) -> tuple[Match, ...]:
        """What was found last, in reading order."""
        return self._matches

    @property
    def settled(self) -> bool:
        """Whether ``matches`` belong to the present query and review."""
        return self._searched == (self._document.review, self._query)

    def ask(self, query: Query) -> None:
        """Search for ``query`` from now on; for an empty one there is nothing to find."""
        if query != self._query:
            self._query = query
            self._timer.start(_DEBOUNCE_MS)

    def now(self) -> None:
        """Search at once where it has not been done yet."""
        if not self.settled:
            self._timer.stop()
            self._search()

    def replaced(
        self,
        replacement: str,
        only: frozenset[Match] | None,
        done: Callable[[Replaced], None],
        failed: Callable[[RezensentError], None],
    ) -> None:
        """Work out the review with all places, or ``only`` some, replaced, and hand it to ``done``.

        A review that changed meanwhile is not handed on: its places are others.
        """
        review, query = self._document.review, self._query

        def finished(result: Replaced) -> None:
            if self._document.review is review and self._query == query:
                done(result)
            else:
                self.outdated.emit()

        job = partial(search.replaced, review, query, replacement, only)
        self._replacing.submit(job, finished, failed)

    def stop(self) -> None:
        """Search no more."""
        self._timer.stop()
        self._worker.stop()
        self._replacing.stop()

    def _changed(self) -> None:
        if self._query.text and self.active:
            self._timer.start(_LULL_MS)

    def _search(self) -> None:
        asked = (self._document.review, self._query)
        if self._worker.busy:
            # The newest query waits for the one that runs, not for all that were typed meanwhile.
            self._timer.start(_DEBOUNCE_MS)
            return
        self._worker.submit(
            partial(search.find, *asked), partial(self._show, asked), partial(self._fail, asked)
        )

    def _show(self, asked: tuple[Review, Query], matches: tuple[Match, ...]) -> None:
        if asked == (self._document.review, self._query):
            self._searched, self._matches = asked, matches
            self.found.emit()
        elif not self._timer.isActive():
            self._timer.start(_DEBOUNCE_MS)

    def _fail(self, asked: tuple[Review, Query], error: Any) -> None:
        if asked[1] == self._query:
            self._searched, self._matches = asked, ()
            self.failed.emit(error)
