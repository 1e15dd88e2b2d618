"""Who may talk to the LanguageTool of the editor: real requests to the real process."""

import socket
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from editor.languagetool.checker import Checker
from editor.languagetool.local_server import LocalServer
from editor.languagetool.runtime import Runtime
from editor.languagetool.shared.server_record import HOST
from editor.languagetool.transport import LocalTransport

pytestmark = pytest.mark.languagetool

WAIT = 600.0
LITTLE = 8.0
"""CPU seconds for forty refusals and a sentence; forty checks take thirty."""
FORM = "language=de-DE&text=Ein+Feler."
Headers = dict[str, str]


@pytest.fixture
def server(languagetool_server: LocalServer) -> LocalServer:
    return languagetool_server


@pytest.fixture
def own(server: LocalServer) -> Headers:
    """The headers that the editor sends."""
    return {"Host": f"{HOST}:{server.port}", **server._transport._headers}


def connect(server: LocalServer) -> socket.socket:
    return socket.create_connection((HOST, server.port), timeout=WAIT)


def head(method: str, path: str, headers: Headers) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode()


def status(server: LocalServer, path: str, headers: Headers, form: str = FORM) -> int:
    """Return the status of the response to a form."""
    headers = {"Content-Length": str(len(form)), **headers}
    with connect(server) as connection:
        connection.sendall(head("POST", path, headers) + form.encode())
        return read_status(connection)


def read_status(connection: socket.socket) -> int:
    with connection.makefile("rb") as response:
        return int(response.readline().split()[1])


def test_the_editor_is_answered(server: LocalServer, own: Headers) -> None:
    assert status(server, "/v2/check", own) == 200
    (finding,) = Checker(server.url, server.transport).check("Ein Feler.")
    assert finding.start == 4


@pytest.mark.parametrize("path", ["/", "/v2/check", "/v2/healthcheck", "/v2/languages", "/lease"])
def test_a_caller_without_the_secret_is_refused(
    server: LocalServer, own: Headers, path: str
) -> None:
    assert status(server, path, {"Host": own["Host"]}) == 403


@pytest.mark.parametrize("secret", ["", "0", "0123456789abcdef" * 4, "ä" * 64])
def test_a_wrong_secret_is_refused(server: LocalServer, secret: str) -> None:
    response = LocalTransport(secret, time.monotonic).request(
        "GET", f"{server.url}/v2/healthcheck", "", WAIT
    )

    assert (response.status, response.content) == (403, b"")


def test_the_secret_is_refused_in_part_and_twice(server: LocalServer, own: Headers) -> None:
    secret = own["Rezensent-Secret"]
    assert status(server, "/v2/check", own | {"Rezensent-Secret": secret[:-1]}) == 403
    assert status(server, "/v2/check", own | {"rezensent-secret": "0"}) == 403


@pytest.mark.parametrize(
    "foreign",
    [
        {"Origin": "https://example.com"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Host": "example.com"},
        {"Host": "localhost"},
        {"Host": ""},
    ],
)
def test_a_page_is_refused_even_with_the_secret(
    server: LocalServer, own: Headers, foreign: Headers
) -> None:
    assert status(server, "/v2/check", own | foreign) == 403


@pytest.mark.parametrize("query", ["callback=x", "language=de-DE&text=x&%63allback=x", ""])
def test_a_query_is_refused(server: LocalServer, own: Headers, query: str) -> None:
    for method in ("GET", "POST"):
        with connect(server) as connection:
            connection.sendall(head(method, f"/v2/check?{query}", own | {"Content-Length": "0"}))
            assert read_status(connection) == 403


def test_a_large_body_is_refused_before_it_is_read(server: LocalServer, own: Headers) -> None:
    for length in ({"Content-Length": "10000000"}, {"Transfer-Encoding": "chunked"}):
        with connect(server) as connection:
            connection.sendall(head("POST", "/v2/check", {"Host": own["Host"], **length}))

            # None of the body has been sent yet, and none will be wanted.
            assert read_status(connection) == 403


def test_refusals_and_silent_connections_do_not_keep_the_editor_waiting(
    server: LocalServer, own: Headers
) -> None:
    checker = Checker(server.url, server.transport)
    checker.check("Ein Feler.")
    silent = [connect(server) for _ in range(20)]
    for connection in silent:
        connection.sendall(b"POST /v2/check HTTP/1.1\r\nHo")
    form = f"language=de-DE&text={'Nun+ist+es+soweit.+' * 5_000}"
    before = server.cpu_seconds
    with ThreadPoolExecutor(8) as pool:
        posts = [
            pool.submit(status, server, "/v2/check", {"Host": own["Host"]}, form[:60_000])
            for _ in range(40)
        ]
        assert len(checker.check("Ein andrer Feler.")) == 1
        assert {post.result() for post in posts} == {403}
    for connection in silent:
        connection.close()

    assert server.cpu_seconds - before < LITTLE


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_secret_is_in_no_argument_variable_or_log(server: LocalServer, own: Headers) -> None:
    secret = own["Rezensent-Secret"].encode()

    for name in ("cmdline", "environ"):
        assert secret not in Path(f"/proc/{server.pid}/{name}").read_bytes()
    assert secret.decode() not in "".join(server._log.lines())


def test_every_start_has_a_secret_of_its_own(server: LocalServer, languagetool: Runtime) -> None:
    other = LocalServer.start(languagetool)
    try:
        assert server.transport("GET", f"{other.url}/v2/healthcheck", "", WAIT).status == 403
    finally:
        other.stop(grace=0)
