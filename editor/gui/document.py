"""The open review: its value, its history and its file."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from editor.review import rating, statistics
from editor.review.form import Form
from editor.review.history import History, ReviewEdit
from editor.review.model import Review
from editor.storage.attachments import rename_images
from editor.storage.file_location import FileLocation
from editor.storage.locks import LockOwner
from editor.storage.newer_version import is_newer
from editor.storage.size_limit import growth_problem

_PAUSE_MS = 2_000
"""A pause this long ends an undo step, so that undo takes back a passage and not a letter."""


class Document(QObject):
    """Holds the Review value of a session. Widgets show it and send their edits here."""

    changed = Signal(object)
    """Emitted with the ReviewEdit after the review was edited."""
    opened = Signal()
    """Another review has been opened in its place."""
    holder_changed = Signal()
    """``holder`` has changed."""
    refused = Signal()
    """An edit was refused because the review is read-only."""
    outgrown = Signal(object)
    """Emitted with the RezensentError that says why an edit was refused: a review as long as that
    could not be opened again."""
    saved_changed = Signal()
    """``dirty``, ``path`` or ``saved_at`` has changed."""

    def __init__(self, review: Review, path: Path | None = None) -> None:
        super().__init__()
        self._history = History(review)
        self._saved: Review | None = review
        self._missing = False
        self.path = path
        self.digest = ""
        """Digest of the file as it was loaded or saved, empty when unknown."""
        self.location: FileLocation | None = None
        """Where the file was when it was loaded or saved, None when unknown."""
        self._holder: LockOwner | None = None
        self.saved_at: datetime | None = None
        """Time of the last save since the review was opened, else None."""
        self.waiting: set[str] = set()
        """Names of images that wait until the review has a file, beside which they are stored."""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._seal)

    @property
    def review(self) -> Review:
        """The present value."""
        return self._history.review

    @property
    def form(self) -> Form:
        """The form of the review."""
        return self.review.form

    @property
    def dirty(self) -> bool:
        """Whether the review differs from its file, or the file is missing."""
        return self._missing or self.review != self._saved

    @property
    def holder(self) -> LockOwner | None:
        """Other holder of the file; while there is one, edits are refused."""
        return self._holder

    @holder.setter
    def holder(self, holder: LockOwner | None) -> None:
        if holder != self._holder:
            self._holder = holder
            self.holder_changed.emit()

    @property
    def read_only(self) -> bool:
        """Whether edits are refused: another holder has the file, or a newer version wrote it."""
        return self._holder is not None or is_newer(self.review)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return bool(self._history.done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to redo."""
        return bool(self._history.undone)

    def open(
        self,
        review: Review,
        path: Path | None,
        *,
        saved: bool = True,
        digest: str = "",
        location: FileLocation | None = None,
    ) -> None:
        """Open another review, with an empty history.

        ``saved`` is false for one that is not in a file yet, as after an import. ``digest`` and
        ``location`` are those of the file that it was read from.
        """
        self._history = History(review)
        self._saved, self._missing = (review if saved else None), False
        self.path, self.digest, self.location = path, digest, location
        self.saved_at = None
        # A new set: the cleanup after the previous review still uses the old one.
        self.waiting = set()
        self.opened.emit()
        self.saved_changed.emit()

    def mark_saved(
        self,
        review: Review,
        path: Path,
        digest: str = "",
        addresses: Mapping[str, str] | None = None,
        location: FileLocation | None = None,
    ) -> None:
        """Note that ``path``, at ``location``, holds ``review`` now, and has ``digest``.

        ``addresses`` maps old to new addresses of images that were renamed by the save. They are
        replaced in every step of the history, since the old ones may lead to other images.
        """
        before = self.review
        if addresses and any(old != new for old, new in addresses.items()):
            self._history = self._history.map_reviews(lambda step: rename_images(step, addresses))
        self._saved, self._missing = review, False
        self.path, self.digest, self.location = path, digest, location
        self.saved_at = datetime.now().astimezone()
        self._seal()
        if self.review is not before:
            self.changed.emit(ReviewEdit("pictures"))
        self.saved_changed.emit()

    def note_missing(self, *, missing: bool) -> None:
        """Note whether the file is missing; the review is unsaved as long as it is."""
        was_dirty, self._missing = self.dirty, missing
        if was_dirty != self.dirty:
            self.saved_changed.emit()

    def edit_text(self, section_id: str, text: str, *, typing: bool, boundary: bool) -> bool:
        """Replace a section's Markdown. Return, as every edit does, whether it was accepted."""
        edit = ReviewEdit(f"section.{section_id}", typing, boundary)
        return self._apply(self.review.with_text(section_id, text), edit)

    def edit_fact(self, key: str, value: Any, *, typing: bool = True) -> bool:
        """Set a fact; None removes it."""
        return self._apply(self.review.with_fact(key, value), ReviewEdit(f"fact.{key}", typing))

    def edit_rating(
        self, section_id: str, value: float | None, *, typing: bool = False, boundary: bool = False
    ) -> bool:
        """Set a section's rating, the overall one for "verdict"; None removes it.

        ``typing`` and ``boundary`` are those of ``ReviewEdit``: digits of a number are one step.
        """
        edited = rating.with_rating(self.review, section_id, value)
        return self._apply(edited, ReviewEdit(f"rating.{section_id}", typing, boundary))

    def edit_target(self, section_id: str | None, words: int | None) -> bool:
        """Set the word target of a section, or of the review for None; no ``words`` remove it."""
        edited = statistics.with_word_target(self.review, words, section_id)
        return self._apply(edited, ReviewEdit(f"target.{section_id or ''}"))

    def edit_review(self, review: Review, field: str) -> bool:
        """Replace the review by an edited one, as one undo step.

        ``field`` names what was edited, as in ``ReviewEdit``: after "section.<id>", undo puts the
        cursor into that section.
        """
        return self._apply(review, ReviewEdit(field))

    def undo(self) -> None:
        """Undo the last step."""
        if self.can_undo:
            edit = self._history.done[-1].edit
            self._move(self._history.undo(), edit)

    def redo(self) -> None:
        """Redo the step that was undone last."""
        if self.can_redo:
            edit = self._history.undone[-1].edit
            self._move(self._history.redo(), edit)

    def _apply(self, review: Review, edit: ReviewEdit) -> bool:
        accepted = self._move(self._history.with_edit(review, edit), edit)
        self._pause.start()
        return accepted

    def _move(self, history: History, edit: ReviewEdit) -> bool:
        if history.review is self.review:
            return True
        problem = growth_problem(self.review, history.review)
        if self.read_only or problem is not None:
            # A widget that shows the edit already has to show the review again, afterwards.
            QTimer.singleShot(0, self, lambda: self.changed.emit(edit))
            if self.read_only:
                self.refused.emit()
            else:
                self.outgrown.emit(problem)
            return False
        was_dirty = self.dirty
        self._history = history
        self.changed.emit(edit)
        if was_dirty != self.dirty:
            self.saved_changed.emit()
        return True

    def _seal(self) -> None:
        self._history = self._history.seal()
