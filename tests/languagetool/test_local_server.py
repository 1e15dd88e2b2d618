"""The LanguageTool process, with the real one."""

import contextlib
import os
import pickle
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import psutil
import pytest

from editor.errors import DamagedInstallError, LanguageToolError, ServerFailureError
from editor.languagetool.checker import Checker
from editor.languagetool.local_server import LocalServer
from editor.languagetool.process import java_process
from editor.languagetool.process.process_outcome import ProcessOutcome
from editor.languagetool.runtime import Runtime

pytestmark = [
    pytest.mark.languagetool,
    pytest.mark.skipif(sys.platform != "linux", reason="the tests send signals and read /proc"),
]

WAIT = 300.0


@contextlib.contextmanager
def running(runtime: Runtime, port: int | None = None) -> Iterator[LocalServer]:
    server = LocalServer.start(runtime, port)
    try:
        yield server
    finally:
        server.stop(grace=0)


def gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_a_server_answers_until_it_is_stopped(languagetool: Runtime) -> None:
    ended = threading.Event()
    server = LocalServer.start(languagetool, on_end=ended.set)
    assert server.answers(WAIT)
    assert server.poll() is None

    server.stop(grace=WAIT)
    server.stop()

    assert ended.is_set()
    assert gone(server.pid)
    assert not server.answers(WAIT)
    outcome = server.poll()
    # The launcher ends by itself when our end of its standard input is closed.
    assert (outcome and outcome.status, outcome and outcome.signal) == (0, None)


def test_only_this_machine_reaches_it(languagetool: Runtime) -> None:
    with running(languagetool) as server, socket.socket() as outside:
        outside.settimeout(WAIT)
        outside.connect(("127.0.0.1", server.port))
        with pytest.raises(OSError, match="in use"), socket.socket() as same:
            same.bind(("127.0.0.1", server.port))
        # A server on all addresses would have this one, too.
        with socket.socket() as other:
            other.bind(("127.0.0.2", server.port))


def test_a_taken_port_is_given_up_for_another(languagetool: Runtime) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with running(languagetool, port) as server:
            assert server.port != port
            assert server.answers(WAIT)


def test_the_wanted_port_is_used(languagetool: Runtime) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]

    with running(languagetool, port) as server:
        assert server.url == f"http://127.0.0.1:{port}"


def test_a_killed_server_is_described(languagetool: Runtime) -> None:
    ended = threading.Event()
    server = LocalServer.start(languagetool, on_end=ended.set)

    os.kill(server.pid, signal.SIGKILL)

    assert ended.wait(WAIT)
    outcome = server.poll()
    assert outcome is not None
    assert (outcome.status, outcome.signal) == (None, signal.SIGKILL)
    assert outcome.sentence.text() == "LanguageTool ist von außen beendet worden (SIGKILL)."
    assert "SIGKILL" in outcome.sentence.english
    server.stop()


def test_a_frozen_server_does_not_answer_and_is_stopped_by_force(languagetool: Runtime) -> None:
    with running(languagetool) as server:
        os.kill(server.pid, signal.SIGSTOP)
        await_true(lambda: psutil.Process(server.pid).status() == psutil.STATUS_STOPPED)
        assert not server.answers(0.2)

        server.stop(grace=0.1)

        assert gone(server.pid)


def test_jars_that_are_no_jars_are_explained(languagetool: Runtime, tmp_path: Path) -> None:
    empty = tmp_path / "server.jar"
    empty.touch()

    with pytest.raises(LanguageToolError, match="mit dem Status 1 beendet") as caught:
        LocalServer.start(replace(languagetool, classpath=(empty,)))

    assert isinstance(caught.value, DamagedInstallError)
    assert "ClassNotFoundException" in "".join(caught.value.__notes__)


def test_a_java_that_cannot_start_is_explained(languagetool: Runtime, tmp_path: Path) -> None:
    text = tmp_path / "java"
    text.touch()

    with pytest.raises(LanguageToolError, match="Java lässt sich nicht starten"):
        LocalServer.start(replace(languagetool, java=text))


def test_a_cancelled_start_leaves_no_process(languagetool: Runtime) -> None:
    before = children()
    began = time.monotonic()

    with pytest.raises(LanguageToolError):
        LocalServer.start(languagetool, cancelled=lambda: True)

    assert time.monotonic() - began < WAIT
    assert children() == before


def test_a_server_killed_while_it_starts_is_started_again(languagetool: Runtime) -> None:
    before = children()
    killed: list[str] = []

    def kill_the_first() -> bool:
        if not killed:
            killed.extend(children() - before)
            os.kill(int(killed[0]), signal.SIGKILL)
        return False

    server = LocalServer.start(languagetool, cancelled=kill_the_first)

    assert server.answers(WAIT)
    assert children() - before == {str(server.pid)}
    server.stop()


def test_a_server_killed_at_each_start_may_start_another_time(languagetool: Runtime) -> None:
    with pytest.raises(ServerFailureError, match="versuchen Sie es erneut"):
        LocalServer.start(
            languagetool, on_process=lambda process: os.kill(process.pid, signal.SIGKILL)
        )


