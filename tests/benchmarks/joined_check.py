"""``rezensent check`` while a window is open, against one that starts its own LanguageTool."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from editor.languagetool.engine import Engine
from editor.languagetool.runtime import locate
from editor.languagetool.shared.server_registry import ServerRegistry
from editor.paths import sample_path
from editor.settings import Folders
from tests.benchmarks.ratio import Ratio, interleaved, timed


def compare() -> Iterator[Ratio]:
    """Check the sample review in a process of its own."""
    data = Folders.default().data
    with tempfile.TemporaryDirectory() as joined, tempfile.TemporaryDirectory() as alone:
        for home in (joined, alone):
            Folders.below(Path(home)).data.symlink_to(data)
        registry = ServerRegistry.of(Folders.below(Path(joined)))
        with Engine(lambda: locate(data), registry=registry) as engine:
            engine.wait_ready()
            yield Ratio(
                "check, joined",
                "The command check with the LanguageTool of a window, against a check that starts "
                "its own.",
                interleaved(
                    lambda: timed(partial(_check, joined)),
                    lambda: timed(partial(_check, alone)),
                    rounds=3,
                ),
                aim=1 / 3,
            )


def _check(home: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "editor", "check", str(sample_path())],
        env={**os.environ, "REZENSENT_HOME": home},
        capture_output=True,
        check=False,
    )
