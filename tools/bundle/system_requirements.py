"""Requirements of a bundle: the C library of the system, and libraries that the table names."""

from pathlib import Path

from editor.system_libraries import library_groups
from tools.elf import elf_files, needed_libraries, symbol_versions
from tools.limits import NEWEST_GLIBC, OPTIONAL_PLUGINS

_C_LIBRARY = (
    *("libc.", "libm.", "libdl.", "librt.", "libpthread.", "libresolv.", "libutil."),
    "ld-linux",
)
"""Beginnings of the libraries of the C library itself."""


def check_system_requirements(bundle: Path) -> None:
    """Raise ValueError if ``bundle`` would not start on a system that has what the table names."""
    files = list(elf_files(bundle))
    versions = {path.relative_to(bundle): symbol_versions(path).get("GLIBC", ()) for path in files}
    newer = {str(path): version for path, version in versions.items() if version > NEWEST_GLIBC}
    if newer:
        raise ValueError(f"these need a newer C library than {NEWEST_GLIBC}: {newer}")
    system = {library.soname for group in library_groups().values() for library in group}
    own = {path.name for path in bundle.rglob("*.so*")}
    asked = needed_libraries(path for path in files if path.name not in OPTIONAL_PLUGINS)
    unknown = {name for name in asked - own - system if not name.startswith(_C_LIBRARY)}
    if unknown:
        raise ValueError(f"libraries that neither the bundle nor the table has: {unknown}")
