"""Folders in which programs and libraries look for others: those of the machine that built them."""

from pathlib import Path

from tools.elf import elf_files, run_path

_BESIDE = b"$ORIGIN"
"""The folder of the file itself (ld.so(8))."""


def forget_building_machine(folder: Path) -> None:
    """Let files below ``folder`` that look for libraries in a folder by its path look beside them.

    PyInstaller's program tells the loader where the bundle has its libraries. Python itself names a
    folder of the machine that built it, which elsewhere may have other libraries. The text is
    replaced in its place, so it may not become longer. Raises ValueError for a path that is too
    short for that.
    """
    for file in elf_files(folder):
        path = run_path(file).encode()
        if path.startswith(b"/"):
            if len(path) < len(_BESIDE):
                raise ValueError(f"{file} looks for libraries in {path.decode()}")
            data = file.read_bytes()
            file.write_bytes(data.replace(path + b"\0", _BESIDE.ljust(len(path), b"\0") + b"\0"))
