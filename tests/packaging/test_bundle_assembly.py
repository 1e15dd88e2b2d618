"""Steps on the folder of a bundle after PyInstaller."""

from pathlib import Path

from tools.bundle.assembly import normalize

TIME = 1_700_000_000


def test_all_may_read_every_file_and_every_file_has_one_time(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir(mode=0o700)
    for name, mode in (("lib/libkept.so", 0o640), ("program", 0o700)):
        (tmp_path / name).write_text(name)
        (tmp_path / name).chmod(mode)
    (tmp_path / "link").symlink_to("program")
    normalize(tmp_path, TIME)
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.rglob("*")}
    assert modes == {"lib": 0o755, "libkept.so": 0o644, "program": 0o755, "link": 0o755}
    assert {path.stat().st_mtime for path in (tmp_path, *tmp_path.rglob("*"))} == {TIME}
