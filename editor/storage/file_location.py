"""Location of a file: a key that all paths to it share, and the disk that it is on.

Nothing here raises: what cannot be asked of a broken disk counts as missing.
"""

import os
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

_WITNESSES = 20
"""Most files of a folder that are asked whether their disk ignores case."""


@dataclass(frozen=True, slots=True)
class FileLocation:
    """Where a file was when it was loaded or saved."""

    key: Path
    """Path that is the same for all paths and links to the file, for comparison only."""
    volume: Path
    """Mount point of the disk that the file is on."""

    @property
    def is_mounted(self) -> bool:
        """Whether a disk is still mounted there. Accesses the disk."""
        return is_mounted(self.volume)


def location_of(path: Path) -> FileLocation:
    """Return the location of ``path``, which may be missing. Accesses the disk."""
    return FileLocation(file_key(path), volume_of(path))


def is_mounted(volume: Path) -> bool:
    """Return whether ``volume`` is a mount point, and not the empty folder below one."""
    try:
        return os.path.ismount(volume)
    except OSError:
        return False


def volume_of(path: Path) -> Path:
    """Return the mount point of the disk that ``path``, or the file behind a link, is on."""
    real = _real(path)
    return next((folder for folder in real.parents if is_mounted(folder)), Path(real.anchor))


def file_key(path: Path) -> Path:
    """Return a path that is the same for all paths and links to one file, for comparison only.

    On a disk that ignores case, “A.MD” and “a.md” are one file, whether it exists or not.
    """
    real = Path(os.path.normcase(_real(path)))
    folder, key, ignores = Path(real.anchor), Path(real.anchor), False
    for name in real.parts[1:]:
        ignores = _ignores_case(folder, name, otherwise=ignores)
        key /= unicodedata.normalize("NFC", name).casefold() if ignores else name
        folder /= name
    return key


def _real(path: Path) -> Path:
    """Return the file behind ``path``, or the path itself where a link cannot be read."""
    try:
        return Path(os.path.realpath(path))
    except OSError:
        return Path(os.path.abspath(path))  # noqa: PTH100 - Path.resolve would follow links


def _ignores_case(folder: Path, name: str, *, otherwise: bool) -> bool:
    """Return whether ``name``, which may be missing, is found in ``folder`` in another case, too.

    Disks that ignore case are not named alike everywhere, and single folders may do it as well: so
    files are asked, ``name`` itself or others beside it. ``otherwise`` is the answer for the
    folder, which holds where there is none.
    """
    answer = _is_found_in_another_case(folder / name)
    if answer is None:
        answers = map(_is_found_in_another_case, islice(_files(folder), _WITNESSES))
        answer = next((known for known in answers if known is not None), None)
    if answer is not None:
        return answer
    return otherwise and not is_mounted(folder)


def _is_found_in_another_case(path: Path) -> bool | None:
    """Return None for a missing file, and for a name without letters that have two cases."""
    other = path.with_name(_swapped(path.name))
    try:
        status = path.stat()
    except OSError:
        return None
    if other.name == path.name:
        return None
    try:
        return os.path.samestat(status, other.stat())
    except OSError:
        return False


def _swapped(name: str) -> str:
    """Return ``name`` with the other case of its ASCII letters, which every disk knows."""
    swapped = "".join(sign.swapcase() if sign.isascii() else sign for sign in name)
    return name.swapcase() if swapped == name else swapped


def _files(folder: Path) -> Iterator[Path]:
    with suppress(OSError), os.scandir(folder) as entries:
        yield from (folder / entry.name for entry in entries)
