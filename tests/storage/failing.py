"""Makes the n-th system call of some code fail, as a disk does that is full, gone or broken.

What Python's own library calls in ``os`` and ``io`` is counted, whatever function of pathlib or
tempfile is on the way: ``os.open``, ``os.fsync``, … and opening, writing, flushing and closing a
file. Only what happens below one folder is touched, on whatever thread.
"""

import builtins
import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self
from unittest.mock import patch

CODES = (
    errno.ENOSPC,
    errno.EIO,
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.ENOENT,
    errno.EDQUOT,
    errno.EINTR,
    errno.ENAMETOOLONG,
    errno.ETXTBSY,
    errno.EBUSY,
    errno.ESTALE,
)
"""Errors of a disk that is full, broken, protected, gone, in use, or remote."""
_PATHS = (
    "open",
    "stat",
    "lstat",
    "access",
    "chmod",
    "chown",
    "replace",
    "rename",
    "link",
    "unlink",
    "mkdir",
    "readlink",
    "scandir",
    "listdir",
)
_DESCRIPTORS = ("fsync", "fstat", "close")
_FILES = ("write", "flush", "close", "read")


class Calls:
    """Counts calls, and lets the one with the number ``failing``, from 0, fail."""

    def __init__(self, folder: Path, failing: range, code: int) -> None:
        self.made: list[str] = []
        self._folder = os.fspath(folder)
        self._failing = failing
        self._code = code

    def __call__(self, name: str) -> None:
        """Note the call ``name``. Raises OSError where it is the one that fails."""
        self.made.append(name)
        if len(self.made) - 1 in self._failing:
            raise OSError(self._code, "injected failure")

    def concerns(self, target: object) -> bool:
        """Tell whether a path or a descriptor leads below the folder."""
        if isinstance(target, int):
            try:
                target = _readlink(f"/proc/self/fd/{target}")
            except OSError:
                return False
        if isinstance(target, bytes):
            target = os.fsdecode(target)
        return isinstance(target, str | os.PathLike) and os.fspath(target).startswith(self._folder)


_readlink = os.readlink


@contextmanager
def failing(folder: Path, numbers: range = range(0), code: int = 0) -> Iterator[Calls]:
    """Let the system calls ``numbers``, from 0, that concern ``folder`` fail with ``code``."""
    calls = Calls(folder, numbers, code)
    patches = [patch.object(os, name, _counted(name, calls)) for name in (*_PATHS, *_DESCRIPTORS)]
    patches.append(patch.object(builtins, "open", _opening(builtins.open, calls)))
    patches.append(patch.object(io, "open", _opening(io.open, calls)))
    for item in patches:
        item.start()
    try:
        yield calls
    finally:
        for item in reversed(patches):
            item.stop()


def _counted(name: str, calls: Calls) -> Callable[..., Any]:
    real = getattr(os, name)

    def call(*arguments: Any, **options: Any) -> Any:
        if not any(map(calls.concerns, arguments[:2])):
            return real(*arguments, **options)
        if name == "access":
            # It answers no instead of raising.
            try:
                calls(name)
            except OSError:
                return False
        elif name == "close":
            # Like the system's own: the descriptor is gone, whatever it says.
            real(*arguments)
            calls(name)
            return None
        else:
            calls(name)
        return real(*arguments, **options)

    return call


def _opening(real: Callable[..., Any], calls: Calls) -> Callable[..., Any]:
    def call(file: Any, *arguments: Any, **options: Any) -> Any:
        if not calls.concerns(file):
            return real(file, *arguments, **options)
        calls("open file")
        return _File(real(file, *arguments, **options), calls)

    return call


class _File:
    """A file whose methods are counted."""

    def __init__(self, file: Any, calls: Calls) -> None:
        self._file = file
        self._calls = calls

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._file, name)
        if name not in _FILES:
            return real

        def call(*arguments: Any) -> Any:
            if name == "close":
                real()
                self._calls(name)
                return None
            self._calls(name)
            return real(*arguments)

        return call

    def __enter__(self) -> Self:
        self._file.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
