"""Sequence whose items are made when they are read."""

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, TypeVar, overload

Source = TypeVar("Source")
Item = TypeVar("Item")


class ChangedItems(NamedTuple):
    """The only change between two sequences: ``removed`` items at ``start`` became ``added``."""

    start: int
    removed: int
    added: int


class LazySequence(Sequence[Item], Generic[Source, Item]):
    """Items made by a function from ``sources``, each when it is read first.

    The function must give equal items for equal sources: sequences are compared by their sources.
    """

    def __init__(self, sources: Sequence[Source], make: Callable[[Source], Item]) -> None:
        self.sources = sources
        self._make = make
        self._made: dict[int, Item] = {}

    def __len__(self) -> int:
        return len(self.sources)

    @overload
    def __getitem__(self, index: int) -> Item: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Item, ...]: ...

    def __getitem__(self, index: int | slice) -> Item | tuple[Item, ...]:
        """Return one item, or those of a slice. Raises IndexError behind the end."""
        if isinstance(index, slice):
            return tuple(self[number] for number in range(*index.indices(len(self))))
        source = self.sources[index]
        number = index % len(self)
        if number not in self._made:
            self._made[number] = self._make(source)
        return self._made[number]

    def __eq__(self, other: object) -> bool:
        """Tell whether ``other`` has equal sources, or, if it has none, equal items."""
        if isinstance(other, LazySequence):
            return self.sources == other.sources
        if isinstance(other, Sequence):
            return len(self) == len(other) and all(a == b for a, b in zip(self, other, strict=True))
        return NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def change_from(self, before: "LazySequence[Source, Item]") -> ChangedItems:
        """Return the shortest stretch whose replacement turns ``before`` into this sequence."""
        old, new = before.sources, self.sources
        shorter = min(len(old), len(new))
        head = next((n for n in range(shorter) if old[n] != new[n]), shorter)
        rest = shorter - head
        tail = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
        return ChangedItems(head, len(old) - head - tail, len(new) - head - tail)
