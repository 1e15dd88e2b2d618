"""The portable archive has the bundle, its kind, the files for the desktop and the script."""

import tarfile
from pathlib import Path

import pytest

from tools.portable.archive import write_archive
from tools.portable.members import Member, portable_members
from tools.project import Project

TIME = 1_700_000_000


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    bundle, share = tmp_path / "bundle", tmp_path / "share"
    (bundle / "_internal" / "java").mkdir(parents=True)
    (bundle / "rezensent").write_text("program")
    (bundle / "rezensent").chmod(0o700)
    (bundle / "_internal" / "installation.toml").write_text('kind = "deb"\n')
    (bundle / "_internal" / "java" / "libjvm.so").write_text("jvm")
    (bundle / "_internal" / "libjvm.so").symlink_to("java/libjvm.so")
    for folder in ("applications", "doc"):
        (share / folder).mkdir(parents=True)
        (share / folder / "rezensent.desktop").write_text("[Desktop Entry]\n")
    target = tmp_path / "rezensent.tar.xz"
    members = portable_members(bundle, share, Project.load())
    write_archive(target, "rezensent-1", members, time=TIME)
    return target


def test_archive_is_one_folder_with_everything(archive: Path) -> None:
    with tarfile.open(archive) as tar:
        members = {member.name.removeprefix("rezensent-1"): member for member in tar}
        kind = tar.extractfile("rezensent-1/_internal/installation.toml")
        assert kind is not None
        assert kind.read() == b'kind = "portable"\n', "and not the kind of the bundle"
        readme = tar.extractfile("rezensent-1/LIESMICH.txt")
        assert readme is not None
        text = readme.read().decode()
    project = Project.load()
    assert project.version in text
    assert project.urls["Source"] in text
    assert "@" not in text
    assert members["/_internal/libjvm.so"].linkname == "java/libjvm.so"
    modes = {name: oct(members[f"/{name}"].mode) for name in ("rezensent", "installieren.sh")}
    assert set(modes.values()) == {"0o755"}
    assert members["/_internal/java/libjvm.so"].mode == 0o644
    assert "/share/applications/rezensent.desktop" in members
    assert "/share/doc" not in members, "a home folder has no place for it"
    assert {(member.uid, member.gid, member.mtime % 1) for member in members.values()} == {
        (0, 0, 0)
    }


def test_folder_comes_before_what_is_in_it(archive: Path) -> None:
    seen = set()
    with tarfile.open(archive) as tar:
        for member in tar:
            parent = member.name.rpartition("/")[0]
            assert not parent or parent in seen
            seen.add(member.name)


def test_same_members_make_the_same_bytes(archive: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.tar.xz"
    members = portable_members(tmp_path / "bundle", tmp_path / "share", Project.load())
    write_archive(again, "rezensent-1", members, time=TIME)
    assert again.read_bytes() == archive.read_bytes()


def test_failed_archive_leaves_no_file(tmp_path: Path) -> None:
    members = [Member("first", b"1"), Member("gone", tmp_path / "gone")]
    with pytest.raises(FileNotFoundError):
        write_archive(tmp_path / "a.tar.xz", "a", members, time=TIME)
    assert list(tmp_path.iterdir()) == []
