"""The AppImage: its folder, and the file with a runtime before it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tools.appimage.app_folder import lay_out
from tools.appimage.image import make_image
from tools.project import Project

_RUNTIME = b"\x7fELF\2\1\1\0AI\x02" + bytes(500)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bundle = tmp_path_factory.mktemp("built") / "rezensent"
    (bundle / "_internal").mkdir(parents=True)
    (bundle / "_internal" / "installation.toml").write_text('kind = "portable"\n')
    program = bundle / "rezensent"
    program.write_text('#!/bin/sh\necho "$(dirname "$(realpath "$0")"): $*"\n')
    program.chmod(0o755)
    target = bundle.parent / "Über uns" / "AppDir"
    for _ in range(2):
        lay_out(bundle, target)
    assert (bundle / "_internal" / "installation.toml").read_text() == 'kind = "portable"\n'
    return target


def test_the_folder_starts_from_any_place(folder: Path) -> None:
    for start in ("AppRun", "usr/bin/rezensent"):
        answer = subprocess.run(
            [folder / start, "check"], capture_output=True, text=True, check=True
        )
        assert answer.stdout == f"{folder / 'usr/lib/rezensent'}: check\n"


def test_the_folder_has_what_desktops_read_and_says_of_what_kind_it_is(folder: Path) -> None:
    entry = (folder / "rezensent.desktop").read_text("utf-8")
    main, *actions = entry.split("\n\n")
    assert f"X-AppImage-Version={Project.load().version}" in main.splitlines()
    assert actions
    assert (folder / ".DirIcon").read_bytes()[1:4] == b"PNG"
    record = folder / "usr/lib/rezensent/_internal/installation.toml"
    assert record.read_text() == 'kind = "appimage"\n'
    assert list((folder / "usr/share/metainfo").glob("*.metainfo.xml"))


@pytest.mark.skipif(shutil.which("mksquashfs") is None, reason="squashfs-tools are not installed")
def test_the_image_is_the_runtime_and_the_folder_behind_it(folder: Path, tmp_path: Path) -> None:
    runtime, image = tmp_path / "runtime", tmp_path / "Rezensent.AppImage"
    runtime.write_bytes(_RUNTIME)
    make_image(folder, runtime, image)
    assert image.read_bytes().startswith(_RUNTIME)
    assert image.stat().st_mode & 0o111
    listed = subprocess.run(
        ["unsquashfs", "-o", str(len(_RUNTIME)), "-l", image],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "squashfs-root/AppRun" in listed.splitlines()
    assert set(tmp_path.iterdir()) == {image, runtime}


def test_a_file_that_is_no_runtime_makes_no_image(folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "runtime"
    page.write_text("<!doctype html><title>Not found</title>")
    with pytest.raises(ValueError, match="runtime"):
        make_image(folder, page, tmp_path / "Rezensent.AppImage")
