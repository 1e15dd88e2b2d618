"""HTTP to a LanguageTool server: within a deadline, by no proxy, following no redirection."""

import contextlib
import http.client
import socket
import ssl
import threading
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from urllib.parse import urlsplit

_LARGEST = 64_000_000
"""Bytes of an answer: the findings in the longest review have a tenth of that."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server has answered, whatever its status says."""

    status: int
    content: bytes


Exchange = Callable[[str, str, str, float], Answer]
"""Takes method, address, form and seconds. Raises OSError and http.client.HTTPException."""


def exchange(method: str, url: str, form: str, limit: float) -> Answer:
    """Send ``form`` to ``url`` and return the answer; none of its steps may take over ``limit``."""
    connection = _connection(url, limit, None)
    try:
        return _talk(connection, method, url, form)
    finally:
        connection.close()


class Line:
    """Exchanges with a server that we do not run: the whole of each ends within its limit.

    A name that does not resolve or a server that trickles knows no timeout of a socket, so each
    exchange has a thread of its own, which is left behind when its time is over. Every method may
    be called from any thread.
    """

    def __init__(self) -> None:
        self._closed: Future[Answer] = Future()
        self._lock = threading.Lock()
        self._context: ssl.SSLContext | None = None

    def exchange(self, method: str, url: str, form: str, limit: float) -> Answer:
        """Send ``form`` to ``url`` and return the answer.

        Raises TimeoutError after ``limit`` seconds, ConnectionAbortedError after ``hang_up``.
        """
        if self._closed.done():
            raise ConnectionAbortedError
        call = _Call(_connection(url, limit, self._encryption(url)))
        arguments = (method, url, form)
        threading.Thread(target=call.run, args=arguments, name="exchange", daemon=True).start()
        wait((call.answer, self._closed), limit, FIRST_COMPLETED)
        if call.answer.done():
            return call.answer.result()
        call.cut()
        if self._closed.done():
            raise ConnectionAbortedError
        raise TimeoutError

    def hang_up(self) -> None:
        """End all exchanges, those under way and those to come."""
        with self._lock:
            if not self._closed.done():
                self._closed.set_result(Answer(0, b""))

    def _encryption(self, url: str) -> ssl.SSLContext | None:
        """Return one context for all exchanges: reading the certificates takes a moment."""
        with self._lock:
            if self._context is None and url.startswith("https:"):
                self._context = ssl.create_default_context()
            return self._context


class _Call:
    """One exchange on a thread that nobody has to wait for."""

    def __init__(self, connection: http.client.HTTPConnection) -> None:
        self.answer: Future[Answer] = Future()
        self._connection = connection
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._is_cut = False

    def run(self, method: str, url: str, form: str) -> None:
        try:
            self._connect()
            self.answer.set_result(_talk(self._connection, method, url, form))
        except (OSError, http.client.HTTPException) as error:
            self.answer.set_exception(error)
        finally:
            self._connection.close()

    def cut(self) -> None:
        with self._lock:
            self._is_cut = True
            if self._socket is not None:
                # Not the method of an encrypted socket: it is in use on the other thread.
                with contextlib.suppress(OSError):
                    socket.socket.shutdown(self._socket, socket.SHUT_RDWR)

    def _connect(self) -> None:
        self._connection.connect()
        with self._lock:
            self._socket = self._connection.sock
            if self._is_cut:
                raise ConnectionAbortedError


def _connection(
    url: str, limit: float, context: ssl.SSLContext | None
) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme == "https":
        return http.client.HTTPSConnection(host, parts.port, timeout=limit, context=context)
    return http.client.HTTPConnection(host, parts.port, timeout=limit)


def _talk(connection: http.client.HTTPConnection, method: str, url: str, form: str) -> Answer:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    connection.request(method, urlsplit(url).path, form, headers)
    with connection.getresponse() as response:
        if (response.length or 0) > _LARGEST:
            raise http.client.HTTPException("the answer is too long")
        # Only a read without a limit notices that an announced length is not reached.
        known = response.length is not None
        return Answer(response.status, response.read() if known else response.read(_LARGEST))
