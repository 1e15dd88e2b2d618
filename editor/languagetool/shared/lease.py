"""Lease of a LanguageTool process: as long as it is open, the process does not end."""

import http.client
import socket
import threading
from collections.abc import Callable
from contextlib import suppress

from editor.languagetool.transport import LocalTransport


class Lease:
    """A request to the server at ``url`` that stays open; see Launcher.java.

    The operating system closes its connection when one of the two processes ends, however it does.
    ``on_end`` is called on a thread of the lease when it has ended.
    """

    def __init__(
        self,
        url: str,
        transport: LocalTransport,
        patience: float,
        *,
        keep: int,
        on_end: Callable[[], None],
    ) -> None:
        """Take a lease; the server stays for ``keep`` seconds after its end.

        Raises TimeoutError when a CpuPatience of ``patience`` seconds is over, and otherwise
        OSError or http.client.HTTPException when the server does not grant it.
        """
        # The one byte of the request's body is never sent.
        headers = {"Content-Length": "1", "Rezensent-Keep": str(keep)}
        self._connection = transport.open("POST", f"{url}/lease", "", headers, patience)
        self._socket = self._connection.sock
        self._on_end = on_end
        self.ended = threading.Event()
        """Set when the server has ended, or the lease was given back."""
        try:
            response = self._response()
        except BaseException:
            self._connection.close()
            raise
        self._thread = threading.Thread(
            target=self._wait, args=(response,), name="languagetool-lease", daemon=True
        )
        self._thread.start()

    def give_back(self) -> None:
        """End the lease and wait for its end."""
        # Not closed here: the thread reads from it.
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _response(self) -> http.client.HTTPResponse:
        response = self._connection.getresponse()
        if response.status != http.HTTPStatus.OK:
            raise ConnectionRefusedError
        self._socket.settimeout(None)
        return response

    def _wait(self, response: http.client.HTTPResponse) -> None:
        # The response never ends properly.
        with suppress(OSError, http.client.HTTPException):
            response.read()
        response.close()
        self._connection.close()
        self.ended.set()
        self._on_end()
