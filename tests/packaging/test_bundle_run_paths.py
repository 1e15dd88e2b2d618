import subprocess
from pathlib import Path

import pytest

from tools.bundle.run_paths import forget_building_machine
from tools.elf import elf_files, run_path


def library(folder: Path, path: str) -> Path:
    """A library without content that looks for others in ``path``."""
    (folder / "data").write_bytes(b"data")
    machine = ("-I", "binary", "-O", "elf64-x86-64", "-B", "i386:x86-64")
    subprocess.run(["objcopy", *machine, "data", "data.o"], cwd=folder, check=True)
    link = ["ld", "-shared", "--enable-new-dtags", "-rpath", path, "-o", "libdata.so", "data.o"]
    subprocess.run(link, cwd=folder, check=True)
    (folder / "data.o").unlink()
    return folder / "libdata.so"


def test_the_path_of_the_machine_that_built_a_library_is_forgotten(tmp_path: Path) -> None:
    made = library(tmp_path, "/home/somebody/python/lib")
    assert run_path(made) == "/home/somebody/python/lib"
    forget_building_machine(tmp_path)
    assert run_path(made) == "$ORIGIN"
    assert b"somebody" not in made.read_bytes()
    assert list(elf_files(tmp_path)) == [made]


def test_a_path_relative_to_the_library_stays(tmp_path: Path) -> None:
    made = library(tmp_path, "$ORIGIN/../lib")
    before = made.read_bytes()
    forget_building_machine(tmp_path)
    assert made.read_bytes() == before


def test_a_path_that_is_too_short_to_be_replaced_is_told(tmp_path: Path) -> None:
    library(tmp_path, "/lib")
    with pytest.raises(ValueError, match="/lib"):
        forget_building_machine(tmp_path)
