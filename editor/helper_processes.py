"""Helper processes: programs that work on one document for this one, and end with it."""

import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""Creation flags with which a program opens no console window on Windows, none elsewhere.

A program with a window has no console there, and each of its helpers would get one of its own."""

_LIBRARY_PATH = "LD_LIBRARY_PATH"
"""Variable in which Linux looks for libraries before it looks in its own folders."""
_lock = threading.Lock()
_kills: dict[object, Callable[[], None]] = {}
"""How to end each helper that runs, by a key of its own."""


@contextmanager
def helper_process(kill: Callable[[], None]) -> Iterator[None]:
    """Register a helper process, which ``kill`` ends, for as long as it is waited for.

    ``kill`` may be called from any thread, and as long as the context lasts.
    """
    key = object()
    with _lock:
        _kills[key] = kill
    try:
        yield
    finally:
        with _lock:
            del _kills[key]


def end_helpers() -> None:
    """End the helpers that run. Those who wait for them see a process that was killed."""
    with _lock:
        for kill in _kills.values():
            kill()


def restore_library_path() -> None:
    """Give programs that this one starts the search path of libraries that it was started with.

    The loader of a bundle puts the bundle's folder into it. Browsers and other programs of the
    system would load libraries from there that they do not fit
    (https://pyinstaller.org/en/stable/runtime-information.html, LD_LIBRARY_PATH).
    """
    before = os.environ.get(f"{_LIBRARY_PATH}_ORIG")
    if before is not None:
        os.environ[_LIBRARY_PATH] = before
    else:
        os.environ.pop(_LIBRARY_PATH, None)
