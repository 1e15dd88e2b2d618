"""Download of a small file: once, without cookies, by https alone."""

import http.client
import ipaddress
import threading
import time
import urllib.error
import urllib.request
from typing import IO
from urllib.parse import urlsplit

from editor import __version__
from editor.tls import client_context

LARGEST = 65_536
"""Bytes of a file; more are not read."""
_SILENCE = 10.0
"""Seconds that the server may be silent."""
_ALTOGETHER = 30.0
"""Seconds in which the file has to arrive, with all that comes before it."""
_CHUNK = 8192


class UnsafeAddressError(OSError):
    """An address, or one that a server redirects to, is not encrypted."""


class TooLargeError(OSError):
    """A server sends more than the largest file."""


def download(address: str) -> bytes:
    """Return the file at ``address``, within half a minute.

    The request says name and version of the program, and nothing else that a server could not see
    anyway. Proxies of the system are used. Raises UnsafeAddressError, TooLargeError, and the
    OSErrors, ValueErrors and http.client.HTTPExceptions of ``urllib.request``.
    """
    if not (_is_encrypted(address) or _is_local(address)):
        raise UnsafeAddressError
    request = _Request(address)
    request.start()
    request.join(_ALTOGETHER)
    if request.error is not None:
        raise request.error
    if request.content is None:
        raise TimeoutError
    return request.content


class _Request(threading.Thread):
    """A request on a thread of its own, which is left behind when it takes too long.

    The limit of ``urllib.request`` is for each piece that arrives: a server that sends a header
    byte by byte, and a name with many addresses, take for ever.
    """

    def __init__(self, address: str) -> None:
        super().__init__(name="update-request", daemon=True)
        self._address = address
        self.content: bytes | None = None
        self.error: Exception | None = None

    def run(self) -> None:
        """Read the file, or note why that failed."""
        end = time.monotonic() + _ALTOGETHER
        try:
            with _opener().open(self._address, timeout=_SILENCE) as response:
                self.content = _read(response, end)
        except (OSError, http.client.HTTPException, ValueError) as error:
            self.error = error


def _opener() -> urllib.request.OpenerDirector:
    """Return an opener for http and https alone, where ``build_opener`` adds files and more."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(context=client_context()),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _SafeRedirects(),
    ):
        opener.add_handler(handler)
    opener.addheaders = [("User-Agent", f"Rezensent/{__version__}")]
    return opener


def _read(response: http.client.HTTPResponse, end: float) -> bytes:
    content = b""
    while chunk := response.read1(_CHUNK):
        content += chunk
        if len(content) > LARGEST:
            raise TooLargeError
        if time.monotonic() > end:
            raise TimeoutError
    announced = response.headers.get("Content-Length", "")
    if announced.isdecimal() and len(content) < int(announced):
        # ``read1`` does not notice that a connection broke off.
        raise http.client.IncompleteRead(content, int(announced) - len(content))
    return content


class _SafeRedirects(urllib.request.HTTPRedirectHandler):
    """Follows a few redirections, never to an address without encryption.

    A server elsewhere cannot redirect to one on this machine that speaks plain HTTP.
    """

    max_redirections = 3

    def http_error_302(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
    ) -> http.client.HTTPResponse | None:
        """Return the answer at the next address; none of what comes with the redirection is read.

        Raises ValueError for an address of another form.
        """
        fp.close()
        answer: http.client.HTTPResponse | None = super().http_error_302(
            req, fp, code, msg, headers
        )
        return answer

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302

    def redirect_request(  # noqa: PLR0917  (as urllib calls it)
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """Return the next request. Raises UnsafeAddressError for an address without encryption."""
        if not (_is_encrypted(newurl) or (_is_local(newurl) and _is_local(req.full_url))):
            raise UnsafeAddressError
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _is_encrypted(address: str) -> bool:
    return urlsplit(address).scheme == "https"


def _is_local(address: str) -> bool:
    """Return whether an address without encryption is one of this machine."""
    parts = urlsplit(address)
    return parts.scheme == "http" and _is_loopback(parts.hostname or "")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
