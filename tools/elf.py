"""Programs and libraries of Linux (ELF files), and what they ask of a system."""

import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

_MAGIC = b"\x7fELF"
_SYMBOL = re.compile(rb"(?<=\0)(GLIBC|GLIBCXX)_(\d+(?:\.\d+)+)(?=\0)")
"""A version of symbols among the strings of a file: GLIBC_2.34, GLIBCXX_3.4.30."""
_NEEDED = re.compile(r"\(NEEDED\).*\[(.+)\]")
_RUN_PATH = re.compile(r"\(R(?:UN)?PATH\).*\[(.+)\]")


def elf_files(folder: Path) -> Iterator[Path]:
    """Yield the programs and libraries below ``folder``, without links to them."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(len(_MAGIC)) == _MAGIC:
                    yield path


def symbol_versions(path: Path) -> Mapping[str, tuple[int, ...]]:
    """Return the newest symbols of the C and C++ libraries that a file asks for.

    Keys are "GLIBC" and "GLIBCXX", values versions such as (2, 34).
    """
    newest: dict[str, tuple[int, ...]] = {}
    for name, version in _SYMBOL.findall(path.read_bytes()):
        numbers = tuple(map(int, version.split(b".")))
        newest[name.decode()] = max(newest.get(name.decode(), ()), numbers)
    return newest


def needed_libraries(files: Iterable[Path]) -> set[str]:
    """Return the names of the libraries that ``files`` load at their start.

    Raises CalledProcessError for what is not an ELF file.
    """
    found: set[str] = set()
    for path in files:
        found.update(_NEEDED.findall(_dynamic_section(path)))
    return found


def run_path(path: Path) -> str:
    """Return the folders in which a file looks for libraries, separated by colons; empty if none.

    Raises CalledProcessError for what is not an ELF file.
    """
    found = _RUN_PATH.search(_dynamic_section(path))
    return found[1] if found else ""


def _dynamic_section(path: Path) -> str:
    command = ["readelf", "-W", "-d", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
