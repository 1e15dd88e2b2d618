"""Which process wrote something, and whether it still runs."""

import contextlib
import functools
import hashlib
import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from editor.storage import atomic_write


@dataclass(frozen=True, slots=True)
class Process:
    """One process of one machine. The start tells it from a later one with the same number."""

    host: str
    pid: int
    started: str
    """When it started, in words of the system that mean something to it only."""

    @classmethod
    def this(cls) -> Self:
        """Return the process that asks."""
        return cls(platform.node(), os.getpid(), started(os.getpid()))

    @classmethod
    def of(cls, raw: Any) -> Self:
        """Return what ``stored`` gave. Raises ValueError when it is something else."""
        match raw:
            case {"host": str(host), "pid": int(pid), "started": str(start)} if pid > 0:
                return cls(host, pid, start)
        raise ValueError("no process")

    def stored(self) -> dict[str, Any]:
        """Return it in values of JSON."""
        return {"host": self.host, "pid": self.pid, "started": self.started}

    @property
    def elsewhere(self) -> bool:
        """Whether it ran on another machine, so that nothing here knows about it."""
        return self.host != platform.node()

    @property
    def alive(self) -> bool:
        """Whether it runs on this machine now."""
        return not self.elsewhere and bool(self.started) and started(self.pid) == self.started


def started(pid: int) -> str:
    """Return when the process ``pid`` started, in a form that only compares; "" when it is gone."""
    ways = {"linux": _linux, "win32": _windows}
    return ways.get(sys.platform, _ps)(pid)


def _linux(pid: int) -> str:
    """Return clock ticks since the start of the machine, and which start of it that was.

    Fields of /proc/PID/stat are counted behind the name, which may hold blanks and brackets:
    proc_pid_stat(5). Neither value follows the clock on the wall.
    """
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    except OSError:
        return ""
    state, ticks = fields[0], fields[19]
    return "" if state in "ZX" else f"{ticks} {_boot()}"


@functools.cache
def _boot() -> str:
    with contextlib.suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    return "?"


def _ps(pid: int) -> str:
    """Return what ps tells, which POSIX has everywhere."""
    answer = subprocess.run(  # noqa: S603 (its arguments are these, one of them a number)
        ["/bin/ps", "-o", "lstart=", "-p", str(pid)],
        capture_output=True,
        text=True,
        check=False,
        env={"LC_ALL": "C", "TZ": "UTC"},
    )
    return answer.stdout.strip()


def _windows(pid: int) -> str:
    """Return the creation time of GetProcessTimes, in 100 ns since 1601."""
    import ctypes  # noqa: PLC0415  (only there)

    kernel: Any = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    limited, running = 0x1000, 259
    kernel.OpenProcess.restype = ctypes.c_void_p
    number = kernel.OpenProcess(limited, 0, pid)
    if number is None:
        return ""
    handle = ctypes.c_void_p(number)
    times = [ctypes.c_uint64() for _ in range(4)]
    status = ctypes.c_uint32()
    try:
        kernel.GetExitCodeProcess(handle, ctypes.byref(status))
        kernel.GetProcessTimes(handle, *(ctypes.byref(time) for time in times))
    finally:
        kernel.CloseHandle(handle)
    return str(times[0].value) if status.value == running else ""


class Scratch:
    """The folders of all running programs below one folder; each is named after its process.

    So what a program that was killed has left can be told from what another window still shows.
    """

    def __init__(self, folder: Path, process: Process) -> None:
        self._folder = folder
        self._own = folder / _name(process.pid, process.started)

    def path(self, name: str) -> Path:
        """Return the path for the file ``name`` of this process. Raises OSError."""
        atomic_write.private_folder(self._own)
        return self._own / name

    def clear(self) -> None:
        """Remove what this process has put here, as far as possible."""
        shutil.rmtree(self._own, ignore_errors=True)

    def left(self) -> list[Path]:
        """Return the folders of processes that are gone; none where there is nothing to see."""
        with contextlib.suppress(OSError):
            return [folder for folder in self._folder.iterdir() if not _runs(folder.name)]
        return []

    def clear_left(self) -> None:
        """Remove what processes that are gone have left, as far as possible."""
        for folder in self.left():
            shutil.rmtree(folder, ignore_errors=True)


def _name(pid: int, start: str) -> str:
    return f"{pid}-{hashlib.sha256(start.encode()).hexdigest()[:16]}"


def _runs(name: str) -> bool:
    pid = name.partition("-")[0]
    start = started(int(pid)) if pid.isascii() and pid.isdecimal() else ""
    return bool(start) and _name(int(pid), start) == name
