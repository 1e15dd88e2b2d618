"""Processes, and the scratch folders of running and of killed ones."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import psutil
import pytest
from psutil import _pslinux

from editor.storage.processes import (
    ProcessIdentity,
    ScratchFolder,
    _is_same_start,
    start_of,
)

_KILLED = """
import sys
from pathlib import Path
from editor.storage.processes import ProcessIdentity
from editor.storage.processes import ScratchFolder
ScratchFolder(Path(sys.argv[1]), ProcessIdentity.current()).path("geheim.pdf").write_text("x")
print("da", flush=True)
sys.stdin.read()
"""


def test_own_files_are_private_and_go(tmp_path: Path) -> None:
    scratch = ScratchFolder(tmp_path / "print", ProcessIdentity.current())
    path = scratch.path("salz.pdf")
    path.write_text("x")
    if os.name == "posix":
        assert path.parent.stat().st_mode & 0o077 == 0
    scratch.clear()
    assert not path.parent.exists()
    scratch.clear()


def test_only_what_a_killed_program_left_is_removed(tmp_path: Path) -> None:
    folder = tmp_path / "print"
    own = ScratchFolder(folder, ProcessIdentity.current())
    own.path("salz.pdf").write_text("x")
    with subprocess.Popen(
        [sys.executable, "-c", _KILLED, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "da\n"
        own.clear_abandoned()
        assert len(list(folder.glob("*/*.pdf"))) == 2
        other.kill()
    own.clear_abandoned()
    assert [path.name for path in folder.glob("*/*.pdf")] == ["salz.pdf"]


def test_without_a_folder_nothing_is_left(tmp_path: Path) -> None:
    ScratchFolder(tmp_path / "fehlt", ProcessIdentity.current()).clear_abandoned()
    assert not (tmp_path / "fehlt").exists()


def test_process_that_has_ended_is_not_running() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        identity = replace(ProcessIdentity.current(), pid=child.pid, started=start_of(child.pid))
        assert _is_same_start(identity.started, start_of(child.pid))
        assert not replace(identity, started=ProcessIdentity.current().started).is_running
        child.kill()
        # It is a zombie until its parent has asked for its end.
        while psutil.Process(child.pid).status() != psutil.STATUS_ZOMBIE:
            pass
        assert not identity.is_running
    assert not identity.is_running


def test_identity_comes_back_from_json() -> None:
    identity = ProcessIdentity.current()
    assert ProcessIdentity.from_json(json.loads(json.dumps(identity.to_json()))) == identity


@pytest.mark.parametrize("raw", [None, [], {}, {"host": "a", "pid": 0, "started": ""}])
def test_anything_else_is_not_a_process(raw: object) -> None:
    with pytest.raises(ValueError, match="not a process"):
        ProcessIdentity.from_json(raw)


@pytest.mark.skipif(sys.platform != "linux", reason="the note of Linux")
def test_note_is_that_of_the_version_before() -> None:
    stat = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
    boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    assert ProcessIdentity.current().started == f"{stat[19]} {boot}"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system notes it once")
def test_start_does_not_follow_the_clock_on_the_wall(monkeypatch: pytest.MonkeyPatch) -> None:
    before = ProcessIdentity.current().started
    monkeypatch.setattr(_pslinux, "boot_time", lambda: 4_000_000.0)
    assert ProcessIdentity.current().started == before


STARTED = datetime(2026, 11, 9, 18, 5, 1, tzinfo=UTC).timestamp()


@pytest.mark.parametrize(
    "note",
    [
        "Mon Nov  9 18:05:01 2026",
        str(int((STARTED + 11_644_473_600) * 10_000_000) + 1_234_567),
        f"{STARTED:.3f}",
    ],
)
def test_notes_of_other_systems_and_versions_are_compared_as_times(note: str) -> None:
    assert _is_same_start(note, f"{STARTED + 0.12:.3f}")
    assert not _is_same_start(note, f"{STARTED + 60:.3f}")
    assert not _is_same_start(note, "")


@pytest.mark.parametrize("note", ["", "1 nie", "gestern", "219421 868fb521-022e"])
def test_note_that_means_nothing_here_is_of_no_running_process(note: str) -> None:
    assert not replace(ProcessIdentity.current(), started=note).is_running
