"""Files: read as they are, replaced as a whole, and never by accident."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.errors import ReviewFileError
from editor.paths import sample_path
from editor.review.form import load_form
from editor.storage import load_save
from editor.storage.file_location import location_of
from editor.storage.review_file import new_review

REVIEW = new_review(load_form("film"), [("title", "Grüße")])


def test_saved_review_is_loaded_again(tmp_path: Path) -> None:
    path = tmp_path / "rezension.md"
    load_save.save_review(REVIEW, path)
    assert load_save.load_review(path).review.title == "Grüße"
    assert [item.name for item in tmp_path.iterdir()] == ["rezension.md"]


def test_unchanged_review_is_saved_byte_identical(tmp_path: Path) -> None:
    path = tmp_path / "kopie.md"
    load_save.save_review(load_save.load_review(sample_path()).review, path)
    assert path.read_bytes() == sample_path().read_bytes()


def test_symbolic_link_stays_one(tmp_path: Path) -> None:
    target, link = tmp_path / "ziel.md", tmp_path / "verweis.md"
    target.write_text("alt")
    link.symlink_to(target)
    load_save.save_review(REVIEW, link)
    assert link.is_symlink()
    assert "Grüße" in target.read_text("utf-8")


def test_mode_of_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "rezension.md"
    path.write_text("alt")
    path.chmod(0o640)
    load_save.save_review(REVIEW, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_half_a_surrogate_pair_does_not_stop_a_save(tmp_path: Path) -> None:
    path = tmp_path / "rezension.md"
    load_save.save_review(REVIEW.with_text("story", "vor \ud83d nach"), path)
    assert "vor � nach" in path.read_text("utf-8")


def no_text(folder: Path) -> Path:
    path = folder / "bytes.md"
    path.write_bytes(bytes(range(256)))
    return path


def broken_yaml(folder: Path) -> Path:
    path = folder / "kaputt.md"
    path.write_text("---\ntitle: [offen\n---\nText\n")
    return path


def a_folder(folder: Path) -> Path:
    path = folder / "ordner"
    path.mkdir()
    return path


def missing(folder: Path) -> Path:
    return folder / "fehlt.md"


@pytest.mark.parametrize("make", [no_text, broken_yaml, a_folder, missing])
def test_unreadable_file_is_one_sentence_and_stays_as_it_is(
    make: Callable[[Path], Path], tmp_path: Path
) -> None:
    path = make(tmp_path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(ReviewFileError) as caught:
        load_save.load_review(path)
    assert "\n" not in caught.value.german
    assert "bitte" in caught.value.german
    assert (path.read_bytes() if path.is_file() else None) == before


def test_folder_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    with pytest.raises(ReviewFileError, match="lässt sich nicht sichern"):
        load_save.save_review(REVIEW, tmp_path)


def test_write_protected_file_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "rezension.md"
    path.write_text("alt")
    path.chmod(0o444)
    if os.access(path, os.W_OK):
        # Root may write anywhere; the question that the code asks is answered for a user here.
        monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(ReviewFileError, match="Rechte"):
        load_save.save_review(REVIEW, path)
    assert path.read_text() == "alt"


@pytest.mark.parametrize("step", ["fsync", "replace", "chmod"])
def test_failure_at_any_step_leaves_the_old_file(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "rezension.md"
    path.write_text("alt")

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    owner = os if step == "fsync" else Path
    monkeypatch.setattr(owner, step, fail)
    with pytest.raises(ReviewFileError, match="kein Platz"):
        load_save.save_review(REVIEW, path)
    monkeypatch.undo()
    assert path.read_text() == "alt"
    assert [item.name for item in tmp_path.iterdir()] == ["rezension.md"]


def test_file_that_is_as_it_was_loaded_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "rezension.md"
    load_save.save_review(REVIEW, path)
    loaded = load_save.load_review(path)
    outcome = load_save.save_unless_changed(
        loaded.review.with_fact("title", "Neu"), path, loaded.digest
    )
    assert isinstance(outcome, load_save.SaveResult)
    assert outcome.digest == load_save.digest(path.read_bytes())
    assert outcome.location == location_of(path) == loaded.location
    assert "Neu" in path.read_text("utf-8")


def test_file_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "rezension.md"
    known = load_save.save_review(REVIEW, path).digest
    path.write_text("anders")
    unedited = load_save.save_unless_changed(REVIEW, path, known)
    assert isinstance(unedited, load_save.SaveConflict)
    outcome = load_save.save_unless_changed(REVIEW.with_fact("title", "Neu"), path, known)
    assert outcome == load_save.SaveConflict(path, b"anders")
    assert path.read_text() == "anders"
    assert [item.name for item in tmp_path.iterdir()] == ["rezension.md"]


def test_file_with_the_same_content_is_not_a_conflict(tmp_path: Path) -> None:
    path = tmp_path / "rezension.md"
    assert isinstance(
        load_save.save_unless_changed(REVIEW, path, load_save.save_review(REVIEW, path).digest),
        load_save.SaveResult,
    )
    assert isinstance(
        load_save.save_unless_changed(REVIEW, path, "etwas anderes"), load_save.SaveResult
    )


def test_file_that_vanished_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "rezension.md"
    outcome = load_save.save_unless_changed(REVIEW, path, "irgendwas")
    assert isinstance(outcome, load_save.SaveResult)
    assert outcome.vanished
    assert load_save.load_review(path).review.title == "Grüße"


def test_folder_that_cannot_be_synced_does_not_make_a_save_fail(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = os.fsync

    def no_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", no_folders)
    load_save.save_review(REVIEW, tmp_path / "rezension.md")
    assert load_save.load_review(tmp_path / "rezension.md").review.title == "Grüße"
