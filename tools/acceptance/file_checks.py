"""Checks of the installed files: what they link to, and what a desktop and a reader look for."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from editor.system_libraries import library_groups
from tools.acceptance.check import Check, require
from tools.acceptance.machine import Machine
from tools.acceptance.packages import MIB, disk_usage

_C_LIBRARY = (2, 35)
"""Highest version of the GNU C library that any file may ask for."""
_PACKED, _UNPACKED = 270, 760
"""Largest sizes of a package and of the files that it installs, in MB of 10^6 bytes."""
_SYMBOL = re.compile(rb"(?<=\0)GLIBC_2\.(\d+)(?:\.\d+)?(?=\0)")
HOST_PROGRAMS = (
    *("debootstrap", "unshare", "nsenter", "setpriv", "ip"),
    *("desktop-file-validate", "man", "dpkg-deb"),
)
"""Programs of the host that the acceptance needs beside those of a display."""
_OF_DESKTOPS = ("libqgtk3.so",)
"""Plugins of Qt that are only used on desktops that bring the libraries along."""
_WITHOUT = ("wayland", "speech", "voices", "printing")
"""Groups of libraries of the system that Rezensent can do without."""


def _size(machine: Machine) -> str:
    folder = machine.path(machine.folder)
    packed = machine.package.stat().st_size / 1e6
    unpacked = sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir()) / 1e6
    used = disk_usage(folder) / MIB
    seen = f"{packed:.0f} MB, {unpacked:.0f} MB installed, which take {used:.0f} MiB of the disk"
    require(packed <= _PACKED and unpacked <= _UNPACKED, seen)
    return seen


def _c_library(machine: Machine) -> str:
    highest, by = 0, ""
    for path in _elf_files(machine):
        numbers = [int(number) for number in _SYMBOL.findall(path.read_bytes())]
        if numbers and max(numbers) > highest:
            highest, by = max(numbers), path.name
    require(0 < highest <= _C_LIBRARY[1], f"2.{highest} for {by}")
    return f"2.{highest} for {by}"


def _linked_libraries(machine: Machine) -> str:
    """Ask the loader of the machine; the program names its own folder to it, as is done here."""
    files = [
        f"/{path.relative_to(machine.root)}"
        for path in _elf_files(machine)
        if path.name not in _OF_DESKTOPS
    ]
    library_path = f"LD_LIBRARY_PATH={machine.folder}/_internal"
    command = 'for file; do echo "$file:"; ldd "$file" 2>&1; done; true'
    answer = machine.administer("env", library_path, "sh", "-c", command, "sh", *files)
    missing = set(re.findall(r"(\S+) => not found", answer))
    optional = {library.soname for group in _WITHOUT for library in library_groups()[group]}
    shipped = {Path(file).name for file in files}
    # Java's own libraries find each other when Java has loaded the first.
    left = missing - optional - shipped
    require(not left, f"not found: {', '.join(sorted(left))}")
    return f"{len(files)} files, without {', '.join(sorted(missing & optional)) or 'nothing'}"


def _elf_files(machine: Machine) -> Iterator[Path]:
    for path in sorted(machine.path(machine.folder).rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def _menu_entry(machine: Machine) -> str:
    file = machine.path("/usr/share/applications/rezensent.desktop")
    subprocess.run(["desktop-file-validate", file], check=True)
    lines = file.read_text("utf-8").splitlines()
    [program] = {line.split("=")[1].split()[0] for line in lines if line.startswith("Exec=")}
    where = machine.write("sh", "-c", f"command -v {program}").strip()
    icons = sorted(machine.path("/usr/share/icons/hicolor").rglob("rezensent.*"))
    require(len(icons) > 1, f"icons: {icons}")
    return f"{where}, {len(icons)} icons"


def _manual(machine: Machine) -> str:
    pages = sorted(machine.path("/usr/share/man").rglob("rezensent.1*"))
    require(len(pages) > 1, f"pages: {pages}")
    for page in pages:
        command = ["man", "--warnings", "--local-file", str(page)]
        shown = subprocess.run(command, capture_output=True, text=True, check=True)
        require("REZENSENT(1)" in shown.stdout.upper(), shown.stdout[:200])
        require(not shown.stderr, shown.stderr)
    return ", ".join(str(page.relative_to(machine.path("/usr/share"))) for page in pages)


FILE_CHECKS = (
    Check("size", _size),
    Check("C library", _c_library),
    Check("linked libraries", _linked_libraries),
    Check("menu entry", _menu_entry, packages=("deb",)),
    Check("manual", _manual, packages=("deb",)),
)
