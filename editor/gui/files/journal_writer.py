"""Writer of drafts: keeps unsaved edits in the journal until they are in the file."""

import itertools
import uuid
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from editor.errors import RezensentError
from editor.gui.document import Document
from editor.gui.form.form_page import FormPage
from editor.gui.worker import Worker
from editor.storage import review_file
from editor.storage.draft import Draft
from editor.storage.journal import Journal
from editor.storage.save_records import SaveRecord

WRITE_MS = 700
"""Longest time from an edit to its draft: at most two seconds of work may be lost."""
RETRY_MS = 5_000
"""Time between two attempts while the journal cannot be written."""
_revisions = itertools.count(1)
"""Numbers of the states of all reviews of this process, in their order."""


class JournalWriter(QObject):
    """Writes a draft of the open review while it differs from its file.

    An edit starts a timer that further edits do not restart. One draft is written at a time; edits
    made meanwhile are in the next one.
    """

    failed = Signal(object)
    """Emitted with an error. That the journal cannot be written is reported once, until it can be
    written again."""
    written = Signal()
    """Emitted when a draft is on the disk."""

    def __init__(
        self, journal: Journal, document: Document, form: FormPage, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._document = document
        self._form = form
        self._id = _new_id()
        self._revision = next(_revisions)
        self._adopted = ""
        self._written = False
        self._discarded = False
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
        """Whether an edit has not reached the journal yet."""
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
        """Run another job with the journal, in turn with the drafts that are written."""
        self._worker.submit(job, done, failed or self.failed.emit)

    def save_announcement(self) -> Callable[[Path, str], None]:
        """Return a function that notes, before a save, that it covers the drafts until now.

        It takes the path and the digest that the file is going to have, on any thread.
        """
        self._written = True
        draft_id, revision, records = self._id, self._revision, self._journal.save_records

        def announce(path: Path, digest: str) -> None:
            records.add(draft_id, SaveRecord(revision, path.absolute(), digest))

        return announce

    def adopt(self, draft_id: str) -> None:
        """Continue this draft with the review that is opened next."""
        self._adopted = draft_id

    def discard_changes(self) -> None:
        """Remove the draft as soon as another review is opened or the program ends."""
        self._discarded = True

    def keep_draft(self, then: Callable[[], None]) -> None:
        """Keep the present review as a draft that is offered on request, and call ``then``.

        A later edit begins a draft of its own.
        """
        make, draft_id = self._snapshot(), self._id

        def keep() -> None:
            self._journal.write(make())
            self._journal.decline(draft_id)

        self._clock.stop()
        self._written = False
        self._id = _new_id()
        self._worker.submit(keep, lambda _: then(), self._fail)

    def write_now(self) -> None:
        """Write a pending draft without waiting for the timer."""
        if self._clock.isActive():
            self._clock.stop()
            self._write()

    def write_through(self) -> None:
        """Write what is unsaved, and return when it is on the disk or cannot be written."""
        if self._document.dirty and not self._discarded:
            make = self._snapshot()
            self._written = True
            self._worker.run_through(lambda: self._journal.write(make()))

    def stop(self) -> None:
        """Write the last draft, or remove it where nothing is unsaved or wanted."""
        self._stopped = True
        self._clock.stop()
        if self._document.dirty and not self._discarded:
            make = self._snapshot()
            self._worker.stop(lambda: self._journal.write(make()))
        else:
            # Also where none is known: the worker reports nothing about the last one.
            self._worker.stop(partial(self._journal.remove, self._id))

    # -- inside -----------------------------------------------------------------------------------

    def _edited(self) -> None:
        self._discarded = False
        self._revision = next(_revisions)
        self._start()

    def _start(self, delay: int = WRITE_MS) -> None:
        if self._document.dirty and not self._stopped and not self._clock.isActive():
            self._clock.start(RETRY_MS if self._troubled else delay)

    def _opened(self) -> None:
        """Begin a new draft. The old one stays if it was not saved and not discarded."""
        if self._discarded:
            self._remove_draft()
        elif self._written:
            self.submit(partial(self._journal.decline, self._id), _nothing)
        self._clock.stop()
        self._discarded = False
        self._written = bool(self._adopted)
        self._id, self._adopted = self._adopted or _new_id(), ""
        self._revision = next(_revisions)
        self._start(0 if self._written else WRITE_MS)

    def _saved(self) -> None:
        if self._document.dirty:
            self._start()
        else:
            self._clock.stop()
            self._remove_draft()

    def _remove_draft(self) -> None:
        if self._written and not self._stopped:
            self._written = False
            remove = partial(self._journal.remove, self._id, self._revision)
            self.submit(remove, _nothing)

    def _write(self) -> None:
        if self._worker.busy:
            self._clock.start(WRITE_MS // 10)
            return
        make = self._snapshot()
        self._written = True
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
        """Return a function for any thread that makes the draft of the present review."""
        document, place = self._document, self._form.current
        draft_id, digest, review = self._id, document.digest, document.review
        path = document.path.absolute() if document.path else None
        volume = str(document.location.volume) if document.location else ""
        revision = self._revision
        editor = self._form.cards[place].editor if place in self._form.cards else None
        position = editor.selection()[1] if editor else 0
        return lambda: Draft(
            draft_id,
            review_file.dumps(review),
            path,
            digest,
            place,
            position,
            volume=volume,
            revision=revision,
        )


def _new_id() -> str:
    return uuid.uuid4().hex


def _nothing(_: object) -> None:
    pass
