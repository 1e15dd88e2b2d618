"""Identity of processes: which one wrote a file, whether it still runs, and its scratch folder."""

import contextlib
import functools
import hashlib
import os
import platform
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

import psutil

from editor.storage import atomic_write

_TOLERANCE = 1.0
"""Seconds by which two readings of one start may differ."""
_FILETIME_EPOCH = 11_644_473_600
"""Seconds from 1601, where Windows counts from, to 1970."""
_PS_TIME = "%a %b %d %H:%M:%S %Y"


@dataclass(frozen=True, slots=True)
class ProcessIdentity:
    """One process of one computer.

    The start tells it from a later process with the same number.
    """

    host: str
    pid: int
    started: str
    """When it started, as ``start_of`` returns it."""

    @classmethod
    def current(cls) -> Self:
        """Return the identity of this process."""
        return cls.of(os.getpid())

    @classmethod
    def of(cls, pid: int) -> Self:
        """Return the identity of the process ``pid`` of this computer."""
        return cls(platform.node(), pid, start_of(pid))

    @classmethod
    def from_json(cls, raw: Any) -> Self:
        """Return the identity that ``to_json`` stored. Raises ValueError for anything else."""
        match raw:
            case {"host": str(host), "pid": int(pid), "started": str(start)} if pid > 0:
                return cls(host, pid, start)
        raise ValueError("not a process")

    def to_json(self) -> dict[str, Any]:
        """Return the identity in values of JSON."""
        return {"host": self.host, "pid": self.pid, "started": self.started}

    @property
    def is_remote(self) -> bool:
        """Whether it ran on another computer, so that its state is unknown here."""
        return self.host != platform.node()

    @property
    def is_running(self) -> bool:
        """Whether it runs on this computer now."""
        return not self.is_remote and _is_same_start(self.started, start_of(self.pid))


def start_of(pid: int) -> str:
    """Return when the process ``pid`` started, for comparison only; empty when it has ended.

    On Linux these are the clock ticks since the computer was switched on, with the id of that
    start, which no setting of the clock changes; elsewhere the seconds since 1970.
    """
    try:
        process = psutil.Process(pid)
        if process.status() in (psutil.STATUS_ZOMBIE, psutil.STATUS_DEAD):
            return ""
        created = process.create_time()
    except psutil.Error:
        return ""
    if not psutil.LINUX:
        return f"{created:.3f}"
    ticks = round((created - psutil.boot_time()) * os.sysconf("SC_CLK_TCK"))
    return f"{ticks} {_boot_id()}"


@functools.cache
def _boot_id() -> str:
    with contextlib.suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    return "?"


def _is_same_start(stored: str, current: str) -> bool:
    if not stored or not current:
        return False
    if stored == current:
        return True
    try:
        return abs(_seconds(stored) - float(current)) < _TOLERANCE
    except ValueError:
        return False


def _seconds(stored: str) -> float:
    """Return a start in seconds since 1970, also as earlier versions noted it on macOS and Windows.

    There it was what ``ps`` prints in UTC, or the 100 nanoseconds since 1601. Raises ValueError.
    """
    if stored.isdecimal():
        return int(stored) / 10_000_000 - _FILETIME_EPOCH
    with contextlib.suppress(ValueError):
        return float(stored)
    words = " ".join(stored.split())
    return datetime.strptime(words, _PS_TIME).replace(tzinfo=UTC).timestamp()


class ScratchFolder:
    """Folder for files that are of use only while the program runs.

    Every process has a folder of its own below a common one, named after the process, so that the
    files of a killed process can be told from those that another window still shows.
    """

    def __init__(self, parent: Path, process: ProcessIdentity) -> None:
        self._parent = parent
        self._folder = parent / _folder_name(process.pid, process.started)

    def path(self, name: str) -> Path:
        """Return the path for the file ``name`` of this process. Raises OSError."""
        atomic_write.make_private_folder(self._folder)
        return self._folder / name

    def clear(self) -> None:
        """Remove the files of this process, as far as possible."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def abandoned(self) -> list[Path]:
        """Return the folders of processes that have ended, none where they cannot be listed."""
        with contextlib.suppress(OSError):
            return [folder for folder in self._parent.iterdir() if not _is_in_use(folder.name)]
        return []

    def clear_abandoned(self) -> None:
        """Remove the folders of processes that have ended, as far as possible."""
        for folder in self.abandoned():
            shutil.rmtree(folder, ignore_errors=True)


def _folder_name(pid: int, start: str) -> str:
    return f"{pid}-{hashlib.sha256(start.encode()).hexdigest()[:16]}"


def _is_in_use(name: str) -> bool:
    pid = name.partition("-")[0]
    start = start_of(int(pid)) if pid.isascii() and pid.isdecimal() else ""
    return bool(start) and _folder_name(int(pid), start) == name
