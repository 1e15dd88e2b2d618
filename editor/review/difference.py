"""The one stretch in which two texts differ."""

from collections.abc import Callable
from typing import NamedTuple


class Difference(NamedTuple):
    """``old[start:old_end]`` became ``new[start:new_end]``, in code points."""

    start: int
    old_end: int
    new_end: int


def difference(old: str, new: str) -> Difference:
    """Return the smallest stretch whose replacement turns ``old`` into ``new``."""
    shorter = min(len(old), len(new))
    start = _longest(shorter, lambda n: old[:n] == new[:n])
    tail = _longest(shorter - start, lambda n: old[len(old) - n :] == new[len(new) - n :])
    return Difference(start, len(old) - tail, len(new) - tail)


def _longest(most: int, equal: Callable[[int], bool]) -> int:
    """Return the largest length up to ``most`` for which ``equal`` holds, by halving.

    Comparing slices costs less than comparing characters one by one in Python.
    """
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if equal(middle) else (low, middle - 1)
    return low
