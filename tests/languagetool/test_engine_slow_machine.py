"""The engine on a machine that gives LanguageTool little time: it only takes longer."""

import math
import os
import re
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import pairwise

import psutil
import pytest

from editor.languagetool.checker import Deadline
from editor.languagetool.engine import Engine
from editor.languagetool.runtime import Runtime
from editor.languagetool.state import EnginePhase, EngineState
from editor.languagetool.timing import EngineTiming

pytestmark = [
    pytest.mark.soak,
    pytest.mark.languagetool,
    pytest.mark.skipif(sys.platform != "linux", reason="the test stops and continues a process"),
]

WAIT = 1_800.0
AT_LENGTH = "REZENSENT_SLOWNESS" in os.environ
SLOWNESS = int(os.environ.get("REZENSENT_SLOWNESS", "6"))
"""How many times slower the process is: at length to the end, otherwise for a while."""
RUN = 0.05
PAUSE = RUN * (SLOWNESS - 1)
"""Seconds for which the process may run, and for which it is stopped."""
TIMING = EngineTiming() if AT_LENGTH else EngineTiming(start=1.5, deadline=Deadline(cold=6))
"""Deadlines that a sixth of the time is too little for, if they were on the clock."""
SLOW = math.inf if AT_LENGTH else TIMING.deadline.cold + 2
"""Seconds of the warm-up in which the process is slow."""


class Throttle:
    """Stops and continues every Java that this process has started."""

    def __init__(self) -> None:
        self.pids: set[int] = set()
        self._others = self._javas()
        self._stopping = threading.Event()
        self._end = math.inf

    def run(self) -> None:
        while not self._stopping.is_set() and time.monotonic() < self._end:
            javas = self._javas() - self._others
            self.pids |= javas
            self._signal(javas, signal.SIGSTOP)
            self._stopping.wait(PAUSE)
            self._signal(javas, signal.SIGCONT)
            time.sleep(RUN)

    def end_in(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def stop(self) -> None:
        self._stopping.set()

    @staticmethod
    def _javas() -> set[int]:
        children = psutil.Process().children()
        return {child.pid for child in children if "java" in child.name()}

    @staticmethod
    def _signal(pids: set[int], number: int) -> None:
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, number)


@contextmanager
def slow_machine() -> Iterator[Throttle]:
    throttle = Throttle()
    thread = threading.Thread(target=throttle.run)
    thread.start()
    try:
        yield throttle
    finally:
        throttle.stop()
        thread.join()


def test_it_gets_ready_with_one_process_and_says_how_far_it_is(languagetool: Runtime) -> None:
    reported: list[EngineState] = []
    with slow_machine() as throttle:

        def report(state: EngineState) -> None:
            if state.phase is EnginePhase.WARMING and reported[-1].phase is EnginePhase.STARTING:
                throttle.end_in(SLOW)
            reported.append(state)

        with Engine(lambda: languagetool, report, timing=TIMING) as engine:
            assert engine.wait_ready(WAIT)
            findings = engine.check("Nun ist es soweit.")
            pid = engine.pid

    assert throttle.pids == {pid}
    assert [finding.rule for finding in findings] == ["SO_WEIT"]
    phases = [state.phase for state in reported]
    assert set(phases) == {
        EnginePhase.STARTING,
        EnginePhase.WARMING,
        EnginePhase.READY,
        EnginePhase.OFF,
    }
    percents = [
        int(match[1])
        for state in reported
        if (match := re.fullmatch(r"Prüfung lädt Wörterbücher, (\d+) %", state.sentence.german))
    ]
    assert len(percents) > 5
    assert all(0 < before < after < 100 for before, after in pairwise(percents))
