"""Parts of PySide6 that are kept in a bundle and in a trimmed environment.

``packaging/qt.toml`` lists it by names that are the same on every system. Only the standard library
is used here: ``tools/setup`` runs before anything is installed.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import Self

LIST = Path(__file__).resolve().parents[1] / "packaging" / "qt.toml"
_LIBRARY = re.compile(r"(?:lib)?Qt6?(?P<name>\w+?)(?:\.so(?:\.\d+)*|\.dll|\.framework)")
"""Name of a library of Qt on Linux, on Windows and on macOS."""
_OTHER_LIBRARY = re.compile(
    r"(?:lib)?(?P<name>[\w-]+?)(?:-\d+)?(?:\.abi3)?(?:(?:\.\d+)*\.dylib|\.so(?:\.\d+)*|\.dll)"
)
_BINDING = re.compile(r"(?P<name>Qt\w+?)\.(?:abi3\.so|pyd|pyi)")
_DATA = {".qm", ".pak", ".dat", ".bin"}
"""Suffixes of translations and of what Chromium reads."""


@dataclass(frozen=True, slots=True)
class QtSelection:
    """The kept parts of PySide6, each a tuple of names that may contain ``*``."""

    bindings: tuple[str, ...]
    libraries: tuple[str, ...]
    others: tuple[str, ...]
    programs: tuple[str, ...]
    resources: tuple[str, ...]
    translations: tuple[str, ...]
    plugins: dict[str, tuple[str, ...]]
    """Names of plugins by the folder that they are in."""

    @classmethod
    def load(cls, path: Path = LIST) -> Self:
        """Read the list in the file ``path``."""
        raw = tomllib.loads(path.read_text("utf-8"))
        plugins = {folder: tuple(names) for folder, names in raw.pop("plugins").items()}
        return cls(**{key: tuple(names) for key, names in raw.items()}, plugins=plugins)

    def keeps(self, path: PurePath) -> bool:
        """Return whether the file ``path``, relative to the folder of PySide6, is kept."""
        if path.suffix in _DATA:
            return _matches(path.name, self.resources) or _matches(path.stem, self.translations)
        match tuple(part for part in path.parts if part not in {"Qt", "lib", "libexec"}):
            case ("plugins", folder, name):
                return _matches(_plugin_name(name), self.plugins.get(folder, ()))
            case (name,):
                return self._keeps_file(name)
            case (framework, *rest) if library := _LIBRARY.fullmatch(framework):
                return _matches(library["name"], self.libraries) and "Headers" not in rest
        return False

    def _keeps_file(self, name: str) -> bool:
        """Return whether a file of the top folder, of ``lib`` or of ``libexec`` is kept."""
        if binding := _BINDING.fullmatch(name):
            return _matches(binding["name"], self.bindings)
        if library := _LIBRARY.fullmatch(name):
            return _matches(library["name"], self.libraries)
        if other := _OTHER_LIBRARY.fullmatch(name):
            return _matches(other["name"], self.others)
        stem = name.removesuffix(".exe")
        return _matches(stem, self.programs) or name.endswith(".py") or name == "qt.conf"


def kept_files(folder: Path, selection: QtSelection) -> Iterator[tuple[Path, bool]]:
    """Yield each file below the folder of PySide6, and whether it is kept."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path, selection.keeps(path.relative_to(folder))


def _plugin_name(name: str) -> str:
    return name.partition(".")[0].removeprefix("lib")


def _matches(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(name.casefold(), pattern.casefold()) for pattern in patterns)
