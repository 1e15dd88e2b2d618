"""Saves on disks that really are full, protected, limited or gone."""

import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.review.form import load_form
from editor.storage import load_save, review_file

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts and limits of Linux")

OLD = review_file.new_review(load_form("film"), [("title", "Alt")])
LARGE = OLD.with_text("plot", "Ein Satz, der Platz braucht. " * 10_000)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KB with an old review on it."""
    place = tmp_path / "platte"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    try:
        made = subprocess.run(mount, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount")
    if made.returncode != 0:
        pytest.skip("not allowed to mount")
    try:
        load_save.save_review(OLD, place / "alt.md")
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def refused(path: Path, known: str, match: str) -> None:
    """Check that a save fails for the reason ``match`` and leaves everything as it is."""
    before = path.read_bytes()
    with pytest.raises(load_save.SaveError, match=match):
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
    with pytest.raises(load_save.SaveError, match="fehlt") as caught:
        load_save.save_review(OLD, tmp_path / "fort" / "neu.md")
    assert caught.value.passing
    assert caught.value.digest == ""


def test_device_is_not_a_file() -> None:
    with pytest.raises(load_save.SaveError, match="Gerät"):
        load_save.save_review(OLD, Path("/dev/full"))
    assert Path("/dev/full").is_char_device()
