"""Progress of a download by pip: a line for every large package, and a moving one on a terminal."""

import os
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from tools.setup.layout import say

_MB = 1_000_000
_LARGE = 5 * _MB
"""Bytes from which on a package gets a line of its own."""
_LOOK_SECONDS = 0.5
_SILENCE_SECONDS = 30.0
"""Longest time without a line in a log: a slow network needs minutes for a package."""
_FIRST_SECONDS = 3.0
"""Time after which the speed is known well enough to foretell an end."""
_CLEAR_LINE = "\x1b[K"
"""Clears a terminal's line from the cursor to its end (ECMA-48, 8.3.41)."""


class DownloadProgress:
    """State of a download of about ``total`` bytes, 0 if that is not known.

    ``there`` has the sizes of files of an earlier run; ``now`` is a clock in seconds.
    """

    def __init__(
        self,
        total: int,
        there: Mapping[str, int] | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._total = total
        self._now = now
        self._start = self._last_line = now()
        self._sizes = dict(there or {})
        self._told = set(self._sizes)
        self._before = sum(self._sizes.values())

    def lines(self, sizes: Mapping[str, int], *, ended: bool = False) -> list[str]:
        """Return the lines that are due, now that the files have ``sizes`` in bytes.

        pip gets one file after the other: the last one is not whole until all have ``ended``.
        """
        for name, size in sizes.items():
            self._sizes[name] = max(size, self._sizes.get(name, 0))
        names = list(self._sizes)
        whole = names if ended else names[:-1]
        due = [name for name in whole if name not in self._told and self._sizes[name] >= _LARGE]
        self._told.update(due)
        lines = [f"  {self._line(name)}" for name in due]
        if not lines and names and self._now() - self._last_line > _SILENCE_SECONDS:
            lines = [f"  {self._line(names[-1])}"]
        if lines:
            self._last_line = self._now()
        return lines

    def line(self) -> str:
        """Return how far all is, and the file that is being downloaded."""
        if not self._sizes:
            return self.summary()
        name = next(reversed(self._sizes))
        return f"{self.summary()} · {_title(name)}: {_megabytes(self._sizes[name])}"

    def summary(self) -> str:
        """Return how much of all is there, and how long the rest will take."""
        done = sum(self._sizes.values())
        if not self._total:
            return f"zusammen {_megabytes(done)}"
        total = max(done, self._total)
        text = f"zusammen {done / _MB:.0f} von etwa {_megabytes(total)}"
        seconds = self._now() - self._start
        fresh = done - self._before
        if fresh == 0 or seconds < _FIRST_SECONDS or done == total:
            return text
        return f"{text} · noch etwa {_duration((total - done) * seconds / fresh)}"

    def _line(self, name: str) -> str:
        return f"{_title(name)}: {_megabytes(self._sizes[name])} · {self.summary()}"


@contextmanager
def watching(unfinished: Path, finished: Path, total: int) -> Iterator[None]:
    """Tell what pip downloads: to folders in ``unfinished``, from where it goes to ``finished``."""
    progress = DownloadProgress(total, _sizes(_files(finished)))
    ended = threading.Event()

    def sizes() -> dict[str, int]:
        return _sizes(chain(_files(finished), _files(unfinished)))

    thread = threading.Thread(target=_watch, args=(progress, sizes, ended), daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _watch(
    progress: DownloadProgress, sizes: Callable[[], dict[str, int]], ended: threading.Event
) -> None:
    terminal = sys.stdout.isatty()
    while True:
        last = ended.wait(_LOOK_SECONDS)
        for line in progress.lines(sizes(), ended=last):
            say(f"\r{line}{_CLEAR_LINE}" if terminal else line)
        if last:
            return
        if terminal:
            # A line that wraps could not be written over.
            line = f"  {progress.line()}"[: shutil.get_terminal_size().columns - 1]
            print(f"\r{line}{_CLEAR_LINE}", end="", flush=True)


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files in ``folder`` and below."""
    # Path.glob raises an error for a folder that pip takes away meanwhile.
    for place, _, names in os.walk(folder):
        yield from (Path(place, name) for name in names)


def _sizes(paths: Iterable[Path]) -> dict[str, int]:
    """Return the sizes in bytes of the packages among ``paths``, the oldest first."""
    found = []
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            continue  # pip has taken it away meanwhile
        if path.name.endswith((".whl", ".tar.gz")):
            found.append((status.st_mtime, path.name, status.st_size))
    return {name: size for _, name, size in sorted(found)}


def _title(file: str) -> str:
    """Return name and version of a wheel's file."""
    name, version, *_ = file.split("-")
    return f"{name.replace('_', '-')} {version}"


def _megabytes(size: int) -> str:
    return f"{size / _MB:.0f} MB"


def _duration(seconds: float) -> str:
    if seconds < 90:  # noqa: PLR2004  (minutes would be too coarse)
        return f"{max(5, round(seconds / 5) * 5)} Sekunden"
    return f"{round(seconds / 60)} Minuten"
