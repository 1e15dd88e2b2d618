"""The control file of the package: its name, its size, and the packages that it needs."""

from collections.abc import Mapping
from pathlib import Path
from string import Template

from editor.system_libraries import font_packages, library_groups
from tools.elf import elf_files, symbol_versions
from tools.project import ROOT, Project

TEMPLATE = ROOT / "packaging" / "debian" / "control"
ARCHITECTURE = "amd64"
_NEEDED = ("base", "window", "wayland")
_RECOMMENDED = ("speech", "voices", "printing")
"""Groups of the table of system libraries."""
_USEFUL = ("speech-dispatcher", "xdg-utils")
"""Packages beside libraries without which something that the window offers does nothing."""
_PROVIDERS = {
    # libstdc++6 has the version of GCC: GLIBCXX_3.4.30 came with GCC 12 (its manual, “ABI Policy”).
    "libstdc++6": ("GLIBCXX", {29: 11, 30: 12, 31: 13, 32: 13, 33: 14, 34: 15}),
    "libc6": ("GLIBC", {}),
}
_KIB = 1024


def control(project: Project, tree: Path, bundle: Path) -> str:
    """Return the control file of the package that installs the files of ``tree``.

    ``bundle`` is the folder of the program in it: a library that it contains is not asked for.
    """
    lines = TEMPLATE.read_text("utf-8").splitlines(keepends=True)
    text = "".join(line for line in lines if not line.startswith("#"))
    return Template(text).substitute(
        name=project.name,
        version=project.version,
        architecture=ARCHITECTURE,
        maintainer=project.maintainer,
        size=installed_size(tree),
        depends=", ".join(depends(bundle)),
        recommends=", ".join([*_relations(_RECOMMENDED, _contained(bundle)), *_USEFUL]),
        homepage=project.urls["Homepage"],
    )


def depends(bundle: Path) -> list[str]:
    """Return what the program needs beyond ``bundle``, as relations to packages."""
    least = least_versions(bundle)
    relations = [
        f"{relation} (>= {least[relation]})" if relation in least else relation
        for relation in _relations(_NEEDED, _contained(bundle))
    ]
    return [*relations, " | ".join(font_packages())]


def least_versions(bundle: Path) -> Mapping[str, str]:
    """Return package → least version of the system's C and C++ libraries that ``bundle`` asks for.

    The versions are those of the symbols that its ELF files name.
    """
    found: dict[str, tuple[int, ...]] = {}
    for file in elf_files(bundle):
        for name, version in symbol_versions(file).items():
            found[name] = max(found.get(name, ()), version)
    least: dict[str, str] = {}
    for package, (symbol, releases) in _PROVIDERS.items():
        if symbol in found:
            numbers = found[symbol]
            known = releases.get(numbers[-1])
            if not releases or known:
                least[package] = str(known or ".".join(map(str, numbers)))
    return least


def installed_size(tree: Path) -> int:
    """Return the size of ``tree`` in KiB, files and folders as Debian Policy 5.6.20 counts them."""
    sizes = (
        -(-path.stat().st_size // _KIB) if path.is_file() and not path.is_symlink() else 1
        for path in tree.rglob("*")
    )
    return sum(sizes)


def _relations(groups: tuple[str, ...], contained: frozenset[str]) -> list[str]:
    """Return the relations of ``groups`` without ``contained`` libraries, each once."""
    libraries = [library for group in groups for library in library_groups()[group]]
    wanted = [library.relation for library in libraries if library.soname not in contained]
    return sorted(dict.fromkeys(wanted))


def _contained(bundle: Path) -> frozenset[str]:
    return frozenset(path.name for path in bundle.rglob("*.so*"))
