"""Saves on disks that really are full, protected, limited or gone."""

import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.review.form import load_form
from editor.storage import load_save, review_file
from editor.storage.file_errors import SaveError
from editor.storage.file_location import location_of
from tests.storage.disks import memory_disk, unmount

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts and limits of Linux")

OLD = review_file.new_review(load_form("film"), [("title", "Alt")])
LARGE = OLD.with_text("plot", "Ein Satz, der Platz braucht. " * 10_000)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KB with an old review on it."""
    with memory_disk(tmp_path / "platte") as place:
        load_save.save_review(OLD, place / "alt.md")
        yield place


def refused(path: Path, known: str, match: str) -> None:
    """Check that a save fails for the reason ``match`` and leaves everything as it is."""
    before = path.read_bytes()
    with pytest.raises(SaveError, match=match):
        load_save.save_unless_changed(LARGE, path, known)
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_full_disk(disk: Path) -> None:
    path = disk / "alt.md"
    refused(path, load_save.file_digest(path), "kein Platz")
    assert isinstance(
        load_save.save_unless_changed(OLD, path, load_save.file_digest(path)), load_save.SaveResult
    )


def test_protected_disk(disk: Path) -> None:
    path = disk / "alt.md"
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    refused(path, load_save.file_digest(path), "schreibgeschützt|Rechte")


def test_disk_that_is_gone_is_not_replaced_by_the_folder_below(disk: Path) -> None:
    path = disk / "alt.md"
    place = location_of(path)
    load_save.check_mounted(path, place)
    unmount(disk)
    with pytest.raises(SaveError, match="nicht erreichbar") as caught:
        load_save.check_mounted(path, place)
    assert caught.value.passing
    # What the writer puts there by choice is a file like any other.
    load_save.save_review(OLD, path)
    load_save.check_mounted(path, place)


def test_other_name_of_the_file_keeps_the_previous_text(tmp_path: Path) -> None:
    path, other = tmp_path / "alt.md", tmp_path / "kopie.md"
    known = load_save.save_review(OLD, path)
    assert not known.unlinked
    other.hardlink_to(path)
    before = other.read_bytes()
    saved = load_save.save_unless_changed(LARGE, path, known.digest)
    assert isinstance(saved, load_save.SaveResult)
    assert saved.unlinked
    assert other.read_bytes() == before
    assert not load_save.save_review(OLD, path).unlinked


def test_limit_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "alt.md"
    known = load_save.save_review(OLD, path).digest
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        refused(path, known, "zu groß")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_folder_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="fehlt") as caught:
        load_save.save_review(OLD, tmp_path / "fort" / "neu.md")
    assert caught.value.passing
    assert caught.value.digest == ""


def test_device_is_not_a_file() -> None:
    with pytest.raises(SaveError, match="Gerät"):
        load_save.save_review(OLD, Path("/dev/full"))
    assert Path("/dev/full").is_char_device()
