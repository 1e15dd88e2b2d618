"""Checks of the installed files: what they link to, and what a desktop and a reader look for."""

import re
import subprocess
from pathlib import Path

from editor.system_libraries import library_groups
from tools.acceptance.check import Check, require
from tools.acceptance.machine import Machine
from tools.acceptance.packages import MIB, disk_usage
from tools.elf import elf_files, symbol_versions
from tools.limits import NEWEST_GLIBC, OPTIONAL_PLUGINS, PACKED, UNPACKED

HOST_PROGRAMS = (
    *("debootstrap", "unshare", "nsenter", "setpriv", "ip"),
    *("desktop-file-validate", "man", "dpkg-deb"),
)
"""Programs of the host that the acceptance needs beside those of a display."""
_WITHOUT = ("wayland", "speech", "voices", "printing")
"""Groups of libraries of the system that Rezensent can do without."""


def _size(machine: Machine) -> str:
    folder = machine.path(machine.folder)
    packed = machine.package.stat().st_size
    unpacked = sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())
    used = f"{disk_usage(folder) / MIB:.0f} MiB of the disk"
    seen = f"{packed / 1e6:.0f} MB, {unpacked / 1e6:.0f} MB installed, which take {used}"
    require(packed <= PACKED and unpacked <= UNPACKED, seen)
    return seen


def _c_library(machine: Machine) -> str:
    files = elf_files(machine.path(machine.folder))
    newest, file = max((symbol_versions(path).get("GLIBC", ()), path.name) for path in files)
    seen = f"{'.'.join(map(str, newest))} for {file}"
    require(() < newest <= NEWEST_GLIBC, seen)
    return seen


def _linked_libraries(machine: Machine) -> str:
    """Ask the loader of the machine; the program names its own folder to it, as is done here."""
    files = [
        f"/{path.relative_to(machine.root)}"
        for path in elf_files(machine.path(machine.folder))
        if path.name not in OPTIONAL_PLUGINS
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
