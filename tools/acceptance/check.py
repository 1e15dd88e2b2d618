"""A check of the acceptance, and the line that tells of it."""

import subprocess
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tools.acceptance.machine import Machine, MachineError


class CheckError(Exception):
    """Something is not as it should be; the message says what was seen."""


_FAILURES = (
    *(CheckError, MachineError, subprocess.SubprocessError),
    *(OSError, ValueError, LookupError),
)
"""Errors of a check: what it says itself, and answers that it could not read."""


@dataclass(frozen=True, slots=True)
class Check:
    """Something that must hold on a machine on which Rezensent is installed."""

    name: str
    run: Callable[[Machine], str]
    """Returns what was seen; raises CheckError, or another error that ``carry_out`` knows."""
    packages: tuple[str, ...] = ("deb", "portable")
    """Kinds of package that it concerns."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a check."""

    place: str
    """The machine: "bookworm deb"."""
    name: str
    passed: bool
    seen: str
    seconds: float

    def line(self) -> str:
        """Return the outcome in one line."""
        sign = "✓" if self.passed else "✗"
        return f"{sign} {self.place} · {self.name}: {self.seen} · {self.seconds:.1f} s"


def carry_out(check: Check, machine: Machine) -> Outcome:
    """Run ``check`` and return its outcome; no error of the check ends the acceptance."""
    begin = time.monotonic()
    try:
        seen, passed = check.run(machine), True
    except _FAILURES as error:
        seen, passed = " ".join(str(error).split()), False
    return Outcome(machine.place, check.name, passed, seen, time.monotonic() - begin)


def require(condition: object, seen: str) -> None:
    """Raise CheckError with ``seen`` unless ``condition`` holds."""
    if not condition:
        raise CheckError(seen)


def failures(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Return the outcomes of checks that did not pass."""
    return [outcome for outcome in outcomes if not outcome.passed]
