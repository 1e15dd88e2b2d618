"""Closing of all windows, one after the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClosingWindow:
    """Window that is to be closed, as far as closing has to know it."""

    is_unsaved: bool
    is_active: bool
    come_to_front: Callable[[], None]
    settle: Callable[[Callable[[], None]], None]
    """Calls a function once nothing unsaved can be lost; never, if the writer wants to go on."""
    leave: Callable[[], None]
    """Closes the window without a question."""


def close_in_turn(windows: Sequence[ClosingWindow]) -> None:
    """Close ``windows``, those with something unsaved first, of these the active one.

    Such a window comes to the front and asks. If the writer wants to go on, the others stay too.
    """
    order = sorted(windows, key=lambda window: (not window.is_unsaved, not window.is_active))
    _close_first(order)


def _close_first(windows: Sequence[ClosingWindow]) -> None:
    if not windows:
        return
    window, *others = windows

    def close() -> None:
        window.leave()
        _close_first(others)

    if window.is_unsaved:
        window.come_to_front()
    window.settle(close)
