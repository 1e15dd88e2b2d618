"""Real disks for tests: a small one in memory, and one that ignores case. Skips where none is."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def run(*command: str) -> None:
    """Run ``command``, and skip the test where that is not possible or not allowed."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"there is no {command[0]}")
    if subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip(f"not allowed to {command[0]}")


@contextmanager
def memory_disk(place: Path, size: str = "64k") -> Iterator[Path]:
    """Mount an empty disk at ``place``; it may be unmounted within."""
    place.mkdir()
    run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place))
    try:
        yield place
    finally:
        if place.is_mount():
            unmount(place)


def unmount(place: Path) -> None:
    """Take the disk at ``place`` away, even while it is in use."""
    subprocess.run(["umount", "-l", str(place)], check=True)


@contextmanager
def case_ignoring_disk(place: Path) -> Iterator[Path]:
    """Mount an empty disk at ``place`` for which “A.MD” and “a.md” are one file."""
    image = place.with_name(f"{place.name}.image")
    with image.open("wb") as file:
        file.truncate(8_000_000)
    place.mkdir()
    run("mkntfs", "-q", "-F", str(image))
    run("lowntfs-3g", "-o", "ignore_case", str(image), str(place))
    try:
        yield place
    finally:
        unmount(place)
        image.unlink()
