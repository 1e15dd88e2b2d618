"""Files that are replaced as a whole, and that a power cut leaves old or new."""

import contextlib
import errno
import hashlib
import os
import re
import stat
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

TEMPORARY_SUFFIX = ".neu"
"""How the names of files end that are being written."""
_PRIVATE = 0o700
_CANNOT = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)
"""What file systems of a network answer that sync no folders."""
_NO_MODES = (errno.EPERM, errno.EACCES, errno.EINVAL, errno.ENOTSUP, errno.ENOSYS)
"""What is answered where a file cannot have the mode or the owner of another."""
_LONGEST = 200
"""Bytes of a name that leave room for what is put around it: 255 are the most almost anywhere."""
_LEFT_S = 3_600
"""Age from which a file that is still being written belongs to nobody any more."""
_in_hand: set[Path] = set()
"""What this program is writing, in whatever thread: nothing that a killed one has left."""
FileStep = Callable[[Path], object]
"""Something to be done with a path; an error that it raises calls everything off."""


class UnsyncedError(OSError):
    """The file is in its place, but after a power cut the one before may be there again."""


def replace(
    target: Path, data: bytes, before: FileStep | None = None, *, synced: bool = True
) -> None:
    """Put ``data`` into the place of ``target``, which is no link: old or new, never mixed.

    It is written beside, synced, and takes the place; then the folder is synced. ``before`` gets
    the target at the last moment; what it raises leaves everything as it was. Mode and owner of a
    file that is there are kept as far as the system allows. Raises OSError; the file is as it was
    then, unless it is an UnsyncedError.

    Without ``synced`` it is faster by some milliseconds, and only a power cut can leave something
    else: for files that can be made anew.
    """
    _require_replaceable(target)
    _replace(target, data, lambda fresh: _keep_mode(target, fresh), before, synced=synced)


def replace_private(target: Path, data: bytes) -> None:
    """Do the same for a file that nobody else may read. Raises OSError."""
    _replace(target, data)


def remove_leftovers(target: Path) -> None:
    """Remove what writers of ``target`` that were killed have left beside it, as far as possible.

    Only for one who knows that no other program writes it now; this one may.
    """
    pattern = re.compile(
        rf"{re.escape(_prefix(target))}[a-z0-9_]{{8}}{re.escape(TEMPORARY_SUFFIX)}"
    )
    with contextlib.suppress(OSError):
        for path in target.parent.iterdir():
            if pattern.fullmatch(path.name) and path not in _in_hand:
                path.unlink(missing_ok=True)


def remove_old_leftovers(folder: Path) -> None:
    """Remove what writers of any file in ``folder`` that were killed have left, when it is old.

    Other programs may write there now. As far as possible: what stays goes the next time.
    """
    with contextlib.suppress(OSError):
        for path in folder.glob(f".*{TEMPORARY_SUFFIX}"):
            if path.stat().st_mtime < time.time() - _LEFT_S:
                path.unlink(missing_ok=True)


def make_private_folder(folder: Path) -> None:
    """Make ``folder`` and what is above it, readable for the writer only. Raises OSError."""
    for missing in reversed([path for path in (folder, *folder.parents) if not path.exists()]):
        # Left to itself, mkdir makes what is above as open as everything else.
        missing.mkdir(mode=_PRIVATE, exist_ok=True)
    if folder.stat().st_mode & 0o077:
        folder.chmod(_PRIVATE)


def sync_folder(folder: Path) -> None:
    """Make names in ``folder`` that are new or gone last, where its system can. Raises OSError."""
    if os.name == "nt":  # Windows opens no folder for syncing
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:  # a folder that may be written but not listed
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT:
            raise
    finally:
        os.close(descriptor)


def _replace(
    target: Path,
    data: bytes,
    prepare: FileStep | None = None,
    before: FileStep | None = None,
    *,
    synced: bool = True,
) -> None:
    handle, name = tempfile.mkstemp(
        prefix=_prefix(target), suffix=TEMPORARY_SUFFIX, dir=target.parent
    )
    fresh = Path(name)
    _in_hand.add(fresh)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if synced:
                file.flush()
                os.fsync(file.fileno())
        for step, path in ((prepare, fresh), (before, target)):
            if step is not None:
                step(path)
        fresh.replace(target)
    except BaseException:
        # What stopped it is the news, not that it cannot be cleared up either.
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
    finally:
        _in_hand.discard(fresh)
    if not synced:
        return
    try:
        sync_folder(target.parent)
    except OSError as error:
        raise UnsyncedError(error.errno, "") from error


def _require_replaceable(target: Path) -> None:
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "")
    if not stat.S_ISREG(mode):
        # A device or a pipe is no file that another one may take the place of.
        raise OSError(errno.ENODEV, "")
    if not os.access(target, os.W_OK):
        # A replacement would get past the write protection that somebody set on the file.
        raise PermissionError(errno.EACCES, "")


def _prefix(target: Path) -> str:
    """Return how the names of files begin that are to take the place of ``target``."""
    name = os.fsencode(target.name)
    return f".{target.name if len(name) <= _LONGEST else hashlib.sha256(name).hexdigest()}."


def _keep_mode(target: Path, fresh: Path) -> None:
    try:
        status = target.stat()
    except FileNotFoundError:
        with _where_possible():
            fresh.chmod(0o666 & ~_UMASK)
        return
    with _where_possible():
        fresh.chmod(status.st_mode & 0o7777)
    if hasattr(os, "chown"):
        with _where_possible():
            os.chown(fresh, status.st_uid, status.st_gid)


@contextlib.contextmanager
def _where_possible() -> Iterator[None]:
    """Pass over it where files cannot have the mode or the owner that is asked for."""
    try:
        yield
    except OSError as error:
        if error.errno not in _NO_MODES:
            raise


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


_UMASK = _umask()
"""Read once, before there are threads: reading it means setting it, for all of them."""
