"""The engine: starts, warms up, survives what can happen to its process, and leaves nothing."""

import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue

import pytest

from editor.errors import LanguageToolError
from editor.languagetool.engine import Engine
from editor.languagetool.runtime import Runtime, locate
from editor.languagetool.state import EnginePhase, EngineState
from editor.languagetool.timing import EngineTiming

pytestmark = [
    pytest.mark.languagetool,
    pytest.mark.skipif(sys.platform != "linux", reason="the tests send signals and await ends"),
]

WAIT = 600.0
QUICK = EngineTiming(heartbeat=0.2, answer=8.0, pause=0.1)
OWNER = """
import sys
from pathlib import Path
from editor.languagetool.engine import Engine, EnginePhase
from editor.languagetool.runtime import locate
def show(state):
    if state.phase is EnginePhase.WARMING:
        print(engine.pid, flush=True)
engine = Engine(lambda: locate(Path(sys.argv[1])), show)
engine.start()
sys.stdin.read()
"""


def wait_for(states: SimpleQueue[EngineState], phase: EnginePhase) -> EngineState:
    """Wait until an engine reports ``phase`` and return its state."""
    while (state := states.get(timeout=WAIT)).phase is not phase:
        pass
    return state


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def running(engine: Engine) -> int:
    assert engine.pid is not None
    return engine.pid


@pytest.fixture
def states() -> SimpleQueue[EngineState]:
    return SimpleQueue()


def test_a_killed_server_comes_back(
    engine: Engine, engine_states: SimpleQueue[EngineState]
) -> None:
    assert engine.wait_ready(WAIT)
    assert engine.state.sentence.text() == "Prüfung bereit"
    before = running(engine)

    os.kill(before, signal.SIGKILL)

    assert engine.wait_replaced(before)
    assert "startet neu" in wait_for(engine_states, EnginePhase.RESTARTING).sentence.text()
    assert len(engine.check("Nun ist es soweit.")) == 1
    assert gone(before)
    assert running(engine) != before


def test_a_frozen_server_is_replaced(
    languagetool: Runtime, states: SimpleQueue[EngineState]
) -> None:
    with Engine(lambda: languagetool, states.put, timing=QUICK) as engine:
        assert engine.state.phase is EnginePhase.STARTING
        wait_for(states, EnginePhase.WARMING)
        before = running(engine)

        os.kill(before, signal.SIGSTOP)

        assert "antwortet nicht mehr" in wait_for(states, EnginePhase.RESTARTING).sentence.text()
        # A server that warms up has answered already.
        wait_for(states, EnginePhase.WARMING)
        assert gone(before)
        assert running(engine) != before
        arguments = Path(f"/proc/{running(engine)}/cmdline").read_text("utf-8")
        assert "-XX:AOTCache=" in arguments


def test_too_many_ends_end_in_a_sentence_and_restart_helps(
    languagetool: Runtime, states: SimpleQueue[EngineState]
) -> None:
    with Engine(lambda: languagetool, states.put, timing=replace(QUICK, restarts=1)) as engine:
        for _ in range(2):
            wait_for(states, EnginePhase.WARMING)
            os.kill(running(engine), signal.SIGKILL)
        failed = wait_for(states, EnginePhase.FAILED)
        assert "versuchen Sie es erneut" in failed.sentence.german
        assert "try again" in failed.sentence.english
        assert failed.may_retry
        assert engine.pid is None
        assert not engine.wait_ready(WAIT)
        with pytest.raises(LanguageToolError, match="versuchen Sie es erneut"):
            engine.check("Ein Satz.")

        engine.restart()

        wait_for(states, EnginePhase.WARMING)
        pid = running(engine)
    assert gone(pid)


def test_a_missing_installation_fails_with_its_sentence(
    tmp_path: Path, states: SimpleQueue[EngineState]
) -> None:
    with Engine(lambda: locate(tmp_path), states.put) as engine:
        failed = wait_for(states, EnginePhase.FAILED)
        assert "LanguageTool fehlt noch" in failed.sentence.german
        assert failed.missing is not None
        assert failed.missing.size > 10_000_000
        with pytest.raises(LanguageToolError, match="bitte richten Sie es ein"):
            engine.check("Ein Satz.")


def test_a_damaged_installation_fails_with_a_sentence(
    languagetool: Runtime, tmp_path: Path, states: SimpleQueue[EngineState]
) -> None:
    empty = tmp_path / "server.jar"
    empty.touch()
    with Engine(lambda: replace(languagetool, classpath=(empty,)), states.put, timing=QUICK):
        assert "Status 1" in wait_for(states, EnginePhase.FAILED).sentence.german


def test_an_engine_that_is_off_says_so(languagetool: Runtime) -> None:
    engine = Engine(lambda: languagetool)
    engine.stop()

    assert engine.state.phase is EnginePhase.OFF
    with pytest.raises(LanguageToolError, match="Prüfung aus"):
        engine.check("Ein Satz.")


@pytest.mark.parametrize("moment", [EnginePhase.STARTING, EnginePhase.WARMING])
def test_stop_is_prompt_and_leaves_nothing(
    languagetool: Runtime, states: SimpleQueue[EngineState], moment: EnginePhase
) -> None:
    threads = set(threading.enumerate())
    engine = Engine(lambda: languagetool, states.put)
    engine.start()
    engine.start()
    wait_for(states, moment)
    pid = engine.pid

    engine.stop()
    engine.stop()

    assert pid is None or gone(pid)
    assert engine.pid is None
    assert wait_for(states, EnginePhase.OFF).phase is EnginePhase.OFF
    assert states.empty()
    assert set(threading.enumerate()) <= threads


def test_a_killed_owner_takes_its_server_with_it(languagetool: Runtime) -> None:
    data = languagetool.classpath[0].parent.parent
    with subprocess.Popen(
        [sys.executable, "-c", OWNER, str(data)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as owner:
        assert owner.stdout is not None
        end = process_end(int(owner.stdout.readline()))
        owner.kill()

    assert end()


def process_end(pid: int) -> Callable[[], bool]:
    """Return a function that waits for the end of a process that is not our child."""
    handle = os.pidfd_open(pid)

    def wait() -> bool:
        ready, _, _ = select.select([handle], [], [], WAIT)
        os.close(handle)
        return bool(ready)

    return wait
