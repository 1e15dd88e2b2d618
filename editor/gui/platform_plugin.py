"""The plugin by which Qt opens windows: whether the system has the libraries that it loads."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibrary, QLibraryInfo

from editor.errors import RezensentError

_FILES = {"xcb": "libqxcb.so", "wayland": "libqwayland.so"}
"""Platforms of Linux desktops and the files of their plugins."""


def platform_problem() -> RezensentError | None:
    """Return why Qt cannot open a window, None if nothing speaks against it.

    Qt aborts the process if none of its plugins loads. It takes them into the process anyhow.
    """
    if not sys.platform.startswith("linux"):
        return None
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    files = [folder / _FILES[name] for name in _wanted() if name in _FILES]
    problem = ""
    for file in files:
        problem = _load_problem(file) if file.exists() else ""
        if not problem:
            return None
    # Only a program that cannot open its window needs it.
    from editor.system_libraries import library_error  # noqa: PLC0415

    return library_error(problem)


def _load_problem(file: Path) -> str:
    """Return what the loader says of a plugin that it does not load, empty if it does."""
    library = QLibrary(str(file))
    return "" if library.load() else library.errorString()


def _wanted() -> list[str]:
    """Return the platforms that Qt tries, in order."""
    asked = os.environ.get("QT_QPA_PLATFORM")
    if asked:
        return [name.partition(":")[0] for name in asked.split(";")]
    return ["wayland", "xcb"] if os.environ.get("WAYLAND_DISPLAY") else ["xcb"]
