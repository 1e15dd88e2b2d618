"""A LanguageTool that another program has started: real processes, leases and ends."""

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue

import pytest

from editor.languagetool.local_server import LocalServer
from editor.languagetool.runtime import Runtime
from editor.languagetool.shared.server_record import ServerRecord
from editor.languagetool.shared.shared_server import SharedServer

pytestmark = [
    pytest.mark.languagetool,
    pytest.mark.skipif(sys.platform != "linux", reason="the tests send signals and await ends"),
]

WAIT = 120.0
OWNER = """
import sys
from pathlib import Path
from editor.languagetool.local_server import LocalServer
from editor.languagetool.runtime import locate
server = LocalServer.start(locate(Path(sys.argv[1])))
server.record.write(Path(sys.argv[2]))
print(flush=True)
sys.stdin.read()
"""


def nothing() -> None:
    """What a program does that does not want to know."""


def join(record: ServerRecord, keep: int = 0, on_end: Callable[[], None] = nothing) -> SharedServer:
    return SharedServer(record, patience=WAIT, keep=keep, on_end=on_end)


def process_end(pid: int) -> Callable[[float], bool]:
    """Return a function that waits some seconds for the end of any process."""
    handle = os.pidfd_open(pid)

    def wait(seconds: float) -> bool:
        return bool(select.select([handle], [], [], seconds)[0])

    return wait


def freeze(pid: int) -> None:
    """Stop a process and wait until none of its threads runs."""
    os.kill(pid, signal.SIGSTOP)
    threads = Path(f"/proc/{pid}/task")
    # A thread may end at the last moment.
    while not all(" T " in _read(thread / "stat") for thread in threads.iterdir()):
        pass


def _read(path: Path) -> str:
    with suppress(OSError):
        return path.read_text("ascii", "replace")
    return ""


def test_the_process_ends_with_the_last_program(languagetool: Runtime) -> None:
    owner = LocalServer.start(languagetool)
    first, second = join(owner.record), join(owner.record)
    ended = process_end(owner.pid)

    owner.release()
    assert first.answers(WAIT)
    first.release()
    assert not first.answers(WAIT)
    assert second.answers(WAIT)
    assert second.poll() is None
    assert not ended(0)
    second.release()

    assert ended(WAIT)
    assert owner.wait_end(WAIT)


def test_an_owner_that_nobody_has_joined_takes_the_process_with_it(languagetool: Runtime) -> None:
    owner = LocalServer.start(languagetool)
    join(owner.record).release()

    owner.release()

    # Perhaps the process has not noticed yet that the other one has gone.
    outcome = owner.wait_end(WAIT)
    assert outcome is not None
    assert outcome.status == 0


def test_a_killed_owner_leaves_the_process_to_the_others(
    languagetool: Runtime, tmp_path: Path
) -> None:
    path = tmp_path / "record.json"
    command = [sys.executable, "-c", OWNER, str(languagetool.folder.parent), str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as owner:
        assert owner.stdout is not None
        owner.stdout.readline()
        shared = join(ServerRecord.read(path))
        ended = process_end(shared.pid)
        owner.kill()
        owner.wait()

    assert shared.answers(WAIT)
    shared.release()
    assert ended(WAIT)


def test_a_server_that_is_killed_has_ended_for_all(languagetool: Runtime) -> None:
    ends: SimpleQueue[str] = SimpleQueue()
    owner = LocalServer.start(languagetool, on_end=lambda: ends.put("owner"))
    shared = join(owner.record, on_end=lambda: ends.put("shared"))

    os.kill(owner.pid, signal.SIGKILL)

    assert {ends.get(timeout=WAIT), ends.get(timeout=WAIT)} == {"owner", "shared"}
    end = shared.wait_end(WAIT)
    assert end is not None
    assert end.sentence.text() == "LanguageTool ist beendet worden."
    assert not shared.answers(WAIT)
    shared.stop()
    owner.stop()


def test_a_frozen_server_is_ended_by_who_notices_it(languagetool: Runtime) -> None:
    owner = LocalServer.start(languagetool)
    shared, ended = join(owner.record), process_end(owner.pid)
    freeze(owner.pid)

    assert not shared.answers(0.2)
    shared.stop()

    assert ended(WAIT)
    owner.stop()


def test_a_frozen_server_is_ended_by_a_program_that_comes(languagetool: Runtime) -> None:
    owner = LocalServer.start(languagetool)
    record, ended = owner.record, process_end(owner.pid)
    freeze(owner.pid)

    with pytest.raises(TimeoutError):
        SharedServer(record, patience=0.2, keep=0, on_end=nothing)

    assert ended(WAIT)
    owner.stop()


def test_a_server_is_kept_for_the_next_program(languagetool: Runtime) -> None:
    owner = LocalServer.start(replace(languagetool, options=("-Drezensent.keep=600",)))
    record, ended = owner.record, process_end(owner.pid)
    owner.release()
    assert not ended(0)
    # What remains of the ten minutes still counts after one that asks for nothing.
    join(record, keep=0).release()
    shared = join(record, keep=1)
    assert shared.answers(WAIT)
    shared.release()
    assert not ended(1.1)
    os.kill(record.process.pid, signal.SIGKILL)
    assert owner.wait_end(WAIT)


def test_a_kept_server_ends_by_itself(languagetool: Runtime) -> None:
    owner = LocalServer.start(languagetool)
    shared, ended = join(owner.record, keep=1), process_end(owner.pid)
    owner.release()

    shared.release()

    assert ended(WAIT)


@pytest.fixture(scope="module")
def owner(languagetool: Runtime) -> Iterator[LocalServer]:
    """A server for tests that leave it running."""
    server = LocalServer.start(languagetool)
    yield server
    server.stop(grace=0)


def test_a_server_that_is_well_is_never_ended_by_others(owner: LocalServer) -> None:
    shared = join(owner.record)
    assert shared.answers(WAIT)

    shared.stop()

    assert owner.answers(WAIT)


def test_a_request_under_way_fails_when_the_server_is_given_back(owner: LocalServer) -> None:
    shared = join(owner.record)
    # It never answers, and the patience is long.
    freeze(owner.pid)
    with ThreadPoolExecutor(1) as pool:
        request = pool.submit(shared.transport, "GET", f"{shared.url}/v2/languages", "", WAIT)
        shared.release()
        with pytest.raises(ConnectionAbortedError):
            request.result(WAIT)
    os.kill(owner.pid, signal.SIGCONT)

    assert owner.answers(WAIT)


def test_many_leases_at_once_hold_nobody_up(owner: LocalServer) -> None:
    record = owner.record
    with ThreadPoolExecutor(8) as pool:
        shared = list(pool.map(lambda _: join(record), range(40)))
        assert all(pool.map(lambda server: server.answers(WAIT), shared))
        list(pool.map(SharedServer.release, shared))

    assert owner.answers(WAIT)
