"""Removes from the environment what Rezensent and its tests never use: most of Qt, above all."""

import shutil
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from tools.qt_selection import QtSelection

DEVELOPMENT = (
    *("QtTest.*", "libQt6Test.*", "lupdate", "lrelease", "scripts/*.py", "support/*.py"),
    *("py.typed", "__init__.pyi", "__feature__.pyi"),
)
"""Files of PySide6 that only tests, type checks and translations need; a bundle lacks them."""
BUNDLE = Path(__file__).resolve().parents[2] / "packaging" / "bundle.toml"
_WORD_LISTS = "wordfreq/data"
"""Folder of the largest data that no code reads, which is kept as in a bundle."""


def trim(environment: Path) -> int:
    """Remove what is not used from an environment, and return how many bytes that were.

    pip installs, replaces and removes packages as before: it passes over files that are missing.
    """
    removed = 0
    for packages in environment.glob("[Ll]ib/**/site-packages"):
        for path in unused_files(packages):
            removed += path.lstat().st_size
            path.unlink()
        _remove_empty(packages / "PySide6")
    shutil.rmtree(environment / "tmp", ignore_errors=True)
    return removed


def unused_files(packages: Path) -> Iterator[Path]:
    """Yield the files of a folder of packages that are not used."""
    qt, selection = packages / "PySide6", QtSelection.load()
    for path in sorted(qt.rglob("*")):
        part = path.relative_to(qt)
        if not path.is_dir() and not (selection.keeps(part) or _is_for_development(part)):
            yield path
    lists = tomllib.loads(BUNDLE.read_text("utf-8"))["kept_data"][_WORD_LISTS]
    yield from (path for path in packages.glob(f"{_WORD_LISTS}/*.*") if path.name not in lists)


def _is_for_development(path: PurePath) -> bool:
    return any(
        fnmatchcase(path.as_posix(), pattern) or fnmatchcase(path.name, pattern)
        for pattern in DEVELOPMENT
    )


def _remove_empty(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
