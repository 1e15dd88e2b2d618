"""One writer per file: who has a review open, noted outside its folder."""

import contextlib
import hashlib
import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from editor.storage import atomic_write
from editor.storage.processes import Process

_GUARD = "guard"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a file open."""

    process: Process
    since: float
    """By the clock on the wall, in s since 1970: for people."""


class Locks:
    """The locks in one folder. All of it may be called on any thread, one call at a time.

    Where the folder cannot be used nobody is kept from writing: two writers are rare, and a
    review that cannot be edited is no help to anyone.
    """

    def __init__(self, folder: Path, process: Process) -> None:
        self._folder = folder
        self._process = process

    def take(self, path: Path, *, by_force: bool = False) -> Holder | None:
        """Take ``path`` for this process; return who has it already, None when it is ours.

        What a process that is gone has left is taken over. Of one on another machine nobody here
        can tell; ``by_force`` takes that over too.
        """
        mine = Holder(self._process, time.time())
        lock = self._lock(path)
        with contextlib.suppress(OSError):
            atomic_write.private_folder(self._folder)
            with self._guarded():
                there = _read(lock)
                if there is not None and self._stands(there, by_force=by_force):
                    return there
                atomic_write.replace_private(lock, _dumped(mine, path))
        return None

    def other(self, path: Path) -> Holder | None:
        """Return who else holds ``path``, without taking it."""
        there = _read(self._lock(path))
        stands = there is not None and self._stands(there, by_force=False)
        return there if stands else None

    def release(self, path: Path) -> None:
        """Let others have ``path``; a lock that is not ours stays."""
        lock = self._lock(path)
        with contextlib.suppress(OSError), self._guarded():
            there = _read(lock)
            if there is not None and there.process == self._process:
                lock.unlink(missing_ok=True)

    def _stands(self, there: Holder, *, by_force: bool) -> bool:
        if there.process == self._process:
            return False
        return there.process.alive or (there.process.elsewhere and not by_force)

    def _lock(self, path: Path) -> Path:
        real = os.path.normcase(os.path.realpath(path))
        name = hashlib.sha256(os.fsencode(real)).hexdigest()[:32]
        return self._folder / f"{name}.lock"

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        """Let one process at a time look and write. The system lets go of it when one dies."""
        with (self._folder / _GUARD).open("ab") as guard:
            _wait_for(guard)
            yield


def _wait_for(guard: IO[bytes]) -> None:
    if os.name == "nt":
        import msvcrt  # noqa: PLC0415  (only there)

        msvcrt.locking(guard.fileno(), msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined,unused-ignore]
    else:
        import fcntl  # noqa: PLC0415  (only there)

        fcntl.flock(guard, fcntl.LOCK_EX)


def _read(lock: Path) -> Holder | None:
    """Return who holds ``lock``, None for nobody and for a damaged one."""
    with contextlib.suppress(OSError, ValueError, RecursionError):
        match json.loads(lock.read_bytes()):
            case {"process": process, "since": int() | float() as since}:
                return Holder(Process.of(process), since)
    return None


def _dumped(holder: Holder, path: Path) -> bytes:
    stored = {"process": holder.process.stored(), "since": holder.since, "path": str(path)}
    return json.dumps(stored).encode()
