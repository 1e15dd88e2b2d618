"""The program as a screen reader on Linux knows it: over AT-SPI, with a real X server.

The daily tests ask Qt itself, see test_dialogs_access.py.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any

import pytest

from editor.paths import sample_path
from tests.gui.test_dialogs_access import DIALOGS, WITHOUT_ROLE

pytest.importorskip("jeepney", reason="takes the package jeepney")

from tests.gui.at_spi import Accessible, AtSpi, GoneError
from tests.gui.x_server import x_server

PLAIN = {"filler", "unknown", "invalid", "panel"}
"""Roles that say nothing about what an object is for."""
CELLS = {"cell", "tree item"}
"""Roles of what may be empty: a command without keys, a folder without a size."""
PATIENCE_S = 60
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(
        any(shutil.which(program) is None for program in ("Xvfb", "dbus-daemon"))
        or not LAUNCHER.exists(),
        reason="takes the Debian packages xvfb, dbus-daemon and at-spi2-core",
    ),
]


def started(
    stack: ExitStack, *command: str, env: dict[str, str] | None = None
) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    program = subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True, env=env
    )
    stack.enter_context(program)
    stack.callback(program.kill)
    return program


def first_line(stream: IO[str] | None) -> str:
    assert stream is not None
    return stream.readline().strip()


class Listened:
    """The program and its tree."""

    def __init__(self, bus: AtSpi, send: Callable[[str], None]) -> None:
        self._bus, self._send = bus, send

    @property
    def program(self) -> Accessible:
        found: Accessible = waited(lambda: next(iter(self._bus.applications), None))
        return found

    @property
    def windows(self) -> dict[str, Accessible]:
        return {window.name: window for window in self.program.children if window.name}

    def opened_by(self, verb: str) -> Accessible:
        """Return the window that the action ``verb`` opens."""
        before = set(self.windows)
        self._send(verb)
        opened = waited(lambda: set(self.windows) - before)
        return self.windows[opened.pop()]


def waited(get: Callable[[], Any]) -> Any:
    """Return what ``get`` returns once it is something."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        try:
            if found := get():
                return found
        except GoneError:
            pass
        time.sleep(0.1)
    raise AssertionError("nothing came")


@pytest.fixture(scope="module")
def listened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Listened]:
    home = tmp_path_factory.mktemp("accessibility")
    review = home / sample_path().name
    shutil.copyfile(sample_path(), review)
    with ExitStack() as stack:
        display = {**os.environ, "DISPLAY": stack.enter_context(x_server("1400x900x24"))}
        daemon = ("dbus-daemon", "--session", "--nofork", "--print-address")
        own = {"XDG_RUNTIME_DIR": str(home), "XDG_CACHE_HOME": str(home)}
        session = started(stack, *daemon, env={**display, **own})
        address = first_line(session.stdout)
        bus = AtSpi(address)
        stack.callback(bus.close)
        bus.enable()
        environment = {
            **display,
            "DBUS_SESSION_BUS_ADDRESS": address,
            "QT_QPA_PLATFORM": "xcb",
            "REZENSENT_HOME": str(home / "home"),
        }
        command = (sys.executable, "-m", "tests.gui.accessibility_driver", str(review))
        program = started(stack, *command, env=environment)

        def send(verb: str) -> None:
            assert program.stdin is not None
            program.stdin.write(f"{verb}\n")
            program.stdin.flush()

        yield Listened(bus, send)


def faults(window: Accessible) -> list[str]:
    """Return what is missing of the objects of ``window`` that take the keyboard focus."""
    found = []
    for node in window.tree():
        try:
            found += [f"{node.role} {node.name}: {what}" for what in missing(node)]
        except GoneError:
            continue
    return found


def missing(node: Accessible) -> Iterator[str]:
    if not node.takes_focus:
        return
    role, path = node.role, node.identifier
    if not node.name and not node.labels and role not in CELLS:
        yield "no name"
    in_page = "QWebEngineView" in path
    if role in PLAIN and not in_page and not path.endswith(WITHOUT_ROLE):
        yield "no role"
    if role == "combo box" and not in_page and not node.labels:
        yield "no label"
    if role in {"spin box", "slider"}:
        assert isinstance(node.value, float)


def headings_of_page(program: Accessible) -> list[str]:
    """Return the headings of the preview, whose document is another one once it is loaded."""
    pages = (node for node in program.tree() if node.role == "web document")
    return [node.name for page in pages for node in page.tree() if node.role == "heading"]


def test_program_has_a_name_and_the_preview_a_tree(listened: Listened) -> None:
    assert listened.program.name == "Rezensent"
    headings = waited(lambda: headings_of_page(listened.program))
    assert "Story" in headings


def test_every_stop_of_the_window_has_role_name_and_value(listened: Listened) -> None:
    window = next(w for title, w in listened.windows.items() if title.startswith("Das Salzarchiv"))
    ratings = [node.value for node in window.tree() if node.role == "spin box"]
    assert 7.5 in ratings
    assert faults(window) == []


@pytest.mark.parametrize("verb", DIALOGS)
def test_every_stop_of_a_dialog_has_role_name_and_value(listened: Listened, verb: str) -> None:
    assert faults(listened.opened_by(verb)) == []
