"""The longest time in which a window does nothing else: what a writer would have to wait for."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer

from tests.benchmarks.window import rest

AFTER_MS = 3_000


class Pulse:
    """Beats every millisecond; what keeps it from that is what a writer would wait for."""

    def __init__(self) -> None:
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._last = 0.0
        self._longest = 0.0

    def longest(self, act: Callable[[], object], after_ms: int = AFTER_MS) -> float:
        """Return the longest pause, in seconds, in ``act`` and for ``after_ms`` after it."""
        self._last, self._longest = time.perf_counter(), 0.0
        self._timer.start()
        QTimer.singleShot(0, act)
        rest(after_ms)
        self._timer.stop()
        return self._longest

    def _beat(self) -> None:
        now = time.perf_counter()
        self._longest, self._last = max(self._longest, now - self._last), now
