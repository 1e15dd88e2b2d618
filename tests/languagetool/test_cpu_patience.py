"""Patience with a process counts the CPU time that it uses, not the time on the clock."""

import os
import subprocess
import sys
import time

import pytest

from editor.languagetool.cpu_patience import CpuClock, CpuPatience

BUSY = "while True: pass"
IDLE = "import time; time.sleep(60)"


def ends_within(program: str, patience_seconds: float, wall_seconds: float) -> bool:
    """Tell whether the patience with a real process ends before ``wall_seconds`` have passed."""
    with subprocess.Popen([sys.executable, "-c", program]) as process:
        time.sleep(0.5)
        patience = CpuPatience(CpuClock(process.pid), patience_seconds)
        end = time.monotonic() + wall_seconds
        while not (over := patience.is_over) and time.monotonic() < end:
            time.sleep(0.02)
        process.kill()
    return over


def test_a_process_that_does_nothing_is_given_up() -> None:
    assert ends_within(IDLE, 1.0, 20.0)


def test_a_process_that_works_is_waited_for_beyond_the_seconds() -> None:
    assert not ends_within(BUSY, 1.0, 2.0)


def test_a_process_that_works_without_an_end_is_given_up() -> None:
    assert ends_within(BUSY, 0.1, 60.0)


@pytest.mark.parametrize("load", [0.01, 0.1, 1.0])
def test_a_slow_machine_only_makes_it_longer(load: float, monkeypatch: pytest.MonkeyPatch) -> None:
    now, seconds = 0.0, 60.0
    monkeypatch.setattr("editor.languagetool.cpu_patience.time.monotonic", lambda: now)
    patience = CpuPatience(lambda: now * load, seconds)
    while not patience.is_over:
        now += 0.5

    assert now * load == pytest.approx(4 * seconds, rel=0.01)


def test_a_clock_of_an_ended_process_stands_still() -> None:
    with subprocess.Popen([sys.executable, "-c", BUSY]) as process:
        clock = CpuClock(process.pid)
        while not (used := clock()):
            time.sleep(0.02)
        process.kill()
    assert clock() >= used
    assert CpuClock(process.pid)() == 0 or os.name == "nt"
