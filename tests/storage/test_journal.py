"""The journal: whatever was written comes back, whatever is damaged is no trouble."""

import json
import os
import subprocess
import sys
import uuid
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.errors import JournalError
from editor.storage.draft import Draft
from editor.storage.journal import MAX_DECLINED_PER_FILE, RETENTION_DAYS, Journal
from editor.storage.load_save import digest
from editor.storage.processes import ProcessIdentity

TEXT = "---\ntitle: Salz\n---\n\n## Story {#story}\n\nGrüße.\n"
AT_WILL = st.text(st.characters(exclude_categories=[]), max_size=300)


@pytest.fixture(scope="session")
def gone() -> ProcessIdentity:
    """A process of this machine that has ended."""
    code = (
        "from editor.storage.processes import ProcessIdentity;"
        "print(ProcessIdentity.current().started)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as child:
        started = child.communicate()[0].strip()
    return ProcessIdentity(ProcessIdentity.current().host, child.pid, started)


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "journal")


def draft(gone: ProcessIdentity, text: str = TEXT, path: Path | None = None) -> Draft:
    return Draft(uuid.uuid4().hex, text, path, section="story", position=3, process=gone)


def test_process_that_runs_is_told_from_one_that_is_gone(gone: ProcessIdentity) -> None:
    assert ProcessIdentity.current().is_running
    assert not gone.is_running
    assert not replace(gone, pid=os.getpid()).is_running
    assert not replace(ProcessIdentity.current(), host="anderswo").is_running


def test_draft_comes_back_with_cursor_and_path(journal: Journal, gone: ProcessIdentity) -> None:
    written = draft(gone, path=Path("/nirgendwo/salz.md"))
    journal.write(written)
    (found,) = journal.abandoned()
    assert found.draft == replace(written, number=1)
    assert found.file_text is None


@given(AT_WILL)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_comes_back(tmp_path: Path, gone: ProcessIdentity, text: str) -> None:
    journal = Journal(tmp_path / uuid.uuid4().hex)
    journal.write(draft(gone, text))
    (found,) = journal.abandoned()
    # Two halves that stand side by side are their character.
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert found.draft.text == whole


def test_draft_of_a_running_process_is_its_own(journal: Journal) -> None:
    journal.write(draft(ProcessIdentity.current()))
    assert journal.abandoned() == ()


def test_draft_of_another_machine_is_offered(journal: Journal, gone: ProcessIdentity) -> None:
    journal.write(draft(replace(gone, host="anderswo")))
    assert len(journal.abandoned()) == 1


def test_newest_comes_first_whatever_the_clock_says(
    journal: Journal, gone: ProcessIdentity, tmp_path: Path
) -> None:
    journal.write(replace(draft(gone, "eins"), written=4e9))
    # The next start knows nothing but what is on the disk.
    Journal(tmp_path / "journal").write(replace(draft(gone, "zwei"), written=0.0))
    assert [found.draft.text for found in journal.abandoned()] == ["zwei", "eins"]


def test_what_the_file_holds_already_is_nothing_to_recover(
    journal: Journal, gone: ProcessIdentity, tmp_path: Path
) -> None:
    path = tmp_path / "salz.md"
    path.write_text(TEXT, "utf-8")
    journal.write(draft(gone, path=path))
    assert journal.abandoned() == ()
    path.write_text("anders", "utf-8")
    assert journal.abandoned() == ()


