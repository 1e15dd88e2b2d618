"""Download of the file about the newest version, from a server on loopback."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from editor import __version__
from editor.updates.download import LARGEST, TooLargeError, UnsafeAddressError, download
from tests.languagetool import certificate
from tests.updates.update_server import update_server


def test_a_request_says_name_and_version_and_nothing_more() -> None:
    with update_server() as server:
        server.content = b"content"
        assert download(server.address) == b"content"
        host = server.address.split("/")[2]
    ((path, headers),) = server.requests
    assert path == "/newest"
    assert headers == {
        "Host": host,
        "User-Agent": f"Rezensent/{__version__}",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def test_a_large_file_is_not_read() -> None:
    with update_server() as server:
        server.content = bytes(LARGEST)
        assert len(download(server.address)) == LARGEST
        server.content = bytes(LARGEST + 1)
        with pytest.raises(TooLargeError):
            download(server.address)


def test_a_server_that_takes_its_time_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("editor.updates.download._ALTOGETHER", 0)
    with update_server() as server:
        server.content = b"content"
        with pytest.raises(TimeoutError):
            download(server.address)


@contextmanager
def raw_server(answer: bytes) -> Iterator[str]:
    """Run a server on loopback that says ``answer`` again and again, and yield its address."""
    server = socket.create_server(("127.0.0.1", 0))

    def say() -> None:
        connection, _ = server.accept()
        with connection:
            try:
                while not ended.wait(0.01):
                    connection.sendall(answer)
            except OSError:
                pass

    ended = threading.Event()
    thread = threading.Thread(target=say)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"
    finally:
        ended.set()
        thread.join()
        server.close()


@pytest.mark.parametrize("answer", [b"H", b"HTTP/1.1 100 Continue\r\n\r\n"])
def test_a_server_that_never_comes_to_the_file_is_given_up(
    monkeypatch: pytest.MonkeyPatch, answer: bytes
) -> None:
    monkeypatch.setattr("editor.updates.download._ALTOGETHER", 0.2)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with raw_server(answer) as address, pytest.raises(TimeoutError):
        download(address)


def test_a_server_that_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("editor.updates.download._SILENCE", 0.05)
    with update_server() as server:
        server.gate.clear()
        with pytest.raises(OSError, match="timed out"):
            download(server.address)


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "http://127.0.0.1.example.org/",
    ],
)
def test_other_addresses_are_not_asked(address: str) -> None:
    with pytest.raises(UnsafeAddressError):
        download(address)


@pytest.mark.parametrize("target", ["http://example.org/", "ftp://127.0.0.1/", "//example.org/"])
def test_redirections_to_unsafe_addresses_are_not_followed(target: str) -> None:
    with update_server() as server:
        server.headers = {"Location": target}
        with pytest.raises(UnsafeAddressError):
            download(server.address)


def test_what_comes_with_a_redirection_is_not_read() -> None:
    with update_server() as server:
        server.content = b"content"
        # It breaks off, which only a reader would notice.
        server.headers = {"Location": "/moved", "Content-Length": "1000000000"}
        assert download(server.address) == b"content"


def test_a_server_elsewhere_leads_to_none_on_this_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = certificate.make(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    with update_server() as local, update_server(path) as server:
        server.headers = {"Location": local.address}
        with pytest.raises(UnsafeAddressError):
            download(server.address)
    assert local.requests == []


def test_a_redirection_on_this_machine_is_followed_without_cookies() -> None:
    with update_server() as server:
        server.content = b"content"
        server.headers = {"Location": "/moved", "Set-Cookie": "id=1"}
        assert download(server.address) == b"content"
    assert [path for path, _ in server.requests] == ["/newest", "/moved"]
    assert "Cookie" not in server.requests[1][1]


def test_an_encrypted_server_has_to_prove_who_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = certificate.make(tmp_path)
    with update_server(path) as server:
        server.content = b"content"
        with pytest.raises(OSError, match="CERTIFICATE_VERIFY_FAILED"):
            download(server.address)
        monkeypatch.setenv("SSL_CERT_FILE", str(path))
        assert download(server.address) == b"content"
