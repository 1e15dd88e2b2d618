"""Keys that are pressed from the first paint on arrive, all and in order, on a busy machine.

The keys are those of a real X server; see first_keys_driver.py.
"""

import json
import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from editor.review.form import load_form
from editor.storage import load_save, review_file
from tests.gui.first_keys_driver import LAST
from tests.gui.x_server import x_server

STARTS = int(os.environ.get("REZENSENT_STARTS", "1"))
BUSY = [sys.executable, "-c", "while True: pass"]
PAUSE_MS = "6"
"""Pause between two keys: faster than anybody types, so that a short gap is noticed."""
MOST = 1_000
"""Words after which the preview must have come."""

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(
        any(shutil.which(program) is None for program in ("Xvfb", "xdotool")),
        reason="takes the Debian packages xvfb and xdotool",
    ),
]


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """Return the name of an X server."""
    with x_server("1280x800x24") as name:
        yield name


def typed(display: str, home: Path, *arguments: str) -> tuple[str, dict[str, Any]]:
    """Start the program and type from the first paint until the preview has come.

    Return what was typed and what the driver says.
    """
    environment = {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "REZENSENT_HOME": str(home),
    }
    command = [sys.executable, "-m", "tests.gui.first_keys_driver", *arguments]

    def press(*action: str) -> None:
        subprocess.run(["xdotool", *action], check=True, env=environment)

    with ExitStack() as stack:
        stack.callback(stack.enter_context(subprocess.Popen(BUSY)).kill)
        program = stack.enter_context(
            subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
            )
        )
        stack.callback(program.kill)
        assert program.stdout is not None
        native = program.stdout.readline().strip().decode()
        press("windowfocus", native)
        words: list[str] = []
        while not select.select([program.stdout], [], [], 0)[0] and len(words) < MOST:
            words.append(f"w{len(words):03}")
            press("type", "--delay", PAUSE_MS, f"{words[-1]} ")
        assert json.loads(program.stdout.readline()) == "preview"
        press("type", f"{LAST}")
        told: dict[str, Any] = json.loads(program.stdout.readline())
    return " ".join(words), told


@pytest.mark.parametrize("number", range(STARTS))
def test_no_key_is_lost_from_the_first_paint_on(number: int, display: str, tmp_path: Path) -> None:
    path = tmp_path / f"salz {number}.md"
    review = review_file.new_review(load_form("film"), [("title", "Salz")])
    load_save.save_review(review.with_text("story", "Anfang."), path)
    words, told = typed(display, tmp_path / "home", str(path))
    assert told["texts"]["story"] == f"{words} {LAST}Anfang."
    assert len(told["natives"]) == 1
