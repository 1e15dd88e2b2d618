"""Libraries of a Linux system that Rezensent loads and that no package of Python contains.

``resources/system/libraries.toml`` names them and their Debian packages, in groups by what needs
them. Uses the standard library only: ``tools/setup`` asks before anything is installed.
"""

import os
import re
import shutil
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from editor.errors import RezensentError
from editor.installation import current_installation
from editor.localized import Localized
from editor.paths import resource

_SUFFIX = "t64"
"""Ends the names of packages that were renamed for 64-bit times."""
_RENAMED_SINCE = (2, 39)
"""The C library of the first systems with these names, Ubuntu 24.04 and Debian 13."""
_NOT_FOUND = re.compile(r"(?<!\S)(lib[^\s:/]+\.so[.\d]*): ")
"""Begins what the loader says of a library that it does not find, dlopen(3) of the GNU C library.

The rest is in the language of the system. Of a library that it finds it gives the path."""
_MODULE = re.compile(r"'([\w.]+)'")
"""A module in the message of an ImportError."""
_FONTS = (
    *("/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/X11/fonts"),
    *("~/.local/share/fonts", "~/.fonts"),
)
_SHOWN = 4
"""Libraries that a sentence names where a command names all packages."""
_APT = Localized("{0}; bitte führen Sie „{1}“ aus.", "{0}; please run “{1}”.")
_OTHER_MANAGER = Localized(
    "{0}; bitte installieren Sie mit der Paketverwaltung, was dies enthält.",
    "{0}; please install what contains this with the package manager.",
)


@dataclass(frozen=True, slots=True)
class Library:
    """A library of the system."""

    soname: str
    """Name by which programs load it: “libGL.so.1”."""
    packages: tuple[str, ...]
    """Debian packages that contain it, of which a system has one; the newest name first."""

    @property
    def relation(self) -> str:
        """The packages as a relation of Debian's control files: “libasound2t64 | libasound2”."""
        return " | ".join(self.packages)

    @property
    def package(self) -> str:
        """The Debian package that contains it on this system."""
        return package_here(self.packages)


@cache
def library_groups() -> Mapping[str, tuple[Library, ...]]:
    """Return the libraries by group: base, window, wayland, speech, voices, printing."""
    return {
        name: tuple(Library(soname, _alternatives(text)) for soname, text in group.items())
        for name, group in _table().items()
        if isinstance(group, dict)
    }


@cache
def font_packages() -> tuple[str, ...]:
    """Return Debian packages with fonts, of which one is enough, the first preferred."""
    return _alternatives(str(_table()["font"]))


def has_font() -> bool:
    """Return whether any font is in the folders where fontconfig looks; True outside Linux."""
    if not sys.platform.startswith("linux"):
        return True
    shared = os.environ.get("XDG_DATA_DIRS", "").split(":")
    below = (f"{folder}/fonts" for folder in shared if folder)
    # Path.expanduser raises where an account has no home.
    folders = (Path(os.path.expanduser(name)) for name in (*_FONTS, *below))  # noqa: PTH111
    return any(next(folder.rglob("*.[ot]t[cf]"), None) for folder in folders)


def no_font_sentence() -> Localized:
    """Return the sentence that says that the system has no font, and how the user gets one."""
    lack = Localized("Auf diesem System fehlt eine Schrift", "This system lacks a font")
    if shutil.which("apt"):
        return _APT.format(lack, f"sudo apt install {font_packages()[0]}")
    return _OTHER_MANAGER.format(lack)


def missing_libraries(*groups: str) -> tuple[Library, ...]:
    """Return the libraries of ``groups`` that the system does not have; none outside Linux."""
    if not sys.platform.startswith("linux"):
        return ()
    libraries = [library for group in groups for library in library_groups()[group]]
    return tuple(library for library in libraries if load_problem(library.soname))


def load_problem(name: str) -> str:
    """Return why the system cannot load the library ``name``, or in that file; empty if it can.

    It stays in this process.
    """
    import ctypes  # noqa: PLC0415 - no start of the window waits for it

    try:
        ctypes.CDLL(name)
    except OSError as error:
        return str(error)
    return ""


def library_error(message: str) -> RezensentError | None:
    """Return the error for what the loader said in ``message``, None if no library is missing.

    It names all that a window needs and the system lacks, not only the first.
    """
    first = library_in(message)
    if first is None:
        return None
    return RezensentError.of(missing_sentence(missing_libraries("base", "window") or (first,)))


def missing_part_error(error: ImportError) -> RezensentError:
    """Return the error for a part of Rezensent that was not imported, with the user's remedy."""
    library = library_error(str(error))
    if library is not None:
        return library
    # Qt's modules that do not load others are named in the message only.
    named = _MODULE.search(str(error))
    part, repair = error.name or (named[1] if named else error), current_installation().repair
    return RezensentError(
        f"Rezensent ist unvollständig, es fehlt {part}; {repair.german}.",
        f"Rezensent is incomplete, {part} is missing; {repair.english}.",
    )


def library_in(message: str) -> Library | None:
    """Return the library that the loader has not found, from its error message; None if it has.

    The message may be in any language, and part of one by Qt.
    """
    match = _NOT_FOUND.search(message)
    if match is None:
        return None
    known = (library for group in library_groups().values() for library in group)
    return next((item for item in known if item.soname == match[1]), Library(match[1], ()))


def missing_sentence(libraries: Iterable[Library]) -> Localized:
    """Return the sentence that says what the system lacks, and how the user gets it."""
    libraries = tuple(libraries)
    packages = list(dict.fromkeys(item.package for item in libraries if item.packages))
    if packages and shutil.which("apt"):
        return _APT.format(_lack(libraries, _SHOWN), f"sudo apt install {' '.join(packages)}")
    return _OTHER_MANAGER.format(_lack(libraries, len(libraries)))


def _lack(libraries: tuple[Library, ...], shown: int) -> Localized:
    """Return that the system lacks ``libraries``, of which the first ``shown`` are named."""
    names = ", ".join(library.soname for library in libraries[:shown])
    verb, more = "fehlt" if len(libraries) == 1 else "fehlen", len(libraries) - shown
    if more <= 0:
        return Localized(f"Auf diesem System {verb} {names}", f"This system lacks {names}")
    return Localized(
        f"Auf diesem System fehlen {names} und {more} weitere Bibliotheken",
        f"This system lacks {names} and {more} more libraries",
    )


def package_here(packages: tuple[str, ...]) -> str:
    """Return the one of ``packages``, the newest name first, that this system knows."""
    old = [name for name in packages if not name.endswith(_SUFFIX)]
    return packages[0] if _c_library() >= _RENAMED_SINCE or not old else old[0]


def _c_library() -> tuple[int, ...]:
    """Return the version of the GNU C library, (0,) if there is none."""
    try:
        name = os.confstr("CS_GNU_LIBC_VERSION") or ""
    except (AttributeError, ValueError, OSError):
        return (0,)
    numbers = re.findall(r"\d+", name)
    return tuple(map(int, numbers)) or (0,)


def _alternatives(relation: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in relation.split("|"))


@cache
def _table() -> Mapping[str, object]:
    return tomllib.loads(resource("system", "libraries.toml").read_text("utf-8"))
