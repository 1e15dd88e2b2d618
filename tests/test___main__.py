"""``python -m editor`` as the main module of a process that spawns others."""

import os
import signal
import subprocess
import sys

import pytest

_DRIVER = """
import multiprocessing, runpy, sys
from editor.cli import main as cli
from editor.export.paged.typst import TypstJob, compile_pdf

freeze, order = multiprocessing.freeze_support, []

def run(arguments, window):
    # This interpreter is no bundle, and spawns as such.
    del sys.frozen
    print(*order, compile_pdf(TypstJob(b"= Salz", "{}", {}), seconds=60)[:5])
    return 7

multiprocessing.freeze_support = lambda: (order.append("bundle"), freeze())
cli.run, sys.frozen = run, True
runpy.run_module("editor", run_name="__main__", alter_sys=True)
"""
"""Runs the module as -m does, with Typst in the place of the command line."""


def test_typst_is_spawned_by_the_program_itself_and_a_bundle_knows_its_children_first() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _DRIVER], capture_output=True, text=True, check=False, timeout=120
    )
    assert ended.stderr == ""
    assert ended.stdout == "bundle b'%PDF-'\n"
    assert ended.returncode == 7


_BUNDLED_VOICE = """
import runpy, sys
sys.frozen = True
sys.argv[1:] = ["-m", "editor.gui.speech.tts_process", "mock", "de", "60"]
runpy.run_module("editor", run_name="__main__", alter_sys=True)
"""
"""In a bundle ``sys.executable`` is the program, whatever is asked of it."""


def test_a_bundle_is_also_the_program_that_speaks() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _BUNDLED_VOICE],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ended.stdout == '{"voice": "no voice"}\n'
    assert ended.returncode == 0


_INTERRUPTED = """
import runpy, signal, sys
from importlib.abc import MetaPathFinder

class Interruption(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "editor.gui.app":
            signal.raise_signal(signal.SIGINT)

sys.meta_path.insert(0, Interruption())
runpy.run_module("editor", run_name="__main__", alter_sys=True)
"""
"""Presses Ctrl+C while the window is imported."""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_interruption_while_the_program_starts_ends_it_without_an_exception() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _INTERRUPTED],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ended.stderr == ""
    assert ended.returncode == -signal.SIGINT


_NO_CONSOLE = """
import runpy, sys
sys.stdin = sys.stdout = sys.stderr = None
sys.argv[1:] = {arguments!r}
runpy.run_module("editor", run_name="__main__", alter_sys=True)
"""


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--help"], 0),
        (["--version"], 0),
        (["check", "--help"], 0),
        (["--no-such-option"], 2),
        (["export"], 2),
        (["stats", "no such file.md"], 2),
        (["stats", "-"], 0),
        ([], 2),
    ],
)
def test_a_program_without_a_console_ends_as_with_one(arguments: list[str], status: int) -> None:
    """Windows gives a program with a window no standard streams."""
    nowhere = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    ended = subprocess.run(
        [sys.executable, "-c", _NO_CONSOLE.format(arguments=arguments)],
        check=False,
        capture_output=True,
        timeout=120,
        env={**os.environ, **nowhere},
    )
    assert (ended.returncode, ended.stdout) == (status, b"")
