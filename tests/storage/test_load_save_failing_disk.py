"""Every system call of a save fails in turn, in every way that a disk knows."""

import errno
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.errors import RezensentError
from editor.review.form import load_form
from editor.settings import Settings, load_settings, save_settings
from editor.storage import atomic_write, load_save, review_file
from editor.storage.backups import Backups
from editor.storage.draft import Draft
from editor.storage.file_errors import SaveError
from editor.storage.journal import Journal
from editor.storage.locks import Locks
from editor.storage.processes import ProcessIdentity
from tests.storage.failing import CODES, failing

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="descriptors are told by /proc")

NEVER = 10_000
OLD = review_file.new_review(load_form("film"), [("title", "Alt")]).with_text(
    "plot", "Alt. " * 9_000
)
NEW = OLD.with_fact("title", "Neu").with_text("plot", "Neu. " * 9_000)
OLD_DATA, NEW_DATA = (load_save.encode_utf8(review_file.dumps(review)) for review in (OLD, NEW))


def fresh(folder: Path) -> tuple[Path, str]:
    return folder / "neu.md", ""


def existing(folder: Path) -> tuple[Path, str]:
    path = folder / "alt.md"
    path.write_bytes(OLD_DATA)
    return path, load_save.digest(OLD_DATA)


def linked(folder: Path) -> tuple[Path, str]:
    target, known = existing(folder)
    for name in ("eins.md", "zwei.md"):
        (folder / name).symlink_to(target)
        target = folder / name
    return target, known


def told(error: RezensentError, code: int) -> None:
    """Check the sentences: whole ones, and none of the system's own words."""
    for sentence in (error.german, error.english):
        assert sentence.endswith(".")
        assert "\n" not in sentence
        assert "injected" not in sentence
        assert str(code) not in re.sub(r"\S*/\S*", "", sentence)
    assert os.strerror(code) not in error.german


def save(path: Path, known: str) -> load_save.SaveResult | load_save.SaveConflict:
    return (
        load_save.save_unless_changed(NEW, path, known)
        if known
        else load_save.save_review(NEW, path)
    )


def calls_of(folder: Path, work: Callable[[], object]) -> int:
    """Return how many system calls ``work`` makes."""
    with failing(folder) as calls:
        work()
    return len(calls.made)


def check_save(
    make: Callable[[Path], tuple[Path, str]], place: Path, numbers: range, code: int
) -> None:
    """Save while the calls ``numbers`` fail; check the file, what is said, and the next save."""
    place.mkdir()
    path, known = make(place)
    before, outcome = path.read_bytes() if known else None, load_save.SaveResult("")
    problem: SaveError | None = None
    try:
        with failing(place, numbers, code):
            saved = save(path, known)
            assert isinstance(saved, load_save.SaveResult)
            outcome = saved
    except SaveError as error:
        problem = error
    after = path.read_bytes() if path.exists() else None
    if problem is None:
        assert outcome.digest == load_save.digest(NEW_DATA)
        assert after == NEW_DATA
    else:
        told(problem, code)
        assert after == (NEW_DATA if problem.digest else before)
        known = problem.digest or known
    atomic_write.remove_leftovers(path.resolve())
    assert isinstance(save(path, known), load_save.SaveResult)
    assert path.read_bytes() == NEW_DATA
    assert not list(place.glob(f".*{atomic_write.TEMPORARY_SUFFIX}"))


@pytest.mark.parametrize("make", [fresh, existing, linked])
@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.__getitem__)
def test_save_with_a_failing_call_is_old_or_new_and_the_next_one_works(
    make: Callable[[Path], tuple[Path, str]], code: int, tmp_path: Path
) -> None:
    (tmp_path / "count").mkdir()
    path, known = make(tmp_path / "count")
    count = calls_of(tmp_path / "count", lambda: save(path, known))
    assert count >= 10
    for number in range(count):
        check_save(make, tmp_path / f"one {number}", range(number, number + 1), code)
        check_save(make, tmp_path / f"from {number}", range(number, NEVER), code)


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.__getitem__)
def test_load_with_a_failing_call_is_one_sentence(code: int, tmp_path: Path) -> None:
    path, _ = existing(tmp_path)
    for number in range(calls_of(tmp_path, lambda: load_save.load_review(path))):
        try:
            with failing(tmp_path, range(number, number + 1), code):
                loaded = load_save.load_review(path)
        except RezensentError as error:
            told(error, code)
        else:
            assert review_file.dumps(loaded.review).encode() == OLD_DATA
    assert path.read_bytes() == OLD_DATA


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.__getitem__)
def test_draft_with_a_failing_call_is_old_or_new(code: int, tmp_path: Path) -> None:
    old, new = Draft("a" * 32, "alt"), Draft("a" * 32, "neu")

    def written(folder: Path) -> Journal:
        journal = Journal(folder)
        journal.write(old)
        return journal

    journal = written(tmp_path / "count")
    count = calls_of(tmp_path / "count", lambda: journal.write(new))
    for number in range(count):
        folder = tmp_path / str(number)
        journal = written(folder)
        try:
            with failing(folder, range(number, number + 1), code):
                journal.write(new)
        except RezensentError as error:
            told(error, code)
            assert journal.contents()[0].count('"alt"') + journal.contents()[0].count('"neu"') == 1
        else:
            assert '"neu"' in journal.contents()[0]
        journal.write(new)
        assert ['"neu"' in text for text in journal.contents()] == [True]


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.__getitem__)
def test_lock_with_a_failing_call_does_not_prevent_writing(code: int, tmp_path: Path) -> None:
    def take(folder: Path) -> object:
        locks = Locks(folder / "locks", ProcessIdentity.current())
        assert locks.acquire(folder / "a.md") is None
        assert locks.other_owner(folder / "a.md") is None
        locks.release(folder / "a.md")
        return None

    for number in range(calls_of(tmp_path / "count", lambda: take(tmp_path / "count"))):
        with failing(tmp_path / str(number), range(number, number + 1), code):
            take(tmp_path / str(number))


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.__getitem__)
def test_version_with_a_failing_call_is_one_sentence_and_the_next_is_kept(
    code: int, tmp_path: Path
) -> None:
    def keep(folder: Path) -> object:
        return Backups(folder / "versions").add(folder / "a.md", NEW_DATA)

    for number in range(calls_of(tmp_path / "count", lambda: keep(tmp_path / "count"))):
        folder = tmp_path / str(number)
        try:
            with failing(folder, range(number, number + 1), code):
                keep(folder)
        except RezensentError as error:
            told(error, code)
        keep(folder)
        backups = Backups(folder / "versions")
        assert NEW_DATA in map(backups.read, backups.versions(folder / "a.md"))


@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.__getitem__)
def test_settings_with_a_failing_call_are_old_or_new(code: int, tmp_path: Path) -> None:
    old, new = Settings(author="Alt"), Settings(author="Neu")
    save_settings(tmp_path / "count", old)
    count = calls_of(tmp_path / "count", lambda: save_settings(tmp_path / "count", new))
    for number in range(count):
        folder = tmp_path / str(number)
        save_settings(folder, old)
        try:
            with failing(folder, range(number, number + 1), code):
                save_settings(folder, new)
        except RezensentError as error:
            told(error, code)
        assert load_settings(folder)[0].author in ("Alt", "Neu")
        assert [item.name for item in folder.iterdir()] == ["settings.json"]
