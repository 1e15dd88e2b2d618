"""Several programs with one LanguageTool: engines that join, go on, and start their own."""

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from editor.languagetool.engine import Engine
from editor.languagetool.runtime import Runtime
from editor.languagetool.shared.server_registry import ServerRegistry
from editor.languagetool.state import EnginePhase, EngineState
from editor.settings import Folders
from tests.languagetool.test_engine import QUICK, WAIT, gone, process_end, running, wait_for

pytestmark = [
    pytest.mark.languagetool,
    pytest.mark.skipif(sys.platform != "linux", reason="the tests send signals"),
]

SLIP = "Nun ist es soweit."


@pytest.fixture
def states() -> SimpleQueue[EngineState]:
    return SimpleQueue()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where programs note their servers; empty again at the end."""
    yield tmp_path / "languagetool"
    assert list((tmp_path / "languagetool").glob("*.json")) == []


def test_a_second_engine_checks_with_the_process_of_the_first(
    engine: Engine, languagetool: Runtime
) -> None:
    assert engine.wait_ready(WAIT)
    with Engine(
        lambda: languagetool, variant="de-CH", registry=ServerRegistry.of(Folders.default())
    ) as second:
        assert second.wait_ready(WAIT)
        assert second.pid == engine.pid
        # Each has its own variant of German.
        assert [finding.rule for finding in second.check("Die Straße ist lang.")] != []
        assert engine.check("Die Straße ist lang.") == ()

    assert len(engine.check(SLIP)) == 1
    assert engine.state.phase is EnginePhase.READY


def test_engines_that_start_together_have_one_process(
    languagetool: Runtime, states: SimpleQueue[EngineState], tmp_path: Path
) -> None:
    registry = ServerRegistry(tmp_path)
    engines = [Engine(lambda: languagetool, states.put, registry=registry) for _ in range(3)]
    for each in engines:
        each.start()
    while not all(each.pid for each in engines):
        wait_for(states, EnginePhase.WARMING)

    (pid,) = {running(each) for each in engines}
    ended = process_end(pid)
    for each in engines:
        each.stop()
    assert ended()


def test_an_engine_goes_on_without_the_owner_and_starts_its_own_when_the_process_hangs(
    languagetool: Runtime, states: SimpleQueue[EngineState], folder: Path
) -> None:
    registry = ServerRegistry(folder)
    owner = Engine(lambda: languagetool, states.put, registry=registry)
    owner.start()
    wait_for(states, EnginePhase.WARMING)
    pid = running(owner)
    with Engine(lambda: languagetool, states.put, timing=QUICK, registry=registry) as second:
        wait_for(states, EnginePhase.WARMING)
        while second.pid is None:
            wait_for(states, EnginePhase.WARMING)
        owner.stop()

        assert second.wait_ready(WAIT)
        assert second.pid == pid
        assert len(second.check(SLIP)) == 1

        os.kill(pid, signal.SIGSTOP)

        wait_for(states, EnginePhase.RESTARTING)
        wait_for(states, EnginePhase.WARMING)
        assert gone(pid)
        assert running(second) != pid