def test_what_the_file_holds_now_stands_beside_it(
    journal: Journal, gone: ProcessIdentity, tmp_path: Path
) -> None:
    path = tmp_path / "salz.md"
    path.write_text("alt", "utf-8")
    journal.write(draft(gone, path=path))
    assert [found.file_text for found in journal.abandoned()] == ["alt"]
    assert path.read_text("utf-8") == "alt"


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_no_other_user_may_read_it(journal: Journal, gone: ProcessIdentity, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        journal.write(draft(gone))
    finally:
        os.umask(before)
    folder = tmp_path / "journal"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [file.stat().st_mode & 0o777 for file in folder.iterdir()] == [0o600]


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def emptied(_: bytes) -> bytes:
    return b""


def zeroed(data: bytes) -> bytes:
    return data[:-40] + bytes(40)


def nested(_: bytes) -> bytes:
    return b"[" * 100_000


def another_kind(_: bytes) -> bytes:
    return b'{"sum": 1}\n[]'


def one_letter(data: bytes) -> bytes:
    return data.replace(b"Salz", b"Pelz")


DAMAGES = [cut, emptied, zeroed, nested, another_kind, one_letter]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_draft_is_set_aside_and_the_others_stay(
    journal: Journal, gone: ProcessIdentity, tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    bad, good = draft(gone), draft(gone, "heil")
    journal.write(bad)
    journal.write(good)
    file = tmp_path / "journal" / f"{bad.id}.json"
    file.write_bytes(damage(file.read_bytes()))
    assert [found.draft.text for found in journal.abandoned()] == ["heil"]
    assert not file.exists()
    assert file.with_name(f"{file.name}.damaged").exists()


@given(st.binary(max_size=200), st.integers(0, 1_000))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_bytes_are_trouble(
    tmp_path: Path, gone: ProcessIdentity, data: bytes, place: int
) -> None:
    folder = tmp_path / uuid.uuid4().hex
    written = draft(gone)
    Journal(folder).write(written)
    file = folder / f"{written.id}.json"
    whole = file.read_bytes()
    file.write_bytes(whole[:place] + data + whole[place + len(data) :])
    left = Journal(folder).abandoned()
    assert [found.draft.text for found in left] in ([], [TEXT])


def test_draft_of_a_newer_program_is_left_alone(
    journal: Journal, gone: ProcessIdentity, tmp_path: Path
) -> None:
    journal.write(draft(gone))
    running = {"process": ProcessIdentity.current().to_json()}
    files = []
    for values in ({}, {"process": gone.to_json()}, running):
        body = json.dumps({"version": 2, **values}).encode()
        files.append(tmp_path / "journal" / f"{uuid.uuid4().hex}.json")
        files[-1].write_bytes(json.dumps({"sum": digest(body)}).encode() + b"\n" + body)
    assert len(journal.abandoned()) == 1
    assert all(file.exists() for file in files)
    # A program that still writes it is no reason to say anything.
    assert journal.newer == {*files[:2]}


def test_what_was_being_written_at_a_kill_goes(
    journal: Journal, gone: ProcessIdentity, tmp_path: Path
) -> None:
    journal.write(draft(gone))
    torn = tmp_path / "journal" / f".{uuid.uuid4().hex}.json.abc.neu"
    torn.write_bytes(b"{")
    os.utime(torn, (0, 0))
    assert len(journal.abandoned()) == 1
    assert not torn.exists()


def test_what_another_window_is_writing_stays(
    journal: Journal, gone: ProcessIdentity, tmp_path: Path
) -> None:
    journal.write(draft(gone))
    first = tmp_path / "journal" / f".{uuid.uuid4().hex}.json.abc.neu"
    first.write_bytes(b"{")
    journal.abandoned()
    assert first.exists()


def test_journal_whose_folder_is_a_file_is_empty_and_says_why(
    tmp_path: Path, gone: ProcessIdentity
) -> None:
    (tmp_path / "journal").write_text("im Weg")
    journal = Journal(tmp_path / "journal")
    assert journal.abandoned() == ()
    with pytest.raises(JournalError, match="bitte sichern Sie") as caught:
        journal.write(draft(gone))
    assert "\n" not in caught.value.german


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_failed_write_leaves_the_last_one(
    journal: Journal,
    gone: ProcessIdentity,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    tmp_path: Path,
) -> None:
    written = draft(gone)
    journal.write(written)

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    with pytest.raises(JournalError, match="kein Platz"):
        journal.write(replace(written, text="neu"))
    monkeypatch.undo()
    assert [found.draft.text for found in journal.abandoned()] == [TEXT]
    assert len(list((tmp_path / "journal").iterdir())) == 1


def test_declined_draft_stays_for_its_days_of_use(
    journal: Journal, gone: ProcessIdentity, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = draft(gone)
    journal.write(written)
    journal.decline(written.id)
    for day in range(RETENTION_DAYS):
        # A clock that jumps by a century counts as one day like any other.
        monkeypatch.setattr("editor.storage.journal.today", lambda n=day: f"{2026 + n * 100}-01-01")
        assert [found.draft.declined for found in journal.abandoned()] == [True]
        assert len(journal.abandoned()) == 1
    monkeypatch.setattr("editor.storage.journal.today", lambda: "2026-01-02")
    assert journal.abandoned() == ()


def test_of_one_file_the_newest_declined_drafts_stay(
    journal: Journal, gone: ProcessIdentity
) -> None:
    for number in range(MAX_DECLINED_PER_FILE + 3):
        written = draft(gone, f"{number}", Path("/nirgendwo/salz.md"))
        journal.write(written)
        journal.decline(written.id)
    other = draft(gone, "anders")
    journal.write(other)
    journal.decline(other.id)
    left = [found.draft.text for found in journal.abandoned()]
    assert left == ["anders", *(f"{n}" for n in range(MAX_DECLINED_PER_FILE + 2, 2, -1))]


def test_removed_draft_is_gone(journal: Journal, gone: ProcessIdentity) -> None:
    written = draft(gone)
    journal.write(written)
    journal.remove(written.id)
    journal.remove(written.id)
    assert journal.abandoned() == ()
