"""Progress of a start, from the CPU time that a start usually takes."""

_USUAL_CPU = 20.0
"""CPU seconds from the start of the process until it is warm, with its cache; 15 to 30 measured."""
_LINEAR_PART = 90.0
_LAST = 99.0


class StartProgress:
    """Percent of a start that are done: never less than before, never 100."""

    def __init__(self) -> None:
        self.percent = 0

    def advance(self, cpu_seconds: float) -> int:
        """Return the percent after ``cpu_seconds`` of the process.

        A new process after a failure begins at nothing: until it has caught up, the percent stay.
        """
        share = cpu_seconds / _USUAL_CPU
        # Beyond the usual, what is left halves whenever the time doubles.
        late = _LAST - (_LAST - _LINEAR_PART) / max(1.0, share)
        percent = _LINEAR_PART * share if share <= 1 else late
        self.percent = max(self.percent, int(percent))
        return self.percent
