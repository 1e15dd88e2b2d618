"""SIGKILL while LanguageTool runs or starts: nothing outlives the program or stays on the disk.

“make soak” kills 60 times, a third of it while LanguageTool starts. A daily run leaves it out: each
kill takes a start of Java.
"""

import json
import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from editor.languagetool.runtime import Runtime
from editor.storage import load_save
from editor.storage.locks import Locks
from editor.storage.processes import ProcessIdentity
from tests.gui.test_app_kill import DRIVER, EMPTY, PATIENCE_S, ROUNDS, checked, report, wait_for

pytestmark = [
    pytest.mark.soak,
    pytest.mark.languagetool,
    pytest.mark.skipif(os.name != "posix", reason="SIGKILL"),
]

KILLS = ROUNDS // 5


@pytest.fixture
def home(tmp_path: Path, languagetool: Runtime) -> Path:
    """Home of a program with the LanguageTool of this account, which it shares with nobody."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "data").symlink_to(languagetool.folder.parent)
    return home


def ready(home: Path) -> bool:
    """Whether a LanguageTool of the program answers on its port."""
    records = (home / "state" / "languagetool").glob("*.json")
    return any(json.loads(record.read_bytes())["port"] for record in records)


def starts(program: psutil.Process) -> bool:
    """Whether the program has started a Java."""
    return any("java" in child.name() for child in program.children())


def wait_until(condition: Callable[[], bool]) -> None:
    """Polls: nobody signals across processes."""
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.005)


@pytest.mark.parametrize("number", range(KILLS))
def test_kill_beside_languagetool_leaves_nothing_behind(
    number: int, home: Path, tmp_path: Path
) -> None:
    chance = random.Random(number)  # noqa: S311 (a test that can be repeated)
    path, log, temporary = tmp_path / "salz.md", home / "log", tmp_path / "temporary"
    temporary.mkdir()
    load_save.save_review(EMPTY, path)
    environment = {**os.environ, "REZENSENT_HOME": str(home), "TMPDIR": str(temporary)}
    words = chance.randint(40, 400)
    command = [*DRIVER, str(path), str(log), str(words), "-"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as program:
        process = psutil.Process(program.pid)
        try:
            wait_until(lambda: starts(process))
            if number % 3:
                wait_until(lambda: ready(home))
                wait_for(log, "typed", 1, program)
            time.sleep(chance.uniform(0, 4))
        finally:
            others = process.children(recursive=True)
            at = time.monotonic_ns()
            program.send_signal(signal.SIGKILL)
    assert others
    loss = checked(path, home, at)
    _, alive = psutil.wait_procs(others, timeout=PATIENCE_S)
    assert alive == []
    assert [left.name for left in temporary.iterdir()] == []
    locks = Locks(home / "state" / "journal" / "locks", ProcessIdentity.current())
    assert locks.other_owner(path) is None
    report(number, loss, len(others))
