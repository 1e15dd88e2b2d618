"""A server on loopback with one file, whatever is asked for."""

import os
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from unittest.mock import patch


@dataclass(slots=True)
class UpdateServer:
    """What the server answers, and what it was asked."""

    address: str = ""
    content: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    announced: str = ""
    """Length that it announces, which need not be true; nothing by default."""
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    """Path and header fields of each request."""
    gate: threading.Event = field(default_factory=threading.Event)
    """The server answers once it is set."""


@contextmanager
def update_server(certificate: Path | None = None) -> Iterator[UpdateServer]:
    """Run a server until the end of a ``with`` block, encrypted where it has a certificate."""
    server = UpdateServer()
    server.gate.set()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.requests.append((self.path, dict(self.headers)))
            server.gate.wait()
            headers, server.headers = server.headers, {}
            self.send_response(server.status if not headers else 302)
            for name, value in headers.items():
                self.send_header(name, value)
            if server.announced:
                self.send_header("Content-Length", server.announced)
            self.end_headers()
            if not headers:
                self.wfile.write(server.content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (its name there)
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        http.socket = context.wrap_socket(http.socket, server_side=True)
    server.address = f"http{'s' if certificate else ''}://127.0.0.1:{http.server_port}/newest"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        with patch.dict(os.environ, {"no_proxy": "127.0.0.1"}):
            yield server
    finally:
        server.gate.set()
        http.shutdown()
        http.server_close()
        thread.join()
