"""Servers of an editorial office: real HTTP servers around, or instead of, a LanguageTool."""

import contextlib
import json
import ssl
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from editor.languagetool.local_server import LocalServer

Reply = Callable[[str, bytes], tuple[int, bytes]]
"""Takes a path and a form, an empty one for GET; returns status and body."""
LANGUAGES = json.dumps([{"name": "German", "code": "de", "longCode": "de-DE"}]).encode()


class _Handler(BaseHTTPRequestHandler):
    server: "_Server"

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def log_message(self, *_: object) -> None:
        pass

    def _answer(self) -> None:
        form = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        status, body = self.server.reply(self.path, form)
        with contextlib.suppress(ConnectionError):
            self.send_response(status)
            if status in range(300, 400):
                self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)


class _Server(ThreadingHTTPServer):
    def __init__(self, reply: Reply, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Handler)
        self.reply = reply

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is part of the tests."""


@contextlib.contextmanager
def serving(reply: Reply, certificate: Path | None = None, *, port: int = 0) -> Iterator[str]:
    """Run a server that gives ``reply`` and yield its address."""
    with _Server(reply, port) as server:
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            server.socket = context.wrap_socket(
                server.socket, server_side=True, do_handshake_on_connect=False
            )
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        scheme = "https" if certificate else "http"
        try:
            yield f"{scheme}://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def forward(server: LocalServer, prefix: str = "") -> Reply:
    """Return the reply of a proxy that has LanguageTool, ``server`` here, below ``prefix``."""

    def reply(path: str, form: bytes) -> tuple[int, bytes]:
        if not path.startswith(f"{prefix}/v2/"):
            return 404, b"not here"
        method, url = "POST" if form else "GET", server.url + path.removeprefix(prefix)
        response = server.transport(method, url, form.decode(), 60)
        return response.status, response.content

    return reply
