"""Which of the running LanguageTools a program may use."""

import os
import platform
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from editor.languagetool.local_server import LocalServer
from editor.languagetool.runtime import Runtime
from editor.languagetool.shared.server_record import ServerRecord
from editor.languagetool.shared.server_registry import ServerRegistry
from editor.languagetool.shared.shared_server import SharedServer
from editor.languagetool.timing import EngineTiming
from editor.storage.processes import ProcessIdentity, start_of

pytestmark = pytest.mark.languagetool

WAIT = 120.0
QUICK = EngineTiming(start=0.5, answer=0.5)


@pytest.fixture(scope="module")
def server(languagetool: Runtime) -> Iterator[LocalServer]:
    server = LocalServer.start(languagetool)
    yield server
    server.stop(grace=0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "languagetool"


@pytest.fixture
def registry(folder: Path) -> ServerRegistry:
    return ServerRegistry(folder)


def lease(registry: ServerRegistry, runtime: Runtime) -> SharedServer | None:
    return registry.lease(
        runtime, QUICK, registry.turn(), keep=0, cancelled=lambda: False, on_end=lambda: None
    )


def files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.json"))


def test_a_published_server_can_be_used_by_the_same_installation(
    registry: ServerRegistry, server: LocalServer, languagetool: Runtime
) -> None:
    assert lease(registry, languagetool) is None

    registry.publish(languagetool, server.record)

    shared = lease(registry, languagetool)
    assert shared is not None
    assert shared.pid == server.pid
    assert shared.answers(WAIT)
    shared.release()


def test_another_installation_does_not_use_it(
    registry: ServerRegistry, server: LocalServer, languagetool: Runtime, tmp_path: Path
) -> None:
    registry.publish(languagetool, server.record)
    jar = tmp_path / "server.jar"
    jar.write_bytes(b"another")
    properties = tmp_path / "server.properties"
    properties.write_text("maxTextLength=10", "utf-8")

    for runtime in (
        replace(languagetool, classpath=(jar, *languagetool.classpath[1:])),
        replace(languagetool, options=("-Xmx24m",)),
        replace(languagetool, properties=properties),
    ):
        assert lease(registry, runtime) is None
    # A cache changes nothing but the time that a start takes.
    shared = lease(registry, replace(languagetool, aot_cache=None))
    assert shared is not None
    shared.release()


def test_the_record_of_an_ended_process_is_removed(
    registry: ServerRegistry, server: LocalServer, languagetool: Runtime, folder: Path
) -> None:
    record = server.record
    for process in (
        replace(record.process, started="0"),
        replace(record.process, pid=2**22 + 1),
    ):
        registry.publish(languagetool, replace(record, process=process))
    registry.publish(languagetool, record)
    assert len(files(folder)) == 2, "one of the same process, and one more"

    registry.remove_ended()

    (left,) = files(folder)
    assert ServerRecord.read(left) == record


def test_the_record_of_another_computer_is_left_alone(
    registry: ServerRegistry, server: LocalServer, languagetool: Runtime, folder: Path
) -> None:
    process = replace(server.record.process, host="anderswo")
    registry.publish(languagetool, replace(server.record, process=process))

    assert lease(registry, languagetool) is None
    registry.remove_ended()
    assert len(files(folder)) == 1


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_a_record_that_others_can_read_is_not_used(
    registry: ServerRegistry, server: LocalServer, languagetool: Runtime, folder: Path
) -> None:
    registry.publish(languagetool, server.record)
    files(folder)[0].chmod(0o644)

    assert lease(registry, languagetool) is None


def test_a_wrong_secret_gets_no_server(
    registry: ServerRegistry, server: LocalServer, languagetool: Runtime
) -> None:
    registry.publish(languagetool, replace(server.record, secret="0" * 64))

    assert lease(registry, languagetool) is None


def answer(listener: socket.socket, response: bytes) -> None:
    """Answer one request and close the connection."""
    connection, _ = listener.accept()
    with connection:
        connection.recv(1_000)
        connection.sendall(response)


@pytest.mark.parametrize(
    "response",
    [b"HTTP/1.1 503 Unavailable\r\n\r\n", b"HTTP/1.1 404 Gone\r\n\r\n", b"Hallo\r\n", b""],
)
def test_a_server_that_is_about_to_end_is_passed_over(
    registry: ServerRegistry, languagetool: Runtime, response: bytes
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener, ThreadPoolExecutor(1) as pool:
        answered = pool.submit(answer, listener, response)
        record = ServerRecord(listener.getsockname()[1], "x", ProcessIdentity.current())
        registry.publish(languagetool, record)

        assert lease(registry, languagetool) is None
        answered.result(WAIT)


def test_a_program_waits_for_a_server_that_another_one_starts(
    registry: ServerRegistry, server: LocalServer, languagetool: Runtime
) -> None:
    registry.announce(languagetool, server.process, registry.turn())
    looks: list[bool] = []

    def publish_at_the_second_look() -> bool:
        if len(looks) == 1:
            registry.publish(languagetool, server.record)
        looks.append(True)
        return False

    shared = registry.lease(
        languagetool,
        EngineTiming(),
        registry.turn(),
        keep=0,
        cancelled=publish_at_the_second_look,
        on_end=lambda: None,
    )

    assert shared is not None
    assert len(looks) >= 2
    shared.release()


@pytest.mark.skipif(sys.platform == "win32", reason="a program of POSIX")
def test_nobody_waits_for_a_server_whose_start_ends_or_hangs(
    registry: ServerRegistry, languagetool: Runtime
) -> None:
    with subprocess.Popen(["sleep", "1000"]) as process:
        identity = ProcessIdentity(platform.node(), process.pid, start_of(process.pid))
        registry.announce(languagetool, identity, registry.turn())

        assert lease(registry, languagetool) is None, "it uses no CPU"

        def kill() -> bool:
            process.kill()
            return False

        assert not registry.lease(
            languagetool,
            EngineTiming(),
            registry.turn(),
            keep=0,
            cancelled=kill,
            on_end=lambda: None,
        )
        assert not identity.is_running


def test_a_program_that_ends_waits_for_nothing(
    registry: ServerRegistry, server: LocalServer, languagetool: Runtime
) -> None:
    registry.announce(languagetool, server.process, registry.turn())

    assert not registry.lease(
        languagetool,
        EngineTiming(),
        registry.turn(),
        keep=0,
        cancelled=lambda: True,
        on_end=lambda: None,
    )


def test_a_folder_that_cannot_be_used_means_no_sharing(
    server: LocalServer, languagetool: Runtime, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    registry = ServerRegistry(tmp_path / "file")

    registry.publish(languagetool, server.record)

    assert lease(registry, languagetool) is None
    registry.remove_ended()


def test_no_thread_is_left_when_a_server_is_given_back(
    registry: ServerRegistry, server: LocalServer, languagetool: Runtime
) -> None:
    registry.publish(languagetool, server.record)
    before = set(threading.enumerate())

    shared = lease(registry, languagetool)
    assert shared is not None
    shared.release()
    shared.release()

    assert set(threading.enumerate()) <= before
