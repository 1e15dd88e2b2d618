"""What a bundle asks of a system: no C library newer than 2.35, no library that the table lacks."""

from pathlib import Path

from editor.system_libraries import library_groups
from tools.bundle.elf import elf_files, glibc_versions, needed_libraries

NEWEST_GLIBC = (2, 35)
"""Ubuntu 22.04, the oldest system; Debian 12 has 2.36."""
GLIBC = ("libc.", "libm.", "libdl.", "librt.", "libpthread.", "libresolv.", "libutil.", "ld-linux")
"""Beginnings of the libraries of the C library itself."""
OPTIONAL = {"libqgtk3.so"}
"""Plugins that Qt loads only where what they need is there."""


def check_requirements(bundle: Path) -> None:
    """Raise ValueError if ``bundle`` would not start on a system that has what the table names."""
    files = list(elf_files(bundle))
    newer = {
        path.relative_to(bundle): version
        for path, version in glibc_versions(files).items()
        if version > NEWEST_GLIBC
    }
    if newer:
        raise ValueError(f"these need a newer C library than {NEWEST_GLIBC}: {newer}")
    system = {library.soname for group in library_groups().values() for library in group}
    own = {path.name for path in bundle.rglob("*.so*")}
    asked = needed_libraries(path for path in files if path.name not in OPTIONAL)
    unknown = {name for name in asked - own - system if not name.startswith(GLIBC)}
    if unknown:
        raise ValueError(f"libraries that neither the bundle nor the table has: {unknown}")
