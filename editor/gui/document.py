"""The open review: its value, its history and its file. Widgets show it and send edits to it."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from editor.review import rating, statistics
from editor.review.form import Form
from editor.review.history import History, ReviewEdit
from editor.review.model import Review
from editor.review.rating import RatingScale
from editor.storage.attachments import rename_images
from editor.storage.locks import LockOwner

_PAUSE_MS = 2_000
"""A pause this long closes an undo step, so that undo takes back what belongs together."""


class Document(QObject):
    """Holds the one Review value that is the truth and tells everyone when it changes."""

    changed = Signal(object)
    """The review was edited; carries the Edit."""
    opened = Signal()
    """Another review took its place."""
    holder_changed = Signal()
    """Someone else began or ceased to hold the file."""
    refused = Signal()
    """An edit was not taken: somebody else holds the file."""
    saved_changed = Signal()
    """The review became equal to its file or no longer is, or its path changed."""

    def __init__(self, review: Review, path: Path | None = None) -> None:
        super().__init__()
        self._history = History(review)
        self._saved: Review | None = review
        self.path = path
        self.digest = ""
        """Digest of the file as it was loaded or saved, empty when nobody knows."""
        self._holder: LockOwner | None = None
        self.saved_at: datetime | None = None
        """When the review was saved here; None when that was another time."""
        self.waiting: set[str] = set()
        """Names of the review's pictures that wait for a file to lie beside."""
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._seal)

    @property
    def review(self) -> Review:
        """The review as it stands."""
        return self._history.review

    @property
    def form(self) -> Form:
        """The form of the review."""
        return self.review.definition

    @property
    def dirty(self) -> bool:
        """Whether there is something that is in no file."""
        return self.review != self._saved

    @property
    def holder(self) -> LockOwner | None:
        """Who else has the file open; nothing can be edited then."""
        return self._holder

    @holder.setter
    def holder(self, holder: LockOwner | None) -> None:
        if holder != self._holder:
            self._holder = holder
            self.holder_changed.emit()

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._history.done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._history.undone)

    def open(
        self, review: Review, path: Path | None, *, saved: bool = True, digest: str = ""
    ) -> None:
        """Show another review. ``saved`` is false when it is in no file yet, as after import.

        ``digest`` is that of the file that it began as.
        """
        self._history = History(review)
        self._saved = review if saved else None
        self.path, self.digest = path, digest
        self.saved_at = None
        # Another one, not an empty one: whoever clears up after the last review has that.
        self.waiting = set()
        self.opened.emit()
        self.saved_changed.emit()

    def mark_saved(
        self,
        review: Review,
        path: Path,
        digest: str = "",
        addresses: Mapping[str, str] | None = None,
    ) -> None:
        """Note that ``review`` is what ``path`` holds now, with the digest of that file.

        ``addresses`` are the old and new ones of pictures that are called otherwise beside it. That
        is no step to take back, where the old ones would lead to other pictures: they are new in
        every step.
        """
        before = self.review
        if addresses and any(old != new for old, new in addresses.items()):
            self._history = self._history.map_reviews(lambda step: rename_images(step, addresses))
        self._saved, self.path, self.digest = review, path, digest
        self.saved_at = datetime.now().astimezone()
        self._seal()
        if self.review is not before:
            self.changed.emit(ReviewEdit("pictures"))
        self.saved_changed.emit()

    def edit_text(self, section_id: str, text: str, *, typing: bool, boundary: bool) -> bool:
        """Replace a section's Markdown. Return whether that was taken, as every edit does."""
        edit = ReviewEdit(f"section.{section_id}", typing, boundary)
        return self._apply(self.review.with_text(section_id, text), edit)

    def edit_fact(self, key: str, value: Any, *, typing: bool = True) -> bool:
        """Set a fact; None removes it."""
        return self._apply(self.review.with_fact(key, value), ReviewEdit(f"fact.{key}", typing))

    def edit_rating(self, section_id: str, value: float | None) -> bool:
        """Set a section's rating, the overall one for "verdict"; None removes it."""
        edited = rating.with_rating(self.review, section_id, value)
        return self._apply(edited, ReviewEdit(f"rating.{section_id}"))

    def edit_target(self, section_id: str | None, words: int | None) -> bool:
        """Set how many words a section, or the whole review for None, is to have; None removes."""
        edited = statistics.with_word_target(self.review, words, section_id)
        return self._apply(edited, ReviewEdit(f"target.{section_id or ''}"))

    def edit_scale(self, scale: RatingScale | None) -> bool:
        """Change the scale of all ratings; None shows none."""
        return self._apply(rating.with_scale(self.review, scale), ReviewEdit("scale"))

    def edit_review(self, review: Review, field: str) -> bool:
        """Put an edited review in the place of the present one, as one step of undo.

        ``field`` says what was edited, as in ``Edit``: "section.<id>" takes the cursor there when
        the step is taken back.
        """
        return self._apply(review, ReviewEdit(field))

    def undo(self) -> None:
        """Take the last step back."""
        if self.can_undo:
            edit = self._history.done[-1].edit
            self._move(self._history.undo(), edit)

    def redo(self) -> None:
        """Do the step that was taken back again."""
        if self.can_redo:
            edit = self._history.undone[-1].edit
            self._move(self._history.redo(), edit)

    def _apply(self, review: Review, edit: ReviewEdit) -> bool:
        taken = self._move(self._history.with_edit(review, edit), edit)
        self._pause.start()
        return taken

    def _move(self, history: History, edit: ReviewEdit) -> bool:
        if history.review is self.review:
            return True
        if self._holder is not None:
            # Whatever has shown the edit already is to show the review again, once it is done.
            QTimer.singleShot(0, self, lambda: self.changed.emit(edit))
            self.refused.emit()
            return False
        was_dirty = self.dirty
        self._history = history
        self.changed.emit(edit)
        if was_dirty != self.dirty:
            self.saved_changed.emit()
        return True

    def _seal(self) -> None:
        self._history = self._history.seal()
