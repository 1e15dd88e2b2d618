"""Undo and redo over whole reviews, in the order in which they were edited.

Because a review is one immutable value, a step back is an earlier value: text, facts and ratings
need no undo of their own.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from editor.review.model import Review

_LIMIT = 2_000
"""Steps kept. Reviews share all that an edit did not touch, so that a step costs little memory."""


@dataclass(frozen=True, slots=True)
class ReviewEdit:
    """What an edit was: the field, and whether it continues the edit before it.

    ``field`` names the place ("section.story", "fact.title"). ``typing`` is true for input that
    may join the step before it; ``boundary`` is true when a new step should begin with it, as at
    the start of a word.
    """

    field: str
    typing: bool = False
    boundary: bool = False


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """One step: the review before it and after it, and the edit it was."""

    before: Review
    after: Review
    edit: ReviewEdit


@dataclass(frozen=True, slots=True)
class History:
    """The review as it stands, with the steps that led to it and those that were taken back."""

    review: Review
    done: tuple[HistoryStep, ...] = ()
    undone: tuple[HistoryStep, ...] = ()
    sealed: bool = True
    """The next edit begins a step of its own: after undo, a save or a pause."""

    def with_edit(self, review: Review, edit: ReviewEdit) -> "History":
        """Return the history after an edit that made ``review`` out of the present one."""
        if review is self.review:
            return self
        if self._joins(edit):
            step = replace(self.done[-1], after=review)
            return History(review, (*self.done[:-1], step), (), sealed=False)
        steps = (*self.done, HistoryStep(self.review, review, edit))[-_LIMIT:]
        return History(review, steps, (), sealed=not edit.typing)

    def undo(self) -> "History":
        """Return the history one step back, itself at the beginning."""
        if not self.done:
            return self
        step = self.done[-1]
        return History(step.before, self.done[:-1], (*self.undone, step))

    def redo(self) -> "History":
        """Return the history one step forward again, itself at the end."""
        if not self.undone:
            return self
        step = self.undone[-1]
        return History(step.after, (*self.done, step), self.undone[:-1])

    def seal(self) -> "History":
        """Return the history with the last step closed: what comes next is undone by itself."""
        return replace(self, sealed=True)

    def map_reviews(self, change: Callable[[Review], Review]) -> "History":
        """Return the history with ``change`` made to every review in it, as if always so."""
        new: dict[int, Review] = {}

        def changed(review: Review) -> Review:
            # Each is the end of one step and the beginning of the next.
            if id(review) not in new:
                new[id(review)] = change(review)
            return new[id(review)]

        def step(old: HistoryStep) -> HistoryStep:
            return replace(old, before=changed(old.before), after=changed(old.after))

        done, undone = tuple(map(step, self.done)), tuple(map(step, self.undone))
        return replace(self, review=changed(self.review), done=done, undone=undone)

    def _joins(self, edit: ReviewEdit) -> bool:
        if self.sealed or not self.done or not edit.typing or edit.boundary:
            return False
        last = self.done[-1].edit
        return last.typing and last.field == edit.field
