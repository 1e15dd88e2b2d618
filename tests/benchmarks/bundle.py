"""From the start of the process to the first paint of the window, in a bundle and from source.

Not part of ``make bench``, which has no bundle:
``python -m tests.benchmarks.bundle build/bundle/rezensent/rezensent``.
"""

import os
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from editor.paths import sample_path
from tests.benchmarks.ratio import HEADER, Ratio, interleaved

_PAINTED = b"Flushing"
"""Qt says so when it shows what a window has painted, in its category qt.widgets.painting."""


def compare(program: Path) -> Ratio:
    """Start the program of a bundle and the source in turn, each with the sample."""
    source = [sys.executable, "-m", "editor"]
    return Ratio(
        "bundle",
        "From the start of the process to the first paint of the window, against that from source.",
        interleaved(partial(_start, [str(program)]), partial(_start, source), rounds=7),
        aim=1.2,
    )


def _start(command: list[str]) -> float:
    """Return the seconds until the window has painted; the process is killed then."""
    with tempfile.TemporaryDirectory() as home:
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment |= {"REZENSENT_HOME": home, "QT_LOGGING_RULES": "qt.widgets.painting=true"}
        environment |= {"QT_QPA_PLATFORM": environment.get("QT_QPA_PLATFORM", "offscreen")}
        begin = time.perf_counter()
        with subprocess.Popen(
            [*command, str(sample_path())],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=environment,
        ) as process:
            assert process.stderr is not None
            painted = any(_PAINTED in line for line in process.stderr)
            seconds = time.perf_counter() - begin
            process.kill()
    if not painted:
        raise RuntimeError(f"{command[0]}: nothing was painted")
    return seconds


if __name__ == "__main__":
    sys.stdout.write(f"{HEADER}\n{compare(Path(sys.argv[1]).resolve()).lines()}")
