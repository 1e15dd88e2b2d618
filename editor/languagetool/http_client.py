"""HTTP to a LanguageTool server: within a deadline, by no proxy, following no redirection."""

import contextlib
import http.client
import json
import socket
import ssl
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlencode, urlsplit

from language_tool_python import LanguageTool

from editor.errors import LanguageToolError

_LARGEST = 64_000_000
"""Bytes of an answer: the findings in the longest review have a tenth of that."""


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """What a server has answered, whatever its status says."""

    status: int
    content: bytes


Transport = Callable[[str, str, str, float], HttpResponse]
"""Takes method, address, form and seconds. Raises OSError and http.client.HTTPException."""


def send_request(method: str, url: str, form: str, limit: float) -> HttpResponse:
    """Send ``form`` to ``url`` and return the answer; none of its steps may take over ``limit``."""
    connection = _connection(url, limit, None)
    try:
        return _talk(connection, method, url, form)
    finally:
        connection.close()


class RemoteTransport:
    """Exchanges with a server that we do not run: the whole of each ends within its limit.

    A name that does not resolve or a server that trickles knows no timeout of a socket, so each
    exchange has a thread of its own, which is left behind when its time is over. Every method may
    be called from any thread.
    """

    def __init__(self) -> None:
        self._closed: Future[HttpResponse] = Future()
        self._lock = threading.Lock()
        self._context: ssl.SSLContext | None = None

    def request(self, method: str, url: str, form: str, limit: float) -> HttpResponse:
        """Send ``form`` to ``url`` and return the answer.

        Raises TimeoutError after ``limit`` seconds, ConnectionAbortedError after ``close``.
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

    def close(self) -> None:
        """End all exchanges, those under way and those to come."""
        with self._lock:
            if not self._closed.done():
                self._closed.set_result(HttpResponse(0, b""))

    def _encryption(self, url: str) -> ssl.SSLContext | None:
        """Return one context for all exchanges: reading the certificates takes a moment."""
        with self._lock:
            if self._context is None and url.startswith("https:"):
                self._context = ssl.create_default_context()
            return self._context


class _Call:
    """One exchange on a thread that nobody has to wait for."""

    def __init__(self, connection: http.client.HTTPConnection) -> None:
        self.answer: Future[HttpResponse] = Future()
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


def _talk(connection: http.client.HTTPConnection, method: str, url: str, form: str) -> HttpResponse:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    connection.request(method, urlsplit(url).path, form, headers)
    with connection.getresponse() as response:
        if (response.length or 0) > _LARGEST:
            raise http.client.HTTPException("the answer is too long")
        # Only a read without a limit notices that an announced length is not reached.
        known = response.length is not None
        return HttpResponse(response.status, response.read() if known else response.read(_LARGEST))


_REDIRECTIONS = range(300, 400)


class HttpClient(LanguageTool):
    """A client for one server; ``limit`` is the time that a request may take, in seconds.

    Its own waits for up to 300 s, tries twice, goes through a proxy that the environment names,
    and repeats the server's answer in its errors, which may quote the writer's text.
    """

    def __init__(
        self, url: str, variant: str, limit: float, carry: Transport = send_request
    ) -> None:
        self.limit = limit
        self._carry = carry
        self.parameters: Mapping[str, str] = {}
        """Of a request, besides those that the library knows."""
        host = urlsplit(url).hostname
        # Without the slash the library would drop the last part of a path.
        super().__init__(variant, remote_server=f"{url}/", host=host)

    def _query_server(
        self,
        url: str,
        params: dict[str, str] | None = None,
        num_tries: int = 1,
        method: Literal["get", "post"] = "get",
    ) -> Any:
        form = urlencode({**(params or {}), **self.parameters})
        try:
            answer = self._carry(method.upper(), url, form, self.limit)
        except TimeoutError as error:
            raise _too_slow(self.limit) from error
        except (OSError, http.client.HTTPException) as error:
            raise _unreachable() from error
        if answer.status != http.HTTPStatus.OK:
            raise _refused(answer.status)
        return json.loads(answer.content)


def _too_slow(limit: float) -> LanguageToolError:
    return LanguageToolError(
        f"Die Prüfung hat länger als {limit:.0f} Sekunden gedauert und wurde abgebrochen; bitte "
        "noch einmal prüfen, einen sehr langen Text in Teilen.",
        f"The check took longer than {limit:.0f} seconds and was given up; please check again, a "
        "very long text in parts.",
    )


def _unreachable() -> LanguageToolError:
    return LanguageToolError(
        "LanguageTool ist nicht erreichbar; bitte gleich noch einmal prüfen.",
        "LanguageTool cannot be reached; please check again in a moment.",
    )


def _refused(status: int) -> LanguageToolError:
    if status == http.HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return LanguageToolError(
            "Der Text ist zu lang für eine Prüfung; bitte in Teilen prüfen.",
            "The text is too long for one check; please check it in parts.",
        )
    if status in _REDIRECTIONS:
        return LanguageToolError(
            "Der Prüfserver verweist auf eine andere Adresse; bitte geben Sie diese im Menü "
            "„Prüfen“ unter „Prüfserver …“ selbst ein.",
            "The checking server points to another address; please enter that one yourself in the "
            "menu “Check” under “Checking server …”.",
        )
    return LanguageToolError(
        f"LanguageTool hat die Prüfung abgelehnt (Status {status}); bitte noch einmal prüfen.",
        f"LanguageTool refused the check (status {status}); please check again.",
    )
