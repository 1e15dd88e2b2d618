"""The engine on a machine that gives LanguageTool little time: it only takes longer."""

import os
import re
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import pairwise
from queue import SimpleQueue

import psutil
import pytest

from editor.languagetool.engine import Engine
from editor.languagetool.runtime import Runtime
from editor.languagetool.state import EnginePhase, EngineState

pytestmark = [
    pytest.mark.soak,
    pytest.mark.languagetool,
    pytest.mark.skipif(sys.platform != "linux", reason="the test stops and continues a process"),
]

WAIT = 1_800.0
SLOWNESS = int(os.environ.get("REZENSENT_SLOWNESS", "4"))
"""How many times slower the process is; at length ten times."""
RUN = 0.05
PAUSE = RUN * (SLOWNESS - 1)
"""Seconds for which the process may run, and for which it is stopped."""


class Throttle:
    """Stops and continues every Java that this process has started."""

    def __init__(self) -> None:
        self.pids: set[int] = set()
        self._others = self._javas()
        self._stopping = threading.Event()

    def run(self) -> None:
        while not self._stopping.is_set():
            javas = self._javas() - self._others
            self.pids |= javas
            self._signal(javas, signal.SIGSTOP)
            self._stopping.wait(PAUSE)
            self._signal(javas, signal.SIGCONT)
            time.sleep(RUN)

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
    states: SimpleQueue[EngineState] = SimpleQueue()
    with slow_machine() as throttle, Engine(lambda: languagetool, states.put) as engine:
        began = time.monotonic()
        assert engine.wait_ready(WAIT)
        took = time.monotonic() - began
        findings = engine.check("Nun ist es soweit.")
        pid = engine.pid

    reported = [states.get() for _ in range(states.qsize())]
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
    assert len(percents) > 5, took
    assert all(0 < before < after < 100 for before, after in pairwise(percents))
