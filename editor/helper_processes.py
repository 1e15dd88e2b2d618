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
"""Variable with the folders in which Linux looks for libraries first."""
_LOADER = "_PYI_"
"""Begins the names of variables by which the loader of a bundle knows its own children."""
_OF_QT = frozenset({"QT_PLUGIN_PATH", "QML2_IMPORT_PATH"})
"""Qt finds the bundle's plugins without them, beside its libraries."""
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


def restore_environment() -> None:
    """Give programs that this one starts the environment that it was started with.

    The loader of a bundle and its hook for Qt name the bundle's folders there. Browsers and other
    programs of the system would load libraries and plugins that they do not fit; this program
    itself, started again, would not look for its own. Nothing in this process asks for them later
    (https://pyinstaller.org/en/stable/runtime-information.html, LD_LIBRARY_PATH).
    """
    for name in [name for name in os.environ if name.startswith(_LOADER) or name in _OF_QT]:
        del os.environ[name]
    before = os.environ.pop(f"{_LIBRARY_PATH}_ORIG", None)
    if before is not None:
        os.environ[_LIBRARY_PATH] = before
    else:
        os.environ.pop(_LIBRARY_PATH, None)
