"""Object that is built when it is first needed, so that a start does not import its module."""

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Deferred(Generic[T]):
    """Builds an object once, at the first ``get``.

    ``build`` imports the class in its body: that is the import the start does without.
    """

    def __init__(self, build: Callable[[], T]) -> None:
        self._build = build
        self.built: T | None = None
        """The object, None as long as nothing has needed it."""

    def get(self) -> T:
        """Return the object; build it if it is the first time."""
        if self.built is None:
            self.built = self._build()
        return self.built
