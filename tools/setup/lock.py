"""The lock of the set-up: two at once would write into one environment."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.setup.layout import say


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock in the file ``path``; wait for another set-up that has it, and say so.

    The lock ends with its process. Raises OSError where the file cannot be written.
    """
    if os.name == "nt":  # it has no flock
        yield
        return
    import fcntl  # noqa: PLC0415  (only there)

    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Rezensent wird gerade schon eingerichtet; danach geht es hier weiter …")
            fcntl.flock(file, fcntl.LOCK_EX)
        yield
