"""Pauses between two starts of a server, and the end of trying."""

import time
from collections import deque

from editor.errors import LanguageToolError, ServerFailureError
from editor.languagetool.timing import EngineTiming


class RestartPolicy:
    """Restarts of a local server: not too soon, and not too many within a time."""

    def __init__(self, timing: EngineTiming) -> None:
        self._timing = timing
        self._starts: deque[float] = deque()

    @property
    def starts(self) -> int:
        """Number of starts that still count, see ``EngineTiming.memory``."""
        return len(self._starts)

    def count_start(self) -> None:
        """Count a start that happens now."""
        self._starts.append(time.monotonic())

    def delay(self, reason: LanguageToolError) -> float:
        """Return the seconds until the next start, negative if it is overdue.

        Raises ServerFailureError, which quotes ``reason``, after too many starts.
        """
        now, starts = time.monotonic(), self._starts
        while now - starts[0] > self._timing.memory and len(starts) > 1:
            starts.popleft()
        if len(starts) > self._timing.restarts:
            raise ServerFailureError(
                f"Prüfung aus: {reason.german} Auch mehrere Neustarts haben nicht geholfen; bitte "
                "versuchen Sie es erneut oder richten Sie LanguageTool neu ein.",
                f"Checking is off: {reason.english} Several restarts did not help; please try "
                "again or set LanguageTool up again.",
            )
        return starts[-1] + self._timing.pause - now


class Backoff:
    """Growing delays between two tries of a remote server."""

    def __init__(self, timing: EngineTiming) -> None:
        self._timing = timing
        self._delay = timing.retry

    def next_delay(self) -> float:
        """Return the seconds until the next try, each time twice as many up to a limit."""
        delay = self._delay
        self._delay = min(2 * delay, self._timing.longest_retry)
        return delay

    def reset(self) -> None:
        """Begin with the shortest delay again."""
        self._delay = self._timing.retry
