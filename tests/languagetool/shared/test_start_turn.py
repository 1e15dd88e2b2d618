"""Programs that start at the same time: one after the other."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from editor.languagetool.shared import start_turn
from editor.languagetool.shared.start_turn import StartTurn

WAIT = 60.0


@pytest.mark.parametrize("ends", [True, False])
def test_the_second_waits_for_the_end_of_the_first_turn(tmp_path: Path, ends: bool) -> None:
    order: list[str] = []
    reached = threading.Event()

    def second() -> None:
        reached.set()
        with StartTurn(tmp_path):
            order.append("second")

    thread = threading.Thread(target=second)
    with StartTurn(tmp_path) as turn:
        thread.start()
        assert reached.wait(WAIT)
        order.append("first")
        if ends:
            turn.end()
            thread.join(WAIT)
    thread.join(WAIT)

    assert order == ["first", "second"]


def test_a_turn_that_does_not_end_is_not_waited_for_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start_turn, "_WAIT", 0.1)
    with StartTurn(tmp_path), StartTurn(tmp_path) as second:
        second.end()


def test_a_folder_without_a_lock_takes_no_turns(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "lock").write_text("not a database, and longer than its header" * 9)
    for folder in (None, tmp_path / "file", tmp_path):
        with StartTurn(folder):
            pass
    with closing(sqlite3.connect(tmp_path / "lock")) as lock, pytest.raises(sqlite3.DatabaseError):
        lock.execute("BEGIN EXCLUSIVE")
