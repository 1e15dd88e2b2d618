"""Licences of the libraries that a bundle takes from the system that builds it, a Debian."""

import re
import subprocess
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from tools.bundle.contents import BundleContents
from tools.bundle.licensed_component import LicensedComponent
from tools.elf import elf_files

_DOCUMENTS = Path("/usr/share/doc")
_HOLDERS = re.compile(r"^Copyright:(.*(?:\n[ \t]+\S.*)*)", re.MULTILINE)
"""A field of Debian's machine-readable copyright files, with the lines that continue it."""
_PYTHON = "libpython3*"
"""It has a licence of its own."""
_LICENCES = {
    "libbz2-1.0": "bzip2-1.0.6",
    "libffi8": "MIT",
    "liblzma5": "0BSD",
    "libsqlite3-0": "blessing",
    "libssl3": "Apache-2.0",
    "libssl3t64": "Apache-2.0",
    "libuuid1": "BSD-3-Clause",
    "libxcb-cursor0": "X11",
    "libxcb-icccm4": "X11",
    "libxcb-image0": "X11",
    "libxcb-keysyms1": "X11",
    "libxcb-render-util0": "X11",
    "libxcb-util1": "X11",
    "libxcb-xinerama0": "X11",
    "libxcb-xkb1": "X11",
    "libxkbcommon-x11-0": "MIT",
}
"""SPDX identifiers of the packages that ``host_libraries`` of packaging/bundle.toml can mean."""


def host_components(internal: Path) -> Iterator[LicensedComponent]:
    """Yield the Debian packages that the libraries directly in ``internal`` come from.

    Raises ValueError for a library of no package, and KeyError for a package whose licence is not
    known here.
    """
    own = [name for name in BundleContents.load().host_libraries if name != _PYTHON]
    libraries = [
        path
        for path in elf_files(internal)
        if path.parent == internal and any(fnmatchcase(path.name, f"{name}.so*") for name in own)
    ]
    owned: dict[str, list[str]] = {}
    for library in libraries:
        owned.setdefault(_owner(library.name), []).append(f"_internal/{library.name}")
    for package, paths in sorted(owned.items()):
        document = _DOCUMENTS / package / "copyright"
        yield LicensedComponent(
            name=package,
            version=_query("-f", "${Version}", "-W", package),
            license=_LICENCES[package],
            copyright=_holders(document.read_text("utf-8")) or ("see the text",),
            homepage=_query("-f", "${Homepage}", "-W", package),
            paths=tuple(paths),
            sources=(document,),
        )


def _owner(library: str) -> str:
    """Return the Debian package that has the file ``library``. Raises ValueError if none has."""
    for line in _query("--search", f"*/{library}").splitlines():
        if "diversion" not in line:
            return line.partition(":")[0]
    raise ValueError(f"{library} is of no package that tells its licence")


def _query(*arguments: str) -> str:
    done = subprocess.run(["dpkg-query", *arguments], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def _holders(document: str) -> tuple[str, ...]:
    lines = (line.strip() for text in _HOLDERS.findall(document) for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))
