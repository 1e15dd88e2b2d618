"""LanguageTool from the start of its process to the findings of a review, against a stock one."""

import os
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import psutil

from editor.languagetool.checker import Checker
from editor.languagetool.local_server import LocalServer
from editor.languagetool.recipe import Recipe
from editor.languagetool.runtime import Runtime, java_environment, locate
from editor.languagetool.transport import RemoteTransport
from editor.markdown.plaintext import plain_text
from editor.settings import Folders
from tests.benchmarks.ratio import Pairs, Ratio, interleaved, mebibytes

_SENTENCE = "Das ist ein Sazt mit einem Fehler."
"""Loads everything; the engine checks such a sentence before the first text."""
_REVIEW = Path(__file__).parents[1] / "data" / "corpus" / "apfelschnee.md"
_PAUSE = 6.0
"""Seconds after the review: our Java gives native memory back every five."""
_DEADLINE = 600.0
"""Seconds for the stock server to answer after its start."""


class _Start(NamedTuple):
    cpu: float
    seconds: float
    resident: float
    """Bytes some seconds after the review."""


def compare() -> Iterator[Ratio]:
    """Start ours, with its cache, and LanguageTool's own server from the same jars and Java."""
    runtime, review = locate(Folders.default().data), plain_text(_REVIEW.read_text("utf-8")).text
    rounds = interleaved(
        lambda: _measure(lambda: _ours(runtime), review),
        lambda: _measure(lambda: _stock(runtime), review),
        rounds=3,
        warm_up=0,
    )
    until = f"until a sentence and a review of {len(review.split())} words are checked"
    stock = "against LanguageTool's own server with Java's own settings"
    yield Ratio(
        "languagetool cpu",
        f"CPU time of LanguageTool {until}, {stock}.",
        _column(rounds, lambda start: start.cpu),
        aim=0.5,
    )
    yield Ratio(
        "languagetool wall",
        f"From the start of the process {until}, {stock}.",
        _column(rounds, lambda start: start.seconds),
    )
    yield Ratio(
        "languagetool memory",
        f"Resident memory of LanguageTool {_PAUSE:.0f} s after that, {stock}.",
        _column(rounds, lambda start: start.resident),
        shown=mebibytes,
    )


def _column(rounds: list[tuple[_Start, _Start]], value: Callable[[_Start], float]) -> Pairs:
    return [(value(ours), value(stock)) for ours, stock in rounds]


def _measure(start: Callable[[], Iterator[tuple[int, Checker]]], review: str) -> _Start:
    begin = time.perf_counter()
    with contextmanager(start)() as (pid, checker):
        for text in (_SENTENCE, review):
            checker.check(text)
        seconds, process = time.perf_counter() - begin, psutil.Process(pid)
        times = process.cpu_times()
        time.sleep(_PAUSE)
        return _Start(times.user + times.system, seconds, float(process.memory_info().rss))


def _ours(runtime: Runtime) -> Iterator[tuple[int, Checker]]:
    server = LocalServer.start(runtime)
    try:
        yield server.pid, Checker(server.url, server.transport)
    finally:
        server.stop(grace=0)


def _stock(runtime: Runtime) -> Iterator[tuple[int, Checker]]:
    recipe = Recipe.load()
    jars = os.pathsep.join(jar.name for jar in (recipe.server, *recipe.others))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    server = ["org.languagetool.server.HTTPServer", "--config", str(recipe.properties)]
    with subprocess.Popen(
        [str(runtime.java), "-cp", jars, *server, "--port", port],
        cwd=runtime.folder,
        env=java_environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            _await(int(port))
            yield process.pid, Checker(f"http://127.0.0.1:{port}", RemoteTransport().request)
        finally:
            process.kill()


def _await(port: int) -> None:
    """Return when something listens on ``port``; raise TimeoutError after ``_DEADLINE``."""
    end = time.monotonic() + _DEADLINE
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise TimeoutError(port)
