"""Remote servers: a second real LanguageTool, and servers that are not LanguageTool."""

import contextlib
import json
import os
import socket
import sys
import threading
import time
from dataclasses import replace
from functools import partial
from itertools import pairwise
from pathlib import Path
from queue import SimpleQueue
from urllib.parse import urlsplit

import pytest

from editor.errors import LanguageToolError
from editor.languagetool.checker import Checker
from editor.languagetool.engine import Engine
from editor.languagetool.local_server import LocalServer
from editor.languagetool.probe import probe
from editor.languagetool.recipe import Recipe
from editor.languagetool.runtime import Runtime
from editor.languagetool.state import EnginePhase, EngineState
from editor.languagetool.timing import EngineTiming
from editor.languagetool.transport import RemoteTransport
from tests.languagetool import certificate
from tests.languagetool.office import LANGUAGES, Reply, forward, serving

WAIT = 600.0
SLIP = "Nun ist es soweit."
PRIVATE = "Geheimnisvoll ist das Drehbuch."
QUICK = EngineTiming(remote_heartbeat=0.1, remote_answer=3.0, retry=0.1, longest_retry=0.2)


@pytest.fixture(scope="module")
def own_certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certificate.make(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def states() -> SimpleQueue[EngineState]:
    return SimpleQueue()


def nothing_here() -> Runtime:
    pytest.fail("LanguageTool on this machine was asked for")


def wait_for(states: SimpleQueue[EngineState], phase: EnginePhase) -> EngineState:
    end = time.monotonic() + WAIT
    while (state := states.get(timeout=WAIT)).phase is not phase:
        assert time.monotonic() < end, state.sentence.english
    return state


def always(status: int, body: bytes) -> Reply:
    return lambda _path, _form: (status, body)


def free_address() -> str:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return f"http://127.0.0.1:{taken.getsockname()[1]}"


def children() -> set[str]:
    """Return the processes that this one has started."""
    pids: set[str] = set()
    for task in Path(f"/proc/{os.getpid()}/task").iterdir():
        # A thread may end meanwhile.
        with contextlib.suppress(FileNotFoundError):
            pids.update((task / "children").read_text("ascii").split())
    return pids


# -- what answers there -------------------------------------------------------------------------


@pytest.mark.languagetool
def test_a_probe_names_version_variants_and_time(office_url: str) -> None:
    version = Recipe.load().version
    found = probe(office_url)

    assert found.fine
    assert found.version == version
    assert found.variants == ("de-DE", "de-AT", "de-CH")
    assert f"antwortet in {found.milliseconds} ms: LanguageTool {version}." in found.sentence.text()
    assert f"127.0.0.1:{urlsplit(office_url).port} answers" in found.sentence.english


def test_a_server_may_keep_its_version_to_itself() -> None:
    def reply(path: str, _: bytes) -> tuple[int, bytes]:
        return (200, LANGUAGES) if path == "/v2/languages" else (404, b"")

    with serving(reply) as url:
        found = probe(url)
    assert (found.fine, found.version, found.variants) == (True, "", ("de-DE",))
    assert found.sentence.text().endswith("LanguageTool, de-DE.")


@pytest.mark.parametrize(
    ("status", "body", "sentence"),
    [
        (200, b"<!doctype html><h1>Willkommen</h1>", "nicht wie LanguageTool"),
        (200, b'{"software": 1}', "nicht wie LanguageTool"),
        (200, b"[1, 2]", "nicht wie LanguageTool"),
        (200, b"[" * 100_000, "nicht wie LanguageTool"),
        (200, b"\xff\xfe", "nicht wie LanguageTool"),
        (200, b'[{"longCode": "fr"}, {"longCode": "de"}]', "prüft kein Deutsch"),
        (301, b"", "verweist auf eine andere Adresse"),
        (307, b"", "verweist auf eine andere Adresse"),
        (401, b"", "verlangt eine Anmeldung"),
        (404, b"", "Fehler 404"),
        (500, LANGUAGES, "Fehler 500"),
        (503, b"", "Fehler 503"),
    ],
)
def test_a_wrong_answer_is_one_sentence(status: int, body: bytes, sentence: str) -> None:
    with serving(always(status, body)) as url:
        found = probe(url)
    assert not found.fine
    assert sentence in found.sentence.text()
    assert found.sentence.text().count("; bitte ") == found.sentence.english.count("; please ") == 1


def test_nobody_there_and_no_such_name() -> None:
    assert "nimmt keine Verbindung an" in probe(free_address()).sentence.text()
    assert "accepts no connection" in probe(free_address()).sentence.english
    assert "ist nicht zu finden" in probe("https://lt.verlag.invalid").sentence.text()


def test_silence_and_babble() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"127.0.0.1:{silent.getsockname()[1]}"
        assert "antwortet nicht rechtzeitig" in probe(f"http://{url}", 0.1).sentence.text()
        answer = threading.Thread(target=greet, args=(silent,))
        answer.start()
        assert "nicht wie LanguageTool" in probe(f"http://{url}", WAIT).sentence.text()
        answer.join()


def greet(listener: socket.socket) -> None:
    """Answer as a mail server does; the silent connection before is the first in the queue."""
    listener.accept()[0].close()
    client, _ = listener.accept()
    with client:
        client.recv(4096)
        client.sendall(b"220 mail.verlag.example ESMTP\r\n")


def test_a_trickle_ends_with_the_deadline() -> None:
    """No single read of the socket takes long."""
    done = threading.Event()

    def trickle(listener: socket.socket) -> None:
        client, _ = listener.accept()
        with client:
            client.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
            while not done.wait(0.01):
                try:
                    client.sendall(b" ")
                except OSError:
                    return

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=trickle, args=(listener,))
        thread.start()
        began = time.monotonic()
        found = probe(f"http://127.0.0.1:{listener.getsockname()[1]}", 0.3)
        took = time.monotonic() - began
        done.set()
        thread.join()
    assert "antwortet nicht rechtzeitig" in found.sentence.text()
    assert took < 5


