"""Locks: which process has a review open, noted outside the folder of the review."""

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
from editor.storage.file_location import file_key
from editor.storage.processes import ProcessIdentity

_GUARD = "guard"


@dataclass(frozen=True, slots=True)
class LockOwner:
    """The process that has a file open."""

    process: ProcessIdentity
    since: float
    """By the wall clock, in seconds since 1970; for people to read."""


class Locks:
    """The locks in one folder. The methods may be called on any thread, one call at a time.

    Where the folder cannot be used, every file counts as free: two writers are rare, and a review
    that cannot be edited helps no one.
    """

    def __init__(self, folder: Path, process: ProcessIdentity) -> None:
        self._folder = folder
        self._process = process
        self._held: dict[Path, Path] = {}
        """Locks of this process by the paths that they were acquired with."""

    def acquire(self, path: Path, *, force: bool = False) -> LockOwner | None:
        """Lock ``path`` for this process; return the owner instead when another one has it.

        The lock of a process that has ended is taken over. Whether one on another computer still
        runs cannot be known here; ``force`` takes over its lock, too.
        """
        mine = LockOwner(self._process, time.time())
        lock = self._lock_file(path)
        self._held[path] = lock
        with contextlib.suppress(OSError):
            atomic_write.make_private_folder(self._folder)
            with self._guard():
                owner = _read(lock)
                if owner is not None and self._is_in_force(owner, force=force):
                    del self._held[path]
                    return owner
                atomic_write.replace_private(lock, _dump(mine, path))
        return None

    def other_owner(self, path: Path) -> LockOwner | None:
        """Return the other process that has locked ``path``, without locking it."""
        owner = _read(self._lock_file(path))
        is_other = owner is not None and self._is_in_force(owner, force=False)
        return owner if is_other else None

    def is_held(self, path: Path) -> bool:
        """Return whether this process has locked the file that ``path`` leads to."""
        return self._lock_file(path) in self._held.values()

    def release(self, path: Path) -> None:
        """Unlock ``path``; the lock of another process stays."""
        # Where the file has been deleted since, its name may lead elsewhere.
        lock = self._held.pop(path, None) or self._lock_file(path)
        with contextlib.suppress(OSError), self._guard():
            owner = _read(lock)
            if owner is not None and owner.process == self._process:
                lock.unlink(missing_ok=True)

    def _is_in_force(self, owner: LockOwner, *, force: bool) -> bool:
        """Return whether ``owner`` keeps this process out."""
        if owner.process == self._process:
            return False
        return owner.process.is_running or (owner.process.is_remote and not force)

    def _lock_file(self, path: Path) -> Path:
        name = hashlib.sha256(os.fsencode(file_key(path))).hexdigest()[:32]
        return self._folder / f"{name}.lock"

    @contextlib.contextmanager
    def _guard(self) -> Iterator[None]:
        """Let one process at a time read and write; the system frees the guard when one dies."""
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


def _read(lock: Path) -> LockOwner | None:
    """Return the owner of ``lock``, None for a missing and for a damaged one."""
    with contextlib.suppress(OSError, ValueError, RecursionError):
        match json.loads(lock.read_bytes()):
            case {"process": process, "since": int() | float() as since}:
                return LockOwner(ProcessIdentity.from_json(process), since)
    return None


def _dump(owner: LockOwner, path: Path) -> bytes:
    stored = {"process": owner.process.to_json(), "since": owner.since, "path": str(path)}
    return json.dumps(stored).encode()
