"""One file has one key, whatever its name, and a disk that is gone is noticed."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.storage.file_location import FileLocation, file_key, is_mounted, location_of, volume_of
from editor.storage.locks import Locks
from editor.storage.processes import ProcessIdentity
from tests.storage.disks import case_ignoring_disk, memory_disk, unmount


def test_links_have_the_key_of_their_file(tmp_path: Path) -> None:
    path, link, folder = tmp_path / "salz.md", tmp_path / "link.md", tmp_path / "ordner"
    path.write_text("")
    link.symlink_to(path)
    folder.symlink_to(tmp_path)
    assert file_key(link) == file_key(folder / "salz.md") == file_key(path)
    assert file_key(tmp_path / "ordner" / ".." / tmp_path.name / "salz.md") == file_key(path)


@pytest.mark.skipif(sys.platform != "linux", reason="disks of Linux tell cases apart")
def test_names_in_two_cases_are_two_files(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("")
    (tmp_path / "A.MD").write_text("")
    assert file_key(tmp_path / "a.md") != file_key(tmp_path / "A.MD")
    assert file_key(tmp_path / "b.md") != file_key(tmp_path / "B.md")
    assert file_key(tmp_path / "fort" / "b.md") != file_key(tmp_path / "fort" / "B.md")


@pytest.fixture
def folded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that ignores case as far as its files are asked for."""
    folder, real = tmp_path / "Ordner", Path.stat
    folder.mkdir()

    def stat(path: Path, **options: bool) -> os.stat_result:
        if path.parent == folder:
            files = (file for file in folder.iterdir() if file.name.lower() == path.name.lower())
            path = next(files, path)
        return real(path, **options)

    monkeypatch.setattr(Path, "stat", stat)
    return folder


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with case_ignoring_disk(tmp_path_factory.mktemp("platte") / "disk") as place:
        (place / "Ordner").mkdir()
        yield place / "Ordner"


@pytest.mark.parametrize("where", ["folded", "disk"])
def test_a_disk_that_ignores_case_has_one_key_for_both_names(
    request: pytest.FixtureRequest, where: str
) -> None:
    folder: Path = request.getfixturevalue(where)
    (folder / "a.md").write_text("")
    assert file_key(folder / "A.MD") == file_key(folder / "a.md")
    # Missing files are answered for by others in their folder.
    assert file_key(folder / "Neu.md") == file_key(folder / "neu.MD")
    assert file_key(folder / "Neu" / "x.md") == file_key(folder / "neu" / "X.md")
    assert file_key(folder / "a.md") != file_key(folder / "b.md")


def test_lock_holds_in_every_case(disk: Path, tmp_path: Path) -> None:
    path = disk / "salz.md"
    path.write_text("")
    mine = Locks(tmp_path / "locks", ProcessIdentity.current())
    running = ProcessIdentity(ProcessIdentity.current().host, os.getppid(), "")
    assert mine.acquire(path) is None
    assert mine.is_held(disk / "SALZ.md")
    assert not mine.is_held(disk / "pfeffer.md")
    other = Locks(tmp_path / "locks", running)
    assert other.acquire(disk / "Salz.MD") is not None
    # Its name does not say so any more.
    path.unlink()
    mine.release(path)
    assert not list((tmp_path / "locks").glob("*.lock"))


def test_disk_that_is_gone_is_noticed(tmp_path: Path) -> None:
    with memory_disk(tmp_path / "stick") as place:
        path = place / "salz.md"
        path.write_text("")
        (tmp_path / "link.md").symlink_to(path)
        known = location_of(tmp_path / "link.md")
        assert known == FileLocation(path, place)
        assert known.is_mounted
        unmount(place)
        assert not known.is_mounted


def test_volume_of_a_missing_file_is_that_of_its_folders(tmp_path: Path) -> None:
    assert volume_of(tmp_path / "fort" / "salz.md") == volume_of(tmp_path)
    assert is_mounted(volume_of(tmp_path))
