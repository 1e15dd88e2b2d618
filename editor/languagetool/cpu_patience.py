"""Patience with a process on this machine, measured by the CPU time that it uses."""

import time
from collections.abc import Callable

import psutil

_CPU_PER_SECOND = 4.0
"""CPU seconds that count as one second: beside a check Java compiles and collects."""
_LEAST_LOAD = 0.005
"""Share of one core below which a process does nothing; an idle Java uses a quarter of that."""


class CpuClock:
    """CPU time that a process has used, in seconds; after its end the last time that was read."""

    def __init__(self, pid: int) -> None:
        self._last = 0.0
        try:
            self._process: psutil.Process | None = psutil.Process(pid)
        except psutil.Error:
            self._process = None

    def __call__(self) -> float:
        """Return the seconds of all its threads, those of the system included."""
        if self._process is not None:
            try:
                times = self._process.cpu_times()
            except psutil.Error:
                return self._last
            self._last = max(self._last, times.user + times.system)
        return self._last


class CpuPatience:
    """Waits for a process as long as it works, however slow the machine is.

    ``seconds`` is what the work takes at most on an idle machine. The patience ends when the
    process has used the CPU time of that, or has used none for ``seconds`` on the clock.
    """

    def __init__(self, clock: Callable[[], float], seconds: float) -> None:
        self._clock = clock
        self._seconds = seconds
        self._start = self._mark = clock()
        self._marked_at = time.monotonic()

    @property
    def is_over(self) -> bool:
        """Whether the process is hung, or works without an end. Ask several times a second."""
        used, now = self._clock(), time.monotonic()
        if used - self._start > self._seconds * _CPU_PER_SECOND:
            return True
        if used - self._mark >= self._seconds * _LEAST_LOAD:
            self._mark, self._marked_at = used, now
        return now - self._marked_at > self._seconds
