"""From the start of the process to the first paint of the form, against an empty window."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial

from tests.benchmarks.ratio import Ratio, interleaved


def compare() -> Iterator[Ratio]:
    """Start with the sample and the folders of the account; nothing waits for LanguageTool."""
    yield Ratio(
        "start",
        "From the start of the process to the first paint of the window, the sample on its way, "
        "against an empty QMainWindow.",
        interleaved(partial(_start, "editor"), partial(_start, "empty"), rounds=5),
    )


def _start(window: str) -> float:
    """Return the seconds until the process says that it has painted; it then ends by itself."""
    begin = time.perf_counter()
    command = [sys.executable, "-m", "tests.benchmarks.first_paint", window]
    # As on a writer's machine: compiled once, in the round that warms up, and not at every start.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        seconds = time.perf_counter() - begin
    if process.returncode or not said:
        raise RuntimeError(f"{window}: nothing was painted, status {process.returncode}")
    return seconds
