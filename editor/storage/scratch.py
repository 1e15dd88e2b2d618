"""A private folder for each running program, and none for those that are gone."""

import contextlib
import hashlib
import shutil
from pathlib import Path

from editor.storage import atomic_write
from editor.storage.processes import Process, started


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
