"""Ratios of two measurements of one run, so that the machine's speed and its drift cancel out."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

Sample = TypeVar("Sample")
Pairs = Sequence[tuple[float, float]]
"""What ours and the baseline took, round by round; seconds unless said otherwise."""

HEADER = f"{'':<20}{'ours':>10}{'baseline':>10}{'ratio':>8}{'min–max':>14}   aim"


def duration(seconds: float) -> str:
    """Return a time in its unit."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1_000:.1f} ms"


def mebibytes(size: float) -> str:
    """Return a number of bytes in its unit."""
    return f"{size / 2**20:.1f} MiB"


@dataclass(frozen=True, slots=True)
class Ratio:
    """One line of the table: how much of the baseline's time ours takes."""

    name: str
    measured: str
    """What is compared with what, in one sentence."""
    pairs: Pairs
    aim: float | None = None
    """The ratio must not be above it; None where nothing was promised."""
    shown: Callable[[float], str] = duration
    """Writes one sample with its unit."""

    def lines(self) -> str:
        """Return the line of the table and below it what it means."""
        ours, baseline = (median(side) for side in zip(*self.pairs, strict=True))
        ratios = sorted(ours / baseline for ours, baseline in self.pairs)
        middle = median(ratios)
        spread = f"{_factor(ratios[0])}–{_factor(ratios[-1])}"
        return (
            f"{self.name:<20}{self.shown(ours):>10}{self.shown(baseline):>10}"
            f"{_factor(middle):>8}{spread:>14}   {self._verdict(middle)}\n  {self.measured}\n"
        )

    def _verdict(self, ratio: float) -> str:
        if self.aim is None:
            return "–"
        return f"≤ {_factor(self.aim)} {'met' if ratio <= self.aim else 'missed'}"


def interleaved(
    ours: Callable[[], Sample], baseline: Callable[[], Sample], *, rounds: int, warm_up: int = 1
) -> list[tuple[Sample, Sample]]:
    """Take both measurements in turn; the first ``warm_up`` rounds do not count."""
    return [(ours(), baseline()) for _ in range(warm_up + rounds)][warm_up:]


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that ``work`` takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _factor(ratio: float) -> str:
    return f"{ratio:.2f}" if ratio > 0.1 else f"1/{1 / ratio:.0f}"
