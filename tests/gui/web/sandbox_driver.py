"""Shows hostile pages in Chromium and reports their requests to a server on this machine.

The argument is ``open`` for a page without a sandbox and with scripts, as a control; ``gate`` for
the page of the preview; ``reach`` to request something beyond this machine. The answer is one line
of JSON. It runs in a process of its own, because the program gives Chromium no network at all: here
it has one, so that the sandbox is tested alone.
"""

import json
import os
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from PySide6.QtCore import QEventLoop, QObject, QTimer, QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile, QWebEngineScript
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from editor.gui.web.sandbox_profile import (
    BASE,
    SandboxedPage,
    make_sandbox_profile,
    register_scheme,
)
from tests.gui.requesting import BY_MARKUP, BY_SCRIPT, SILENT, written

_PATIENCE_MS = 5_000
_LOOK_MS = 20
_PAUSE_MS = 60
"""Time that a page has before the next one replaces it."""
_LAST_MS = 1_500
"""Time to wait for late requests, once for all pages."""
_TRIES = 3
_EMPTY = "<!doctype html><title>x</title><body>"
_SCRIPTS = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
_MAIN = QWebEngineScript.ScriptWorldId.MainWorld.value


class Server:
    """Records requests and answers with nothing."""

    def __init__(self) -> None:
        asked = self.asked = set[str]()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.add(self.path.split("/")[1].partition("?")[0])
                self.send_response(204)
                self.end_headers()

            do_POST = do_HEAD = do_GET  # noqa: N815

            def log_message(self, *_: object) -> None:
                """Log nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class Shown:
    """A page, with a way to wait for it."""

    def __init__(self, page: QWebEnginePage, base: QUrl, world: int) -> None:
        self._page, self._base, self._world = page, base, world

    def show(self, html: str) -> None:
        """Show ``html`` in place of the current page."""
        self.await_load(lambda: self._page.setHtml(html, self._base))

    def run(self, script: str) -> object:
        """Run ``script`` and return its value."""
        answers: list[object] = []
        loop = QEventLoop()

        def answered(value: object) -> None:
            answers.append(value)
            loop.quit()

        self._page.runJavaScript(script, self._world, answered)
        QTimer.singleShot(_PATIENCE_MS, loop.quit)
        if not answers:
            loop.exec()
        return answers[0] if answers else None

    def await_load(self, act: Callable[[], None]) -> None:
        """Run an action that loads a page, and wait until it has ended, successfully or not."""
        loop = QEventLoop()
        self._page.loadFinished.connect(loop.quit)
        QTimer.singleShot(_PATIENCE_MS, loop.quit)
        act()
        loop.exec()
        self._page.loadFinished.disconnect(loop.quit)


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _pages(server: str) -> Iterator[tuple[str, str]]:
    for name, construct in BY_MARKUP.items():
        yield name, f"<!doctype html><title>x</title>{written(construct, server, name)}"


def _try_all(shown: Shown, server: Server, *, patient: bool) -> None:
    """Show every page. With ``patience`` each has time until it has sent its requests.

    It is shown again if it has not: the end of an earlier load may be taken for that of this one.
    """

    def tried(name: str, page: str, script: str) -> None:
        wanted = patient and name not in SILENT
        for _ in range(_TRIES if wanted else 1):
            shown.show(page)
            shown.run(script)
            for _ in range(0, _PATIENCE_MS if wanted else _PAUSE_MS, _LOOK_MS):
                if name in server.asked:
                    return
                _wait(_LOOK_MS)

    for name, page in _pages(server.address):
        tried(name, page, "document.body && document.body.offsetHeight")
    for name, construct in BY_MARKUP.items():
        if "<frameset" not in construct:
            inner = json.dumps(written(construct, server.address, f"inner-{name}"))
            shown.show(_EMPTY)
            shown.run(f"document.body.innerHTML = {inner}; document.body.offsetHeight")
    for name, script in BY_SCRIPT.items():
        code = written(script, server.address, name)
        tried(name, _EMPTY, f"try {{ {code} }} catch (error) {{}}; 0")
    _wait(_LAST_MS)


def main(mode: str) -> int:
    """Show every page in one of the modes, and print the requests."""
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = "--log-level=3"
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1" if os.geteuid() == 0 else "0")
    if mode == "gate":
        register_scheme()
    app = QApplication(["gate"])
    root = QObject()
    server = Server()
    followed: list[str] = []
    if mode == "gate":
        profile = make_sandbox_profile(root)
        page: QWebEnginePage = SandboxedPage(profile, lambda url: followed.append(url.url()), root)
        shown = Shown(page, BASE, _SCRIPTS)
    else:
        profile = QWebEngineProfile(root)
        page = QWebEnginePage(profile, root)
        shown = Shown(page, QUrl(f"{server.address}/page"), _MAIN)
    if mode == "reach":
        shown.await_load(lambda: page.load(QUrl("http://198.51.100.77/")))
    else:
        _try_all(shown, server, patient=mode == "open")
    answer = {
        "asked": sorted(server.asked),
        "followed": followed,
        "stored": not profile.isOffTheRecord(),
        "at": page.url().toString()[:40],
    }
    delete(page)
    delete(profile)
    server.stop()
    print(json.dumps(answer))  # noqa: T201 - what it is for
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