def test_hanging_up_ends_an_exchange_under_way_and_all_to_come() -> None:
    asked, release = threading.Event(), threading.Event()

    def reply(_: str, __: bytes) -> tuple[int, bytes]:
        asked.set()
        release.wait(WAIT)
        return 200, LANGUAGES

    transport = RemoteTransport()
    problems: SimpleQueue[OSError] = SimpleQueue()

    def ask() -> None:
        try:
            transport.request("GET", f"{url}/v2/languages", "", WAIT)
        except OSError as error:
            problems.put(error)

    with serving(reply) as url:
        thread = threading.Thread(target=ask)
        thread.start()
        assert asked.wait(WAIT)
        transport.close()
        transport.close()
        assert isinstance(problems.get(timeout=WAIT), ConnectionAbortedError)
        thread.join()
        with pytest.raises(ConnectionAbortedError):
            transport.request("GET", url, "", WAIT)
        release.set()


def test_a_certificate_of_its_own_is_refused(own_certificate: Path) -> None:
    with serving(always(200, LANGUAGES), own_certificate) as url:
        found = probe(url)
    assert not found.fine
    assert "Zertifikat" in found.sentence.text()
    assert "nichts gesendet" in found.sentence.text()
    assert "\n" not in found.sentence.text()


def test_https_where_there_is_none() -> None:
    with serving(always(200, LANGUAGES)) as url:
        assert (
            "keine verschlüsselte Verbindung" in probe(url.replace("http", "https")).sentence.text()
        )


# -- checking there -----------------------------------------------------------------------------


@pytest.mark.languagetool
def test_no_proxy_of_the_environment_is_used(
    office_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, free_address())
    monkeypatch.delenv("no_proxy", raising=False)
    assert probe(office_url).fine
    assert len(Checker(office_url, RemoteTransport().request).check(SLIP)) == 1


@pytest.mark.languagetool
def test_https_with_a_trusted_certificate_below_a_path(
    languagetool_server: LocalServer, own_certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(own_certificate))
    with serving(forward(languagetool_server, "/api/lt"), own_certificate) as url:
        assert "Fehler 404" in probe(url).sentence.text()
        assert probe(f"{url}/api/lt").fine
        (finding,) = Checker(f"{url}/api/lt", RemoteTransport().request).check(SLIP)
    assert finding.rule == "SO_WEIT"


@pytest.mark.languagetool
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_an_engine_checks_there_and_starts_nothing(
    languagetool_server: LocalServer, states: SimpleQueue[EngineState]
) -> None:
    threads, before = set(threading.enumerate()), children()
    with serving(forward(languagetool_server, "/api")) as url:
        with Engine(nothing_here, states.put, timing=QUICK, address=f"{url}/api") as engine:
            assert engine.wait_ready(WAIT), engine.state.sentence.english
            assert [finding.rule for finding in engine.check(SLIP)] == ["SO_WEIT"]
            engine.choose_variant("de-CH")
            assert not engine.check("Die Strasse ist leer.")
            assert engine.pid is None
            assert children() == before
        host = url.removeprefix("http://")
        assert states.get().sentence.text() == f"Verbindung zu {host} …"
        assert wait_for(states, EnginePhase.READY).sentence.text() == f"Prüfung bereit über {host}"
        assert wait_for(states, EnginePhase.OFF).sentence.text() == "Prüfung aus"
    assert set(threading.enumerate()) <= threads


