"""A monitor is switched off or unplugged: what was on it is to be seen on the one that stays.

The monitors are those of a real X server; see screen_driver.py.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from editor.gui.screen_fit import brought_inside
from tests.gui.workspace.screen_driver import MONITORS
from tests.gui.x_server import x_server

PATIENCE_S = 120
AREA = QRect(1920, 40, 1280, 680)
SMALL = AREA.size() / 2
without_screens = pytest.mark.skipif(
    any(shutil.which(program) is None for program in ("Xvfb", "xrandr")),
    reason="takes the Debian packages xvfb and x11-xserver-utils",
)
x = st.integers(-4000, 8000)
length = st.integers(1, 4000)
frames = st.builds(QRect, x, x, length, length)


@given(frames)
def test_frame_comes_inside_and_is_as_large_as_there_is_room(frame: QRect) -> None:
    brought = brought_inside(frame, AREA)
    assert AREA.contains(brought)
    assert brought.size() == frame.size().boundedTo(AREA.size())


@given(st.integers(0, SMALL.width()), st.integers(0, SMALL.height()))
def test_frame_that_is_inside_stays(right: int, down: int) -> None:
    frame = QRect(AREA.topLeft(), SMALL).translated(right, down)
    assert brought_inside(frame, AREA) == frame


@pytest.fixture
def display(gone: str) -> Iterator[str]:
    """Return the name of an X server that has the two monitors."""
    # Without -noreset the server forgets them as soon as xrandr has left.
    with x_server("3200x1080x24", "-noreset") as name:
        for monitor, place in MONITORS.items():
            # The server's one output would be a monitor of its own if it went with the other.
            output = "none" if monitor == gone else "screen"
            command = ["xrandr", "-d", name, "--setmonitor", monitor, place, output]
            subprocess.run(command, check=True, capture_output=True)
        yield name


def seen(display: str, home: Path, *asked: str) -> dict[str, Any]:
    """Run the program as a person does who takes a monitor away."""
    own = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "REZENSENT_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.workspace.screen_driver", *asked],
        env={**os.environ, **own},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


@without_screens
@pytest.mark.parametrize("opens", ["nothing", "dialog", "list"])
@pytest.mark.parametrize("gone", ["left", "right"])
def test_everything_comes_to_the_monitor_that_stays(
    display: str, gone: str, opens: str, tmp_path: Path
) -> None:
    told = seen(display, tmp_path, gone, opens)
    # What was hidden on the one monitor is shown on the other, as it was.
    assert told["hidden there"]
    assert not told["hidden here"]
    assert told["layouts"] == ["1280x720@1", "1920x1080@1"]
    assert not told["popups"]
