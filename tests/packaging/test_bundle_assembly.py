"""Steps on the folder of a bundle after PyInstaller."""

from pathlib import Path

import pytest

from tools.bundle.assembly import normalize, remove_dangling_links

TIME = 1_700_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a library, a program, and links to one that is there and one that is not."""
    (tmp_path / "lib").mkdir(mode=0o700)
    for name, mode in (("lib/libkept.so", 0o640), ("program", 0o700)):
        (tmp_path / name).write_text(name)
        (tmp_path / name).chmod(mode)
    for name in ("libkept.so", "libpruned.so"):
        (tmp_path / name).symlink_to(Path("lib", name))
    return tmp_path


def test_links_to_files_that_were_left_out_are_removed(folder: Path) -> None:
    remove_dangling_links(folder)
    assert {path.name for path in folder.iterdir()} == {"lib", "libkept.so", "program"}
    assert (folder / "libkept.so").read_text() == "lib/libkept.so"


def test_all_may_read_every_file_and_every_file_has_one_time(folder: Path) -> None:
    remove_dangling_links(folder)
    normalize(folder, TIME)
    modes = {path.name: path.stat().st_mode & 0o777 for path in folder.rglob("*")}
    assert modes == {"lib": 0o755, "libkept.so": 0o644, "program": 0o755}
    assert {path.stat().st_mtime for path in (folder, *folder.rglob("*"))} == {TIME}