@pytest.mark.languagetool
def test_a_server_that_goes_away_comes_back(
    languagetool_server: LocalServer, states: SimpleQueue[EngineState]
) -> None:
    address = free_address()
    gate = partial(serving, forward(languagetool_server), port=int(address.rpartition(":")[2]))
    with Engine(nothing_here, states.put, timing=QUICK, address=address) as engine:
        with gate():
            wait_for(states, EnginePhase.READY)

        for _ in range(20):
            away = wait_for(states, EnginePhase.RESTARTING)
        assert "nimmt keine Verbindung an" in away.sentence.text()
        assert away.sentence.text().endswith("Rezensent versucht es weiter.")
        assert away.sentence.english.endswith("Rezensent keeps trying.")

        with gate():
            wait_for(states, EnginePhase.READY)
            assert len(engine.check(SLIP)) == 1


def test_the_pauses_between_tries_grow() -> None:
    tries: list[float] = []
    tried = threading.Semaphore(0)

    def reply(_: str, __: bytes) -> tuple[int, bytes]:
        tries.append(time.monotonic())
        tried.release()
        return 500, b""

    timing = replace(QUICK, retry=0.02, longest_retry=0.64)
    with serving(reply) as url, Engine(nothing_here, timing=timing, address=url):
        for _ in range(7):
            assert tried.acquire(timeout=WAIT)
    pauses = [late - early for early, late in pairwise(tries)]
    assert sum(pauses[3:6]) > 0.02 * (8 + 16 + 32)
    assert all(pause > 0.02 * 2**n for n, pause in enumerate(pauses[:6]))


@pytest.mark.parametrize("status", [200, 404, 500, 302])
def test_a_wrong_server_is_a_state_with_a_sentence(
    status: int, states: SimpleQueue[EngineState]
) -> None:
    sent: list[bytes] = []

    def reply(_: str, form: bytes) -> tuple[int, bytes]:
        sent.append(form)
        return status, b"<html>"

    timing = replace(QUICK, ready=0.1)
    with (
        serving(reply) as url,
        Engine(nothing_here, states.put, timing=timing, address=url) as engine,
    ):
        assert (
            "Rezensent versucht es weiter"
            in wait_for(states, EnginePhase.RESTARTING).sentence.text()
        )
        with pytest.raises(LanguageToolError) as caught:
            engine.check(PRIVATE)
    assert "Geheimnis" not in repr(caught.value)
    assert not any(sent)


def test_a_server_that_lists_languages_and_cannot_check(states: SimpleQueue[EngineState]) -> None:
    def reply(path: str, _: bytes) -> tuple[int, bytes]:
        return (200, LANGUAGES) if path == "/v2/languages" else (302, b"")

    with serving(reply) as url, Engine(nothing_here, states.put, timing=QUICK, address=url):
        away = wait_for(states, EnginePhase.RESTARTING)
    assert "verweist auf eine andere Adresse" in away.sentence.text()


def test_stop_does_not_wait_for_a_server_that_hangs(states: SimpleQueue[EngineState]) -> None:
    asked, release = threading.Event(), threading.Event()

    def reply(path: str, _: bytes) -> tuple[int, bytes]:
        if path == "/v2/check":
            asked.set()
            release.wait(WAIT)
        return 200, LANGUAGES

    with serving(reply) as url:
        engine = Engine(nothing_here, states.put, address=url)
        engine.start()
        assert asked.wait(WAIT)
        began = time.monotonic()
        engine.stop()
        took = time.monotonic() - began
        release.set()
    assert took < 5
    assert engine.state.phase is EnginePhase.OFF


@pytest.mark.languagetool
def test_another_server_is_chosen_for_the_next_start(
    office_url: str, states: SimpleQueue[EngineState]
) -> None:
    with serving(always(404, b"")) as url:
        engine = Engine(nothing_here, states.put, timing=QUICK, address=url)
        engine.start()
        wait_for(states, EnginePhase.RESTARTING)
        engine.choose_server(office_url)
        engine.restart()
        try:
            assert engine.wait_ready(WAIT)
            assert len(engine.check(SLIP)) == 1
        finally:
            engine.stop()


@pytest.mark.languagetool
def test_no_text_is_in_an_error(languagetool_server: LocalServer) -> None:
    failing = forward(languagetool_server)

    def reply(path: str, form: bytes) -> tuple[int, bytes]:
        if path == "/v2/check":
            return 200, json.dumps({"text": PRIVATE}).encode()
        return failing(path, form)

    with serving(reply) as url:
        check = partial(Checker(url, RemoteTransport().request).check, PRIVATE)
        with pytest.raises(LanguageToolError) as caught:
            check()
    error: BaseException | None = caught.value
    while error is not None:
        assert "Geheimnis" not in repr(error)
        error = error.__cause__
