"""A look for a newer version: what can go wrong is one sentence."""

import socket
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from editor.errors import UpdateError
from editor.updates.check import newest_version
from editor.updates.source import UpdateSource
from tests.languagetool import certificate
from tests.updates.release_key import ReleaseKey
from tests.updates.test_update import MESSAGE
from tests.updates.update_server import UpdateServer, update_server

KEY = ReleaseKey()


@pytest.fixture
def server() -> Iterator[UpdateServer]:
    with update_server() as server:
        server.content = KEY.signed(MESSAGE.encode())
        yield server


def source(server: UpdateServer) -> UpdateSource:
    return UpdateSource(server.address, (KEY.public,))


def test_the_newest_version_is_found(server: UpdateServer) -> None:
    assert newest_version(source(server)).version == "0.10.0"


def test_what_somebody_else_has_signed_is_discarded(server: UpdateServer) -> None:
    server.content = ReleaseKey().signed(MESSAGE.encode())
    with pytest.raises(UpdateError, match="keine gültige Signatur"):
        newest_version(source(server))


@pytest.mark.parametrize("page", [b"", b"<html>Room number?</html>"])
def test_a_page_without_a_signature_may_be_a_login(server: UpdateServer, page: bytes) -> None:
    server.content = page
    with pytest.raises(UpdateError, match="Anmeldung eines Netzes"):
        newest_version(source(server))


def test_a_redirection_to_a_login_may_be_one(server: UpdateServer) -> None:
    server.headers = {"Location": "http://login.example.org/"}
    with pytest.raises(UpdateError, match="Anmeldung eines Netzes"):
        newest_version(source(server))


@pytest.mark.parametrize("target", ["https://[", f"https://{'a' * 90}.example.org/"])
def test_a_redirection_to_nowhere_is_an_error(server: UpdateServer, target: str) -> None:
    server.headers = {"Location": target}
    with pytest.raises(UpdateError, match="nicht zu erreichen"):
        newest_version(source(server))


def test_a_connection_that_breaks_off_is_no_forgery(server: UpdateServer) -> None:
    server.announced = str(len(server.content) + 1)
    with pytest.raises(UpdateError, match="nicht zu erreichen"):
        newest_version(source(server))


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\xff",
        b"version = 1",
        MESSAGE[:-9].encode(),
        pytest.param(b"a = " + b"[" * 9999, id="nested"),
    ],
)
def test_a_signed_file_of_another_form_cannot_be_read(server: UpdateServer, message: bytes) -> None:
    server.content = KEY.signed(message)
    with pytest.raises(UpdateError, match="nicht zu lesen"):
        newest_version(source(server))


def test_a_large_file_cannot_be_read(server: UpdateServer) -> None:
    server.content = KEY.signed(MESSAGE.encode() + b"#" * 70_000)
    with pytest.raises(UpdateError, match="nicht zu lesen"):
        newest_version(source(server))


def test_an_error_of_the_server_names_its_status(server: UpdateServer) -> None:
    server.status = 503
    with pytest.raises(UpdateError, match="Status 503"):
        newest_version(source(server))


def test_a_server_that_is_not_there_does_not_answer() -> None:
    nowhere = UpdateSource("http://127.0.0.1:9/newest", (KEY.public,))
    with pytest.raises(UpdateError, match="der Server antwortet nicht"):
        newest_version(nowhere)


def test_without_a_network_no_name_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", nothing)
    monkeypatch.setenv("no_proxy", "*")
    nowhere = UpdateSource("https://example.org/newest", (KEY.public,))
    with pytest.raises(UpdateError, match="sein Name ist nicht zu finden"):
        newest_version(nowhere)


def test_a_server_without_a_valid_certificate_is_not_believed(tmp_path: Path) -> None:
    with update_server(certificate.make(tmp_path)) as server:
        server.content = KEY.signed(MESSAGE.encode())
        with pytest.raises(UpdateError, match="sein Zertifikat weist ihn nicht aus"):
            newest_version(source(server))


@pytest.mark.parametrize("age", [timedelta(days=9), timedelta(days=-9)])
def test_a_wrong_date_of_the_computer_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, age: timedelta
) -> None:
    path = certificate.make(tmp_path, age=age)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    with (
        update_server(path) as server,
        pytest.raises(UpdateError, match="Datum dieses Computers"),
    ):
        newest_version(source(server))
