"""Programs and libraries of Linux in a bundle: their symbols, their C library, what they load."""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

_MAGIC = b"\x7fELF"
_VERSION = re.compile(r"Name: GLIBC_(\d+)\.(\d+)")
_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")
_WHOLE = ("PySide6", "shiboken6")
"""Packages whose libraries stay as they are: auditwheel has moved their tables, and strip would
destroy them."""


def elf_files(folder: Path) -> Iterator[Path]:
    """Yield the programs and libraries below ``folder``, without links to them."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == _MAGIC:
                    yield path


def strip_symbols(folder: Path) -> None:
    """Remove the symbols that only a debugger reads, except from Qt.

    Raises RuntimeError when the program strip is missing.
    """
    strip = shutil.which("strip")
    if strip is None:
        raise RuntimeError("strip is missing (package binutils)")
    for path in elf_files(folder):
        if not set(path.relative_to(folder).parts) & set(_WHOLE):
            subprocess.run([strip, "--strip-unneeded", path], check=True)


def glibc_versions(files: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """Return the newest version of the GNU C library that each of ``files`` asks for."""
    found = {}
    for path in files:
        versions = _VERSION.findall(_read_elf("-V", path))
        found[path] = max((int(major), int(minor)) for major, minor in versions or [("0", "0")])
    return found


def needed_libraries(files: Iterable[Path]) -> set[str]:
    """Return the names of the libraries that ``files`` load at their start."""
    return {name for path in files for name in _NEEDED.findall(_read_elf("-d", path))}


def _read_elf(option: str, path: Path) -> str:
    return subprocess.run(
        ["readelf", "-W", option, path], capture_output=True, text=True, check=True
    ).stdout
