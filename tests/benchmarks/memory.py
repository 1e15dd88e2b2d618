"""Memory of the running program without Java, against a bare page with a text edit beside it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import partial

import psutil

from tests.benchmarks.ratio import Ratio, interleaved, mebibytes


def compare() -> Iterator[Ratio]:
    """Open the sample with its preview, and a QWebEngineView beside a QTextEdit."""
    yield Ratio(
        "memory",
        "Proportional set size of the program and Chromium's processes, the sample and its preview "
        "shown, without Java, against a QWebEngineView beside a QTextEdit.",
        interleaved(partial(_measure, "editor"), partial(_measure, "view"), rounds=3, warm_up=0),
        aim=1.3,
        shown=mebibytes,
    )


def _measure(window: str) -> float:
    """Return the bytes that the processes of ``window`` take once it has settled."""
    command = [sys.executable, "-m", "tests.benchmarks.settled_window", window]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        if not process.stdout.readline():
            raise RuntimeError(f"{window}: nothing was shown")
        root = psutil.Process(process.pid)
        size = sum(map(_size, (root, *root.children(recursive=True))))
        process.stdin.close()
    return size


def _size(process: psutil.Process) -> float:
    with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
        # Pages that processes share are counted once, in parts.
        return 0.0 if process.name() == "java" else float(process.memory_full_info().pss)
    return 0.0
