"""Stretches of a text with a value each."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class SpanIndex(Generic[T]):
    """Stretches of a text (start, end, value); one within another is left out."""

    def __init__(self, spans: Iterable[tuple[int, int, T]] = ()) -> None:
        self._spans: list[tuple[int, int, T]] = []
        for span in sorted(spans, key=lambda item: (item[0], -item[1])):
            if not self._spans or span[1] > self._spans[-1][1]:
                self._spans.append(span)
        self._starts = [start for start, _, _ in self._spans]

    def __iter__(self) -> Iterator[tuple[int, int, T]]:
        return iter(self._spans)

    def around(self, start: int, end: int) -> T | None:
        """Return the value of the stretch that has all of ``start`` to ``end``, None if none."""
        index = bisect_right(self._starts, start) - 1
        if index >= 0 and end <= self._spans[index][1]:
            return self._spans[index][2]
        return None

    def within(self, start: int, end: int) -> list[tuple[int, int, T]]:
        """Return the stretches from ``start`` to ``end``."""
        low, high = bisect_right(self._starts, start - 1), bisect_right(self._starts, end - 1)
        return [span for span in self._spans[low:high] if span[1] <= end]
