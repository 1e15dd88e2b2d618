"""Undo and redo of whole reviews.

Because a review is one immutable value, undoing returns to an earlier value. Text, facts and
ratings need no undo of their own.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from editor.review.model import Review

_LIMIT = 2_000
"""Steps kept. Reviews share whatever an edit did not change, so a step costs little memory."""


@dataclass(frozen=True, slots=True)
class ReviewEdit:
    """Describes an edit: its field, and whether it continues the edit before it.

    ``field`` is for example "section.story" or "fact.title". ``typing`` is true for input that may
    join the step before it; ``boundary`` is true when a new step should begin with it, as at the
    start of a word.
    """

    field: str
    typing: bool = False
    boundary: bool = False


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """One step: the reviews before and after it, and the edit."""

    before: Review
    after: Review
    edit: ReviewEdit


@dataclass(frozen=True, slots=True)
class History:
    """The present review, with the steps that led to it and those that were undone."""

    review: Review
    done: tuple[HistoryStep, ...] = ()
    undone: tuple[HistoryStep, ...] = ()
    sealed: bool = True
    """Whether the next edit begins a new step: after undo, a save or a pause."""

    def with_edit(self, review: Review, edit: ReviewEdit) -> "History":
        """Return the history after an edit that turned the present review into ``review``."""
        if review is self.review:
            return self
        if self._withdraws(review, edit):
            return History(review, self.done[:-1])
        if self._joins(edit):
            step = replace(self.done[-1], after=review)
            return History(review, (*self.done[:-1], step), (), sealed=False)
        steps = (*self.done, HistoryStep(self.review, review, edit))[-_LIMIT:]
        return History(review, steps, (), sealed=not edit.typing)

    def undo(self) -> "History":
        """Return the history one step back, unchanged at the beginning."""
        if not self.done:
            return self
        step = self.done[-1]
        return History(step.before, self.done[:-1], (*self.undone, step))

    def redo(self) -> "History":
        """Return the history one step forward, unchanged at the end."""
        if not self.undone:
            return self
        step = self.undone[-1]
        return History(step.after, (*self.done, step), self.undone[:-1])

    def seal(self) -> "History":
        """Return the history with the last step closed, so that the next edit begins a new one."""
        return replace(self, sealed=True)

    def map_reviews(self, change: Callable[[Review], Review]) -> "History":
        """Return the history with ``change`` applied to every review in it."""
        new: dict[int, Review] = {}

        def changed(review: Review) -> Review:
            # Each review ends one step and begins the next: both must stay the same object.
            if id(review) not in new:
                new[id(review)] = change(review)
            return new[id(review)]

        def step(old: HistoryStep) -> HistoryStep:
            return replace(old, before=changed(old.before), after=changed(old.after))

        done, undone = tuple(map(step, self.done)), tuple(map(step, self.undone))
        return replace(self, review=changed(self.review), done=done, undone=undone)

    def _joins(self, edit: ReviewEdit) -> bool:
        return not self.sealed and self._continues(edit)

    def _withdraws(self, review: Review, edit: ReviewEdit) -> bool:
        """Return whether an edit that belongs to the last step leaves nothing of it.

        In a text that holds after a pause too: there the edits that begin a step are marked as
        boundaries, so that deleting what was typed before is a step of its own.
        """
        lasting = not self.sealed or edit.field.startswith("section.")
        return lasting and self._continues(edit) and review == self.done[-1].before

    def _continues(self, edit: ReviewEdit) -> bool:
        if not self.done or not edit.typing or edit.boundary:
            return False
        last = self.done[-1].edit
        return last.typing and last.field == edit.field
