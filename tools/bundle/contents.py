"""Contents of a bundle: modules, libraries and data, as ``packaging/bundle.toml`` says.

The PyInstaller specification asks here. Only the standard library is used.
"""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import Self

from tools.project import ROOT
from tools.qt_selection import QtSelection

LIST = ROOT / "packaging" / "bundle.toml"
_HOST = (Path("/lib"), Path("/lib64"), Path("/usr"))
"""Folders of libraries that belong to the system that builds."""

Entry = tuple[str, str, str]
"""A file of PyInstaller's table: place in the bundle, place on the disk, and its type."""


@dataclass(frozen=True, slots=True)
class BundleContents:
    """Contents of a bundle beside what the imports ask for, and what of them is left out."""

    hidden_imports: tuple[str, ...]
    excluded_imports: tuple[str, ...]
    host_libraries: tuple[str, ...]
    left_out: tuple[str, ...]
    """Patterns of places in the bundle."""
    kept_data: dict[str, tuple[str, ...]]
    """Names of files that are kept, by folder; folders that are not named are kept whole."""
    qt: QtSelection

    @classmethod
    def load(cls, path: Path = LIST) -> Self:
        """Read the list in the file ``path``, and that of Qt."""
        raw = tomllib.loads(path.read_text("utf-8"))
        return cls(
            hidden_imports=tuple(raw["hidden_imports"]),
            excluded_imports=tuple(raw["excluded_imports"]),
            host_libraries=tuple(raw["host_libraries"]),
            left_out=tuple(raw["left_out"]),
            kept_data={folder: tuple(names) for folder, names in raw["kept_data"].items()},
            qt=QtSelection.load(),
        )

    def select(self, entries: Iterable[Entry]) -> list[Entry]:
        """Return those of PyInstaller's entries that the bundle keeps.

        Links to libraries that are left out go with them; a link's second part is its target.
        """
        return [
            entry
            for entry in entries
            if self.keeps(entry[0], Path(entry[1]))
            and (entry[2] != "SYMLINK" or self.keeps(_target(entry), Path(entry[1])))
        ]

    def keeps(self, place: str, source: Path) -> bool:
        """Return whether the file ``source`` is kept at ``place`` in the bundle."""
        path = PurePosixPath(place.replace("\\", "/"))
        match path.parts:
            case ("PySide6", *rest):
                return self.qt.keeps(PurePosixPath(*rest))
            case ("shiboken6", *_):
                return path.suffix != ".pyi"
        if any(fnmatchcase(str(path), pattern) for pattern in self.left_out):
            return False
        if any(part.endswith((".dist-info", ".egg-info")) for part in path.parts):
            return path.name in {"METADATA", "entry_points.txt"}
        kept = self.kept_data.get(str(path.parent))
        if kept is not None and path.name not in kept:
            return False
        # PyInstaller puts what it takes from the system at the top; a Python of the system has
        # modules below it.
        return len(path.parts) > 1 or not self._is_foreign(path.name, source)

    def _is_foreign(self, name: str, source: Path) -> bool:
        """Return whether the file belongs to a library of the system that stays there."""
        if not any(source.is_relative_to(folder) for folder in _HOST):
            return False
        stem = name.partition(".so")[0]
        # Of NSS, PyInstaller takes the signatures of libraries along, too.
        library = ".so" in name or name.endswith(".chk")
        return library and not any(fnmatchcase(stem, own) for own in self.host_libraries)


def _target(link: Entry) -> str:
    """Return the place in the bundle that a link points to."""
    return normpath(str(PurePosixPath(link[0]).parent / link[1]))


def editor_modules(root: Path = ROOT) -> Iterator[str]:
    """Yield the names of all modules of the editor: some are imported by a name in a table."""
    for path in sorted((root / "editor").rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def resources(root: Path = ROOT) -> list[tuple[str, str]]:
    """Return the files of ``resources/`` and the folders that they get in the bundle."""
    return [
        (str(path), str(path.parent.relative_to(root)))
        for path in sorted((root / "resources").rglob("*"))
        if path.is_file() and path.suffix not in {".ts", ".po"}
    ]


def tree(source: Path, place: str) -> list[Entry]:
    """Return all files below ``source`` as data at ``place``, which no library search reads."""
    return [
        (str(PurePosixPath(place, *path.relative_to(source).parts)), str(path), "DATA")
        for path in sorted(source.rglob("*"))
        if path.is_file()
    ]
