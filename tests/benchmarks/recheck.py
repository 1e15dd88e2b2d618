"""Checking again after an edit, against the library's own way and against the bare server."""

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from urllib.parse import urlencode

import requests
from language_tool_python import LanguageTool

from editor.languagetool.engine import Engine
from editor.languagetool.runtime import Runtime, java_environment, locate
from editor.languagetool.server import LanguageToolServer
from editor.languagetool.shared.server_record import HOST
from editor.markdown.plaintext import plain_text
from editor.proofing.review_checker import CheckOptions, ReviewChecker
from editor.settings import Folders
from tests.benchmarks.ratio import Ratio, interleaved, timed
from tests.benchmarks.texts import Draft

_PATIENCE = 120.0
_OPTIONS = CheckOptions()


def compare() -> Iterator[Ratio]:
    """Edit one sentence of a review of 2,300 characters in every round."""
    draft, runtime = Draft(), locate(Folders.default().data)
    with Engine(lambda: runtime) as engine:
        engine.wait_ready(_PATIENCE)
        checker = ReviewChecker(engine.send)
        checker.check_whole(draft.review(), _OPTIONS)
        yield _against_library(checker, runtime, draft)
        yield _against_server(checker, engine, draft)


def _judge(checker: ReviewChecker, draft: Draft) -> None:
    checker.check_section(draft.review(), draft.edited, _OPTIONS)


def _against_library(checker: ReviewChecker, runtime: Runtime, draft: Draft) -> Ratio:
    with _default_server(runtime) as url, LanguageTool("de-DE", remote_server=url) as library:
        return Ratio(
            "recheck, library",
            "The edited section with its names judged, against the whole review through "
            "language_tool_python and a server as that starts it.",
            interleaved(
                lambda: timed(partial(_judge, checker, draft)),
                lambda: timed(partial(library.check, draft.whole())),
                rounds=7,
                warm_up=3,
            ),
            aim=1 / 30,
        )


def _against_server(checker: ReviewChecker, engine: Engine, draft: Draft) -> Ratio:
    return Ratio(
        "recheck, server",
        "The edited section with its names judged, against a bare request with its text.",
        interleaved(
            lambda: timed(partial(_judge, checker, draft)),
            lambda: timed(partial(_ask, _server(engine), plain_text(draft.section()).text)),
            rounds=101,
            warm_up=10,
        ),
        aim=1.5,
    )


def _server(engine: Engine) -> LanguageToolServer:
    assert engine._server is not None
    return engine._server


def _ask(server: LanguageToolServer, text: str) -> object:
    form = urlencode({"language": "de-DE", "text": text})
    response = server.transport("POST", f"{server.url}/v2/check", form, _PATIENCE)
    assert response.status == HTTPStatus.OK
    return json.loads(response.content)


@contextmanager
def _default_server(runtime: Runtime) -> Iterator[str]:
    """Run a server like language_tool_python does: no settings, no options of the machine."""
    with socket.create_server((HOST, 0)) as probe:
        port = probe.getsockname()[1]
    jars = os.pathsep.join(map(str, runtime.classpath))
    java = str(runtime.java)
    command = [java, "-cp", jars, "org.languagetool.server.HTTPServer", "-p", str(port)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet, env=java_environment()) as process:
        try:
            _await(f"http://{HOST}:{port}", process)
            yield f"http://{HOST}:{port}"
        finally:
            process.kill()


def _await(url: str, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        try:
            if requests.get(f"{url}/v2/healthcheck", timeout=2).ok:
                return
        except requests.ConnectionError:
            time.sleep(0.2)
    raise RuntimeError(f"the server ended with {process.returncode}")
