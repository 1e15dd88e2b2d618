"""One writer per file, whatever its name, and no trouble from those that are gone."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from editor.storage.locks import Locks
from editor.storage.processes import ProcessIdentity

SAY = (
    "from editor.storage.processes import ProcessIdentity;"
    "print(ProcessIdentity.current().started, flush=True);"
)
TAKE = (
    "import sys; from pathlib import Path; from editor.storage.locks import Locks;"
    "from editor.storage.processes import ProcessIdentity;"
    "locks = Locks(Path(sys.argv[1]), ProcessIdentity.current());"
    "print(locks.acquire(Path(sys.argv[2])) is None, flush=True);"
    "input()"
)


@pytest.fixture
def other() -> Iterator[ProcessIdentity]:
    """A program that runs."""
    with subprocess.Popen(
        [sys.executable, "-c", SAY + "input()"],
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        yield ProcessIdentity(
            ProcessIdentity.current().host, child.pid, child.stdout.readline().strip()
        )
        child.communicate("\n")


@pytest.fixture
def mine(tmp_path: Path) -> Locks:
    return Locks(tmp_path / "locks", ProcessIdentity.current())


def test_second_one_is_told_who_holds_it(
    mine: Locks, other: ProcessIdentity, tmp_path: Path
) -> None:
    path = tmp_path / "salz.md"
    theirs = Locks(tmp_path / "locks", other)
    assert theirs.acquire(path) is None
    holder = mine.acquire(path)
    assert holder is not None
    assert holder.process == other
    assert mine.other_owner(path) == holder
    assert theirs.other_owner(path) is None
    theirs.release(path)
    assert mine.acquire(path) is None


def test_same_file_under_another_name_is_the_same(
    mine: Locks, other: ProcessIdentity, tmp_path: Path
) -> None:
    path, link = tmp_path / "salz.md", tmp_path / "verweis.md"
    path.write_text("x")
    link.symlink_to(path)
    Locks(tmp_path / "locks", other).acquire(path)
    assert mine.acquire(link) is not None
    assert mine.acquire(tmp_path / "." / "salz.md") is not None
    assert mine.acquire(tmp_path / "pfeffer.md") is None


def test_lock_of_a_dead_process_is_taken_over(mine: Locks, tmp_path: Path) -> None:
    gone = replace(ProcessIdentity.current(), started="ein anderes Mal")
    Locks(tmp_path / "locks", gone).acquire(tmp_path / "salz.md")
    assert mine.acquire(tmp_path / "salz.md") is None


def test_lock_of_another_machine_yields_to_force_only(mine: Locks, tmp_path: Path) -> None:
    path = tmp_path / "salz.md"
    Locks(tmp_path / "locks", replace(ProcessIdentity.current(), host="anderswo")).acquire(path)
    assert mine.acquire(path) is not None
    assert mine.acquire(path, force=True) is None


def test_live_lock_yields_to_no_force(mine: Locks, other: ProcessIdentity, tmp_path: Path) -> None:
    Locks(tmp_path / "locks", other).acquire(tmp_path / "salz.md")
    assert mine.acquire(tmp_path / "salz.md", force=True) is not None


def test_lock_is_released_by_its_owner_only(
    mine: Locks, other: ProcessIdentity, tmp_path: Path
) -> None:
    Locks(tmp_path / "locks", other).acquire(tmp_path / "salz.md")
    mine.release(tmp_path / "salz.md")
    assert mine.acquire(tmp_path / "salz.md") is not None


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff", b"[1]", b'{"process": 3, "since": 1}'])
def test_damaged_lock_counts_as_free(
    mine: Locks, other: ProcessIdentity, tmp_path: Path, damage: bytes
) -> None:
    Locks(tmp_path / "locks", other).acquire(tmp_path / "salz.md")
    (lock,) = (tmp_path / "locks").glob("*.lock")
    lock.write_bytes(damage)
    assert mine.acquire(tmp_path / "salz.md") is None


def test_without_a_usable_folder_every_file_counts_as_free(tmp_path: Path) -> None:
    (tmp_path / "locks").write_text("im Weg")
    locks = Locks(tmp_path / "locks", ProcessIdentity.current())
    assert locks.acquire(tmp_path / "salz.md") is None
    locks.release(tmp_path / "salz.md")


@pytest.mark.skipif(os.name == "nt", reason="starts many processes")
def test_of_many_that_come_at_once_one_gets_a_stale_lock(tmp_path: Path) -> None:
    path = tmp_path / "salz.md"
    gone = replace(ProcessIdentity.current(), started="ein anderes Mal")
    Locks(tmp_path / "locks", gone).acquire(path)
    command = [sys.executable, "-c", TAKE, str(tmp_path / "locks"), str(path)]
    children = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True)
        for _ in range(6)
    ]
    answers = [child.stdout.readline().strip() for child in children if child.stdout]
    for child in children:
        child.communicate("\n")
    assert sorted(answers) == ["False"] * 5 + ["True"]
