"""Keeps what is being written in the journal until it is in its file."""

import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from editor.errors import JournalError, RezensentError
from editor.gui.document import Document
from editor.gui.form.form_page import FormPage
from editor.gui.worker import Worker
from editor.storage import review_file
from editor.storage.draft import Draft
from editor.storage.journal import Journal

WRITE_MS = 700
"""An edit waits this long at most before it is written: two seconds are promised."""
AGAIN_MS = 5_000
"""Distance of attempts while the journal cannot be written."""


class JournalWriter(QObject):
    """Writes a draft of the open review while it differs from its file.

    An edit starts a clock that further edits do not set back. One draft is on its way at a time,
    and what was edited meanwhile follows it.
    """

    failed = Signal(object)
    """Something does not work; carries the error. That the journal cannot be written is told once
    until it can be again."""
    written = Signal()
    """A draft is on the disk."""

    def __init__(
        self, journal: Journal, document: Document, form: FormPage, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._document = document
        self._form = form
        self._id = _new_id()
        self._adopted = ""
        self._kept = False
        self._unwanted = False
        self._stopped = False
        self._troubled = False
        self._worker = Worker(self, newest_only=False)
        self._clock = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._write)
        document.changed.connect(self._edited)
        document.opened.connect(self._opened)
        document.saved_changed.connect(self._saved)

    @property
    def pending(self) -> bool:
        """Whether something has not reached the journal yet."""
        return self._clock.isActive() or self._worker.busy

    @property
    def troubled(self) -> bool:
        """Whether the last attempt to write a draft has failed."""
        return self._troubled

    def submit(
        self,
        job: Callable[[], object],
        done: Callable[[Any], None],
        failed: Callable[[RezensentError], None] | None = None,
    ) -> None:
        """Do something else with the journal, in turn with what is written."""
        self._worker.submit(job, done, failed or self.failed.emit)

    def adopt(self, draft_id: str) -> None:
        """Go on with this draft: it belongs to the review that is opened next."""
        self._adopted = draft_id

    def let_go(self) -> None:
        """Note that the writer does not want what is unsaved, whatever takes its place."""
        self._unwanted = True

    def keep(self, then: Callable[[], None]) -> None:
        """Keep the review as it stands for a while, beside what comes next; then go on."""
        make, draft_id = self._snapshot(), self._id

        def keep() -> None:
            self._journal.write(make())
            self._journal.decline(draft_id)

        self._clock.stop()
        self._kept = False
        self._id = _new_id()
        self._worker.submit(keep, lambda _: then(), self._fail)

    def hurry(self) -> None:
        """Write what has not been written now, and not in a moment."""
        if self._clock.isActive():
            self._clock.stop()
            self._write()

    def stop(self) -> None:
        """Write what has not been written, unless the writer does not want it."""
        self._stopped = True
        self._clock.stop()
        self._worker.stop()
        try:
            if self._document.dirty and not self._unwanted:
                self._journal.write(self._snapshot()())
            else:
                # Also where none was kept that we know of: the one on its way was not told.
                self._journal.remove(self._id)
        except JournalError as error:
            self.failed.emit(error)

    # -- inside -----------------------------------------------------------------------------------

    def _edited(self) -> None:
        self._unwanted = False
        self._start()

    def _start(self, delay: int = WRITE_MS) -> None:
        if self._document.dirty and not self._stopped and not self._clock.isActive():
            self._clock.start(AGAIN_MS if self._troubled else delay)

    def _opened(self) -> None:
        """Begin a draft of its own. What was unsaved stays unless the writer let it go."""
        if self._unwanted:
            self._forget()
        elif self._kept:
            self.submit(partial(self._journal.decline, self._id), _nothing)
        self._clock.stop()
        self._unwanted = False
        self._kept = bool(self._adopted)
        self._id, self._adopted = self._adopted or _new_id(), ""
        self._start(0 if self._kept else WRITE_MS)

    def _saved(self) -> None:
        if self._document.dirty:
            self._start()
        else:
            self._clock.stop()
            self._forget()

    def _forget(self) -> None:
        if self._kept and not self._stopped:
            self._kept = False
            self.submit(partial(self._journal.remove, self._id), _nothing)

    def _write(self) -> None:
        if self._worker.busy:
            self._clock.start(WRITE_MS // 10)
            return
        make = self._snapshot()
        self._kept = True
        self._worker.submit(lambda: self._journal.write(make()), self._done, self._fail)

    def _done(self, _: object) -> None:
        self._troubled = False
        self.written.emit()

    def _fail(self, error: RezensentError) -> None:
        if not self._troubled:
            self._troubled = True
            self.failed.emit(error)
        self._start()

    def _snapshot(self) -> Callable[[], Draft]:
        """Return what makes the draft of the review as it is now, on whatever thread."""
        document, place = self._document, self._form.current
        draft_id, digest, review = self._id, document.digest, document.review
        path = document.path.absolute() if document.path else None
        editor = self._form.cards[place].editor if place in self._form.cards else None
        position = editor.selection()[1] if editor else 0
        return lambda: Draft(draft_id, review_file.dumps(review), path, digest, place, position)


def _new_id() -> str:
    return uuid.uuid4().hex


def _nothing(_: object) -> None:
    pass