def test_a_process_that_ends_before_it_reads_is_an_error(
    languagetool: Runtime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def start_ended(*args: Any) -> subprocess.Popen[str]:
        process = start(*args)
        process.wait()
        return process

    start = java_process._start_java
    monkeypatch.setattr(java_process, "_start_java", start_ended)
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\nexit 1\n", "ascii")
    java.chmod(0o755)
    with pytest.raises(LanguageToolError, match="mit dem Status 1 beendet"):
        LocalServer.start(replace(languagetool, java=java, aot_cache=None))


def test_a_start_that_fails_with_a_cache_is_tried_without(
    languagetool: Runtime, tmp_path: Path
) -> None:
    # Java refuses to write what it reads, so that only a start without the cache can work.
    recording = f"-XX:AOTCacheOutput={tmp_path / 'neu.aot'}"
    runtime = replace(languagetool, aot_cache=tmp_path / "alt.aot", options=(recording,))

    server = LocalServer.start(runtime)

    assert server.answers(WAIT)
    server.stop(grace=0)


def children() -> set[str]:
    return set(Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii").split())


def test_the_environment_bends_neither_java_nor_the_connection(
    languagetool: Runtime, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"):
        monkeypatch.setenv(name, "-Xmx2m")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")

    with running(languagetool) as server:
        assert server.answers(WAIT)


def test_a_folder_with_an_umlaut_and_a_colon(
    languagetool: Runtime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    folder = tmp_path / "Jürgens Daten: LanguageTool"
    shutil.copytree(languagetool.classpath[0].parent, folder)
    classpath = tuple(folder / jar.name for jar in languagetool.classpath)

    with running(replace(languagetool, classpath=classpath)) as server:
        assert server.answers(WAIT)


def test_the_log_never_holds_the_text_of_the_writer(languagetool: Runtime) -> None:
    writing = "Geheimnisvoll"
    with running(languagetool) as server:
        for form in (
            {"language": writing, "text": writing},
            {"language": "de-DE", "text": writing * 20_000},
        ):
            response = server.transport("POST", f"{server.url}/v2/check", urlencode(form), WAIT)
            assert response.status in {400, 413}
        server.stop()
        outcome = server.poll()

    assert outcome is not None
    assert any("Server started" in line for line in outcome.log)
    assert writing not in "".join(outcome.log)


@pytest.mark.parametrize(
    ("outcome", "german", "english"),
    [
        (ProcessOutcome(3, None, ()), "nicht genug Speicher", "out of memory"),
        (ProcessOutcome(7, None, ()), "mit dem Status 7", "with the status 7"),
        (ProcessOutcome(None, 15, ()), "SIGTERM", "SIGTERM"),
        (ProcessOutcome(None, 250, ()), "(250)", "(250)"),
    ],
)
def test_every_end_has_its_sentence(outcome: ProcessOutcome, german: str, english: str) -> None:
    assert german in outcome.sentence.text()
    assert english in outcome.sentence.english


def test_the_speller_unpacks_into_the_folder_that_is_removed(
    languagetool_server: LocalServer,
) -> None:
    """It unpacks 5 MB at each start; a year of writing would be gigabytes."""
    Checker(languagetool_server.url, languagetool_server.transport).check("Ein Feler.")

    arguments = Path(f"/proc/{languagetool_server.pid}/cmdline").read_text("utf-8").split("\0")
    (folder,) = (
        Path(argument.removeprefix("-Djava.io.tmpdir="))
        for argument in arguments
        if argument.startswith("-Djava.io.tmpdir=")
    )
    assert folder.name.startswith("rezensent-")
    assert [*folder.glob("*.dic")]


ENDS = {"program": signal.SIGKILL, "java": signal.SIGSEGV, "nobody": None}
"""Java crashes, for which it would write a report and its memory."""


@pytest.mark.parametrize("kill", ENDS)
def test_no_temporary_file_is_left_behind(
    languagetool: Runtime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kill: str
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    program = subprocess.Popen(
        [sys.executable, "-c", _STARTS, pickle.dumps(languagetool).hex()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdin is not None
    assert program.stdout is not None
    with program:
        java = int(program.stdout.readline())
        (folder,) = tmp_path.glob("rezensent-*")
        (folder / "unpacked.dic").touch()
        number = ENDS[kill]
        if number is not None:
            os.kill(program.pid if kill == "program" else java, number)
        program.stdin.close()
        # The pipe ends when the last process that holds it has ended, Java included.
        program.stdout.read()
    await_true(lambda: gone(java))
    assert not [*tmp_path.iterdir()]
    traces = ("hs_err*", "replay*", "core*")
    assert [path for trace in traces for path in languagetool.folder.glob(trace)] == []


_STARTS = """
import pickle, sys
from editor.languagetool.local_server import LocalServer
server = LocalServer.start(pickle.loads(bytes.fromhex(sys.argv[1])))
print(server.pid, flush=True)
sys.stdin.read()
server.stop()
"""
"""Another program with a server of its own."""


def await_true(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + WAIT
    while not condition():
        assert time.monotonic() < end
        threading.Event().wait(0.02)
