"""Java in a bundle: the runtime from the wheel without what LanguageTool never loads."""

import subprocess
import tomllib
from fnmatch import fnmatchcase
from pathlib import Path

from tools.bundle.contents import LIST
from tools.bundle.java_image import JavaImage


def prune_java(runtime: Path) -> None:
    """Remove classes, libraries and programs that ``packaging/bundle.toml`` names from ``runtime``.

    Raises ValueError for another format of Java's classes, and CalledProcessError when this Java
    does not start any more.
    """
    patterns = _table()["files"]
    for path in sorted(runtime.rglob("*")):
        name = path.relative_to(runtime).as_posix()
        if path.is_file() and any(fnmatchcase(name, pattern) for pattern in patterns):
            path.unlink()
    modules = runtime / "lib" / "modules"
    image = JavaImage.read(modules.read_bytes())
    dropped = dropped_names()
    smaller = image.without(lambda name: name.startswith(dropped))
    modules.chmod(0o644)
    modules.write_bytes(smaller.write())
    remove_empty_folders(runtime)
    subprocess.run([runtime / "bin" / "java", "-version"], check=True, capture_output=True)


def remove_empty_folders(folder: Path) -> None:
    """Remove the folders below ``folder`` that have no file in them."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink() and not any(path.iterdir()):
            path.rmdir()


def dropped_names() -> tuple[str, ...]:
    """Return how the names of the classes begin that are removed: “/java.desktop/javax/swing/”."""
    return tuple(f"/{beginning}" for beginning in _table()["classes"])


def _table() -> dict[str, list[str]]:
    table: dict[str, list[str]] = tomllib.loads(LIST.read_text("utf-8"))["java"]
    return table
