"""The programs in a bundle: one on Linux and on macOS, two on Windows."""

import sys
from pathlib import Path

from tools.icons.__main__ import write_icons
from tools.project import Project
from tools.windows.version import version_resource

WINDOW, COMMAND_LINE = "rezensent", "rezensent-console"
"""Names of the programs as PyInstaller makes them, without a suffix."""


def program_options(folder: Path, system: str = sys.platform) -> list[dict[str, object]]:
    """Return PyInstaller's options for each program; what they name is written into ``folder``.

    A program of Windows has either a window or a console, and the other kind opens an empty one. On
    macOS only one without a console becomes an application; in a terminal it prints all the same.
    """
    if system == "win32":
        write_icons(folder)
        return [_for_windows(folder, WINDOW), _for_windows(folder, COMMAND_LINE)]
    if system == "darwin":
        write_icons(folder)
        return [{"name": WINDOW, "console": False}]
    return [{"name": WINDOW, "console": True}]


def _for_windows(folder: Path, name: str) -> dict[str, object]:
    version = folder / f"{name}.version"
    file = f"{name}.exe" if name == WINDOW else "rezensent.com"
    version.write_text(version_resource(Project.load(), file), encoding="utf-8")
    icon = folder / "rezensent.ico"
    console = name == COMMAND_LINE
    return {"name": name, "console": console, "icon": str(icon), "version": str(version)}


def name_command_line(bundle: Path) -> None:
    """Give the program of the command line on Windows the name that a shell looks for first.

    Told ``rezensent``, a shell tries rezensent.com before rezensent.exe, so that one word is the
    command there as well. Elsewhere there is nothing to do.
    """
    program = bundle / f"{COMMAND_LINE}.exe"
    if program.exists():
        program.replace(bundle / "rezensent.com")
