"""How this copy of Rezensent came to this computer, and how its user repairs it.

A bundle says so in the file ``installation.toml`` beside its resources, which the step that makes a
package of it writes: ``kind = "deb"``. Texts that tell a user to install something again get their
advice from here, so that each user reads a command that exists on that computer.
"""

import os
import shlex
import shutil
import sys
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Self

from editor import __version__
from editor.localized import Localized

RECORD = "installation.toml"
"""Name of the file that says of what kind a bundle is."""


class Kind(StrEnum):
    """Ways to install Rezensent."""

    CHECKOUT = "checkout"
    """A clone of the repository with an environment made by ``make setup``."""
    PYTHON = "python"
    """A wheel in some environment of Python."""
    PORTABLE = "portable"
    """A bundle in a folder of the user's choice."""
    DEB = "deb"
    WINDOWS = "windows"
    MACOS = "macos"
    APPIMAGE = "appimage"


@dataclass(frozen=True, slots=True)
class Installation:
    """One copy of the program."""

    kind: Kind
    folder: Path
    """Root of the checkout, folder of the package ``editor``, or folder of the bundle's program."""

    @classmethod
    def current(cls) -> Self:
        """Return the installation that this process runs from."""
        bundle = bundle_folder()
        if bundle is not None:
            return cls(_bundle_kind(bundle), Path(sys.executable).resolve().parent)
        package = Path(__file__).resolve().parent
        if (package.parent / "pyproject.toml").is_file():
            return cls(Kind.CHECKOUT, package.parent)
        return cls(Kind.PYTHON, package)

    @property
    def name(self) -> Localized:
        """Name of the kind, to be read by users."""
        return _NAMES[self.kind]

    @property
    def repair(self) -> Localized:
        """Advice for a missing or damaged part of the program: “please …”, without a full stop."""
        return _REPAIRS[self.kind].format(version=__version__, pip=pip_command())

    @property
    def command(self) -> str:
        """The command that runs this program in a shell: its name, or its path if that is needed.

        A path is quoted where it has blanks or other characters that mean something to a shell.
        """
        program = _program(self.kind)
        found = shutil.which(program.stem)
        if found is not None and Path(found).resolve() == program.resolve():
            return program.stem
        if self.kind is Kind.PYTHON and not program.exists():
            # The command is in another folder than Python, as for “pip install --user”.
            return program.stem if found else f"{_quoted(Path(sys.executable))} -m editor"
        return _quoted(program)


@cache
def current_installation() -> Installation:
    """Return the installation that this process runs from; read once."""
    return Installation.current()


def bundle_folder() -> Path | None:
    """Return the folder of a bundle's files, which has ``resources/``; None outside a bundle."""
    folder = getattr(sys, "_MEIPASS", None)
    return None if folder is None else Path(folder)


def bundle_program() -> Path | None:
    """Return the file of the program that runs from a bundle; None outside a bundle."""
    return None if bundle_folder() is None else Path(sys.executable)


class ProgramFile:
    """The file of a program, which may be replaced or removed while the program runs."""

    def __init__(self, path: Path) -> None:
        """Remember which file is at ``path`` now."""
        self.path = path
        self._identity = _identity(path)

    @property
    def is_replaced(self) -> bool:
        """Whether another file is there meanwhile, or none."""
        return _identity(self.path) != self._identity


def _identity(file: Path) -> tuple[int, ...] | None:
    """Return numbers that another file at the same path does not have; None if there is none."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns


def pip_command() -> str:
    """Return the command that runs pip for the environment of this program.

    “pip” alone is that of another Python, where the environment of the program is not activated.
    """
    python = Path(sys.executable)
    found = shutil.which("pip")
    is_own = found is not None and Path(found).parent == python.parent
    return "pip" if is_own else f"{_quoted(python)} -m pip"


def _bundle_kind(folder: Path) -> Kind:
    try:
        return Kind(tomllib.loads((folder / RECORD).read_text("utf-8"))["kind"])
    except (OSError, ValueError, LookupError):
        # A bundle of which no package was made, or whose record is damaged.
        return {"win32": Kind.WINDOWS, "darwin": Kind.MACOS}.get(sys.platform, Kind.PORTABLE)


def _program(kind: Kind) -> Path:
    """Return the path of the program that a user starts."""
    if kind is Kind.APPIMAGE and "APPIMAGE" in os.environ:
        # The program itself is in a folder that is there only while it runs.
        return Path(os.environ["APPIMAGE"])
    if bundle_folder() is not None:
        program = Path(sys.executable)
        # The one with a console, beside the one with the window.
        return program.with_suffix(".com") if sys.platform == "win32" else program
    return Path(sys.executable).with_name(
        "rezensent.exe" if sys.platform == "win32" else "rezensent"
    )


def _quoted(program: Path) -> str:
    if sys.platform == "win32":
        return f'"{program}"' if " " in str(program) else str(program)
    return shlex.quote(str(program))


_NAMES = {
    Kind.CHECKOUT: Localized("aus dem Quelltext", "from source"),
    Kind.PYTHON: Localized("Python-Paket", "Python package"),
    Kind.PORTABLE: Localized("Archiv für Linux", "portable archive"),
    Kind.DEB: Localized("Debian-Paket", "Debian package"),
    Kind.WINDOWS: Localized("Windows-Programm", "Windows program"),
    Kind.MACOS: Localized("Mac-Programm", "Mac application"),
    Kind.APPIMAGE: Localized("AppImage-Datei", "AppImage file"),
}
_REPAIRS = {
    Kind.CHECKOUT: Localized(
        "bitte richten Sie Rezensent mit „make setup“ neu ein",
        "please set Rezensent up again with “make setup”",
    ),
    Kind.PYTHON: Localized(
        "bitte installieren Sie Rezensent mit „{pip} install --force-reinstall rezensent“ neu",
        "please reinstall Rezensent with “{pip} install --force-reinstall rezensent”",
    ),
    Kind.PORTABLE: Localized(
        "bitte entpacken Sie das Archiv von Rezensent noch einmal, und starten Sie darin "
        "„installieren.sh“, wenn Sie Rezensent so installiert haben",
        "please unpack the archive of Rezensent again, and run “installieren.sh” in it if that is "
        "how you installed Rezensent",
    ),
    Kind.DEB: Localized(
        "bitte installieren Sie Rezensent mit „sudo apt install --reinstall "
        "./rezensent_{version}_amd64.deb“ neu",
        "please reinstall Rezensent with “sudo apt install --reinstall "
        "./rezensent_{version}_amd64.deb”",
    ),
    Kind.WINDOWS: Localized(
        "bitte führen Sie das Installationsprogramm von Rezensent noch einmal aus",
        "please run the installer of Rezensent again",
    ),
    Kind.MACOS: Localized(
        "bitte ziehen Sie Rezensent noch einmal in den Ordner „Programme“",
        "please drag Rezensent to Applications again",
    ),
    Kind.APPIMAGE: Localized(
        "bitte laden Sie das AppImage von Rezensent noch einmal herunter",
        "please download the AppImage of Rezensent again",
    ),
}
