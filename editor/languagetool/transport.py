"""HTTP requests to a LanguageTool server: with a deadline, no proxy and no redirection."""

import contextlib
import http.client
import selectors
import socket
import ssl
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from urllib.parse import urlsplit

from editor.languagetool.cpu_patience import CpuPatience
from editor.tls import client_context

_LARGEST = 64_000_000
"""Bytes of a response: the findings in the longest review have a tenth of that."""

_LOOK_SECONDS = 0.2
"""Between two looks at the CPU time of a process that has not answered yet."""
_STEP_SECONDS = 60.0
"""For one step with a process on this machine, whose kernel takes what is sent."""


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """Response of a server, whatever its status."""

    status: int
    content: bytes


Transport = Callable[[str, str, str, float], HttpResponse]
"""Takes method, address, form and seconds. Raises OSError and http.client.HTTPException."""


class LocalTransport:
    """Requests to a process on this machine that asks for ``secret``; see Launcher.java.

    ``clock`` returns the CPU seconds that the process has used. May be called from any thread.
    """

    def __init__(self, secret: str, clock: Callable[[], float]) -> None:
        self._headers = {"Rezensent-Secret": secret}
        self._clock = clock
        self._is_closed = False

    def request(self, method: str, url: str, form: str, seconds: float) -> HttpResponse:
        """Send ``form`` to ``url`` and return the response.

        Raises TimeoutError when a CpuPatience of ``seconds`` with the process is over, and
        ConnectionAbortedError after ``close``.
        """
        connection = self.open(method, url, form, {}, seconds)
        try:
            return _receive(connection)
        finally:
            connection.close()

    def open(
        self, method: str, url: str, form: str, headers: Mapping[str, str], seconds: float
    ) -> http.client.HTTPConnection:
        """Send ``form`` to ``url`` and return the connection when its response has begun.

        The caller closes it. Raises as ``request`` does.
        """
        self._require_open()
        patience = CpuPatience(self._clock, seconds)
        connection = _connection(url, max(seconds, _STEP_SECONDS), None)
        try:
            _send(connection, method, url, form, {**self._headers, **headers})
            self._await_response(connection, patience)
        except BaseException:
            connection.close()
            raise
        return connection

    def close(self) -> None:
        """End all requests soon, those under way and those to come."""
        self._is_closed = True

    def _require_open(self) -> None:
        if self._is_closed:
            raise ConnectionAbortedError

    def _await_response(
        self, connection: http.client.HTTPConnection, patience: CpuPatience
    ) -> None:
        while not _has_response(connection):
            self._require_open()
            if patience.is_over:
                raise TimeoutError


def answers_health_check(transport: Transport, url: str, seconds: float) -> bool:
    """Tell whether the process at ``url`` answers within a CpuPatience of ``seconds``."""
    try:
        response = transport("GET", f"{url}/v2/healthcheck", "", seconds)
    except (OSError, http.client.HTTPException):
        return False
    return response.status == http.HTTPStatus.OK


class RemoteTransport:
    """Requests to a remote server, each of which ends within its deadline.

    The timeout of a socket covers neither the resolution of a name nor a server that sends byte by
    byte. So each request has a thread of its own, which is abandoned when the time is over. Every
    method may be called from any thread.
    """

    def __init__(self) -> None:
        self._closed: Future[HttpResponse] = Future()
        self._lock = threading.Lock()
        self._context: ssl.SSLContext | None = None

    def request(self, method: str, url: str, form: str, limit: float) -> HttpResponse:
        """Send ``form`` to ``url`` and return the response.

        Raises TimeoutError after ``limit`` seconds, and ConnectionAbortedError after ``close``.
        """
        if self._closed.done():
            raise ConnectionAbortedError
        request = _PendingRequest(_connection(url, limit, self._tls_context(url)))
        arguments = (method, url, form)
        threading.Thread(target=request.run, args=arguments, name="exchange", daemon=True).start()
        wait((request.response, self._closed), limit, FIRST_COMPLETED)
        if request.response.done():
            return request.response.result()
        request.abort()
        if self._closed.done():
            raise ConnectionAbortedError
        raise TimeoutError

    def close(self) -> None:
        """End all requests, those under way and those to come."""
        with self._lock:
            if not self._closed.done():
                self._closed.set_result(HttpResponse(0, b""))

    def _tls_context(self, url: str) -> ssl.SSLContext | None:
        """Return one context for all requests: reading the certificates takes a moment."""
        with self._lock:
            if self._context is None and url.startswith("https:"):
                self._context = client_context()
            return self._context


class _PendingRequest:
    """A request on a thread that need not be waited for."""

    def __init__(self, connection: http.client.HTTPConnection) -> None:
        self.response: Future[HttpResponse] = Future()
        self._connection = connection
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._is_aborted = False

    def run(self, method: str, url: str, form: str) -> None:
        try:
            self._connect()
            self.response.set_result(_exchange(self._connection, method, url, form))
        except (OSError, http.client.HTTPException) as error:
            self.response.set_exception(error)
        finally:
            self._connection.close()

    def abort(self) -> None:
        with self._lock:
            self._is_aborted = True
            if self._socket is not None:
                # Not the method of an encrypted socket: it is in use on the other thread.
                with contextlib.suppress(OSError):
                    socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def _connect(self) -> None:
        self._connection.connect()
        with self._lock:
            self._socket = self._connection.sock
            if self._is_aborted:
                raise ConnectionAbortedError


def _connection(
    url: str, timeout: float, context: ssl.SSLContext | None
) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "https":
        return http.client.HTTPSConnection(host, parts.port, timeout=timeout, context=context)
    return http.client.HTTPConnection(host, parts.port, timeout=timeout)


def _has_response(connection: http.client.HTTPConnection) -> bool:
    """Wait a moment for the first byte, or the end, of a response."""
    with selectors.DefaultSelector() as selector:
        selector.register(connection.sock, selectors.EVENT_READ)
        return bool(selector.select(_LOOK_SECONDS))


def _exchange(
    connection: http.client.HTTPConnection, method: str, url: str, form: str
) -> HttpResponse:
    _send(connection, method, url, form, {})
    return _receive(connection)


def _send(
    connection: http.client.HTTPConnection,
    method: str,
    url: str,
    form: str,
    headers: Mapping[str, str],
) -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded", **headers}
    connection.request(method, urlsplit(url).path, form, headers)


def _receive(connection: http.client.HTTPConnection) -> HttpResponse:
    with connection.getresponse() as response:
        if (response.length or 0) > _LARGEST:
            raise http.client.HTTPException("the answer is too long")
        # Only a read without a limit notices that an announced length is not reached.
        has_length = response.length is not None
        content = response.read() if has_length else response.read(_LARGEST)
        return HttpResponse(response.status, content)
