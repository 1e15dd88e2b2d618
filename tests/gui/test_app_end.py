"""The program ends whatever its workers do, and when the system tells it to."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from editor.review.form import load_form
from editor.storage import load_save, review_file
from editor.storage.journal import Journal
from tests.gui.test_app_kill import ROUNDS, events, last_word, wait_for

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="signals, and processes to look at")

PATIENCE_S = 120
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
SHORT = 4
"""Rounds of a daily run, which sends one of the signals and has one kind of stuck job."""
WATCHED = """
import atexit, runpy
atexit.register(print, "collected")
runpy.run_module("tests.gui.kill_driver", run_name="__main__", alter_sys=True)
"""
"""Runs the driver; says so if the interpreter comes to its end, after that of Qt."""
EMPTY = review_file.new_review(load_form("film"), [("title", "Salz")]).with_text("story", "Anfang")


@pytest.fixture
def salt(tmp_path: Path) -> Path:
    path = tmp_path / "salz.md"
    load_save.save_review(EMPTY, path)
    (tmp_path / "home").mkdir()
    return path


def started(command: list[str], home: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command,
        env={**os.environ, "REZENSENT_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def locks(home: Path) -> list[Path]:
    return list((home / "state" / "journal" / "locks").glob("*.lock"))


def report(name: str, seconds: float) -> None:
    """Leave the figures where REZENSENT_FIGURES says, for the note."""
    figures = os.environ.get("REZENSENT_FIGURES")
    if figures:
        with Path(figures).open("a", encoding="ascii") as file:
            file.write(f"{name} {seconds:.2f}\n")


@pytest.mark.soak
@pytest.mark.parametrize("which", ["read", "write"] if ROUNDS > SHORT else ["read"])
def test_quitting_waits_for_no_worker_that_never_ends(which: str, salt: Path) -> None:
    home = salt.parent / "home"
    command = [sys.executable, "-m", "tests.gui.stuck_driver", str(salt), which]
    with started(command, home) as program:
        try:
            output, errors = program.communicate(timeout=PATIENCE_S)
        finally:
            program.kill()
    ended = time.monotonic_ns()
    assert program.returncode == 0, errors.decode()
    report(f"quit-{which}", (ended - int(output)) / 1e9)
    if which == "read":
        assert locks(home) == []


@pytest.mark.soak
@pytest.mark.parametrize("number", SIGNALS if ROUNDS > SHORT else SIGNALS[:1])
def test_signal_writes_the_journal_and_ends_the_program(number: signal.Signals, salt: Path) -> None:
    home, log = salt.parent / "home", salt.parent / "log"
    command = [sys.executable, "-c", WATCHED, str(salt), str(log), "1000000", "-"]
    with started(command, home) as program:
        try:
            wait_for(log, "typed", 20, program)
            helpers = psutil.Process(program.pid).children(recursive=True)
            asked, typed = time.monotonic(), events(log)[-1].number
            program.send_signal(number)
            output, errors = program.communicate(timeout=PATIENCE_S)
        finally:
            program.kill()
    report(number.name, time.monotonic() - asked)
    assert program.returncode == 128 + number
    assert b"Traceback" not in errors
    assert output == b"", "what is collected after the application may crash"
    (found,) = Journal(home / "state" / "journal").abandoned()
    assert last_word(review_file.parse(found.draft.text).text("story") + " ") >= typed
    assert load_save.load_review(salt).review.text("story") == "Anfang"
    assert locks(home) == []
    _, alive = psutil.wait_procs(helpers, timeout=PATIENCE_S)
    assert alive == []
