"""Packages as files: what each is called, where it is built, and how a bundle tells its kind."""

import re
from collections.abc import Mapping
from pathlib import Path

from editor.installation import Kind
from tools.project import ROOT

BUILD = ROOT / "build"
"""Folder of everything that is built."""
BUNDLE = BUILD / "bundle" / "rezensent"
"""The bundle of Linux and Windows; that of macOS is an application beside it."""
_NAMES: Mapping[Kind, str] = {
    Kind.PYTHON: "rezensent-{version}-py3-none-any.whl",
    Kind.PORTABLE: "rezensent-{version}-linux-x86_64.tar.xz",
    Kind.DEB: "rezensent_{version}_amd64.deb",
    Kind.APPIMAGE: "Rezensent-{version}-x86_64.AppImage",
    Kind.WINDOWS: "Rezensent-{version}-setup.exe",
    Kind.MACOS: "Rezensent-{version}-macos-{machine}.dmg",
}


def package_name(kind: Kind, version: str, machine: str = "") -> str:
    """Return the name of the file of a package.

    ``machine`` is needed for macOS alone, which has a package for each: "arm64", "x86_64".
    """
    return _NAMES[kind].format(version=version, machine=machine)


def package_kind(name: str) -> Kind | None:
    """Return the kind of the package that a file is called like, None for another file."""
    for kind, pattern in _NAMES.items():
        whole = re.escape(pattern).replace(r"\{version\}", "[^-_]+").replace(r"\{machine\}", r"\w+")
        if re.fullmatch(whole, name):
            return kind
    return None


def require_bundle(bundle: Path) -> None:
    """Raise FileNotFoundError, with what to do, if there is no bundle in the folder ``bundle``."""
    if not (bundle / "rezensent").is_file():
        raise FileNotFoundError(f"no bundle with rezensent in {bundle}: run “make bundle” first")


def installation_record(kind: Kind) -> bytes:
    """Return the file ``installation.toml`` of a bundle in a package of ``kind``."""
    return f'kind = "{kind}"\n'.encode()


def file_with_size(path: Path) -> str:
    """Return the path and the size of a file, for a line that says what was built."""
    return f"{path}: {path.stat().st_size / 1e6:.0f} MB"
