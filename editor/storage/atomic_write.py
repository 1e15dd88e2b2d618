"""Atomic and durable replacement of files: after a power cut, a file is either old or new.

No library does all of this: keep mode and owner, compare at the last moment, and sync the folder.
"""

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
"""Suffix of files that are being written."""
_PRIVATE = 0o700
_CANNOT = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)
"""Errors of network file systems that cannot sync folders."""
_NO_MODES = (errno.EPERM, errno.EACCES, errno.EINVAL, errno.ENOTSUP, errno.ENOSYS)
"""Errors of file systems on which a file cannot get the mode or the owner of another."""
_MAX_NAME_BYTES = 200
"""Longest file name that is part of a temporary name; 255 bytes are the limit almost everywhere."""
_ABANDONED_S = 3_600
"""Age in seconds from which a temporary file counts as abandoned."""
_being_written: set[Path] = set()
"""Temporary files that threads of this process are writing at present."""
FileStep = Callable[[Path], object]
"""A function of a path; an error that it raises cancels the replacement."""


class UnsyncedError(OSError):
    """The file has been replaced, but a power cut may bring back its previous content."""


def replace(
    target: Path, data: bytes, before: FileStep | None = None, *, synced: bool = True
) -> None:
    """Replace the content of ``target``, which must not be a link, by ``data``.

    The data are written to a temporary file beside it, synced and renamed; then the folder is
    synced. ``before`` is called with the target just before the renaming; an error that it raises
    leaves the file as it was. Mode and owner of an existing file are kept as far as the system
    allows. Raises OSError; the file is unchanged then, except after an UnsyncedError.

    Without ``synced`` it is some milliseconds faster, and a power cut may damage the file: for
    files that can be created again.
    """
    _require_replaceable(target)
    _replace(target, data, lambda fresh: _keep_mode(target, fresh), before, synced=synced)


def replace_private(target: Path, data: bytes) -> None:
    """Replace the content of ``target`` by ``data``, readable for the user only. Raises OSError."""
    _replace(target, data)


def remove_leftovers(target: Path) -> None:
    """Remove temporary files of ``target`` that killed processes have left, as far as possible.

    Only for callers who know that no other process writes ``target`` now; this one may.
    """
    pattern = re.compile(
        rf"{re.escape(_prefix(target))}[a-z0-9_]{{8}}{re.escape(TEMPORARY_SUFFIX)}"
    )
    with contextlib.suppress(OSError):
        for path in target.parent.iterdir():
            if pattern.fullmatch(path.name) and path not in _being_written:
                path.unlink(missing_ok=True)


def remove_old_leftovers(folder: Path) -> None:
    """Remove old temporary files from ``folder``, as far as possible.

    Other processes may write there now: only files older than an hour count as abandoned.
    """
    with contextlib.suppress(OSError):
        for path in folder.glob(f".*{TEMPORARY_SUFFIX}"):
            if path.stat().st_mtime < time.time() - _ABANDONED_S:
                path.unlink(missing_ok=True)


def make_private_folder(folder: Path) -> None:
    """Create ``folder`` and its parents, accessible for the user only. Raises OSError."""
    for missing in reversed([path for path in (folder, *folder.parents) if not path.exists()]):
        # With parents=True, mkdir would ignore the mode for the folders above.
        missing.mkdir(mode=_PRIVATE, exist_ok=True)
    if folder.stat().st_mode & 0o077:
        folder.chmod(_PRIVATE)


def sync_folder(folder: Path) -> None:
    """Make creations and removals in ``folder`` durable, where possible. Raises OSError."""
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
    _being_written.add(fresh)
    try:
        _write(handle, data, synced=synced)
        for step, path in ((prepare, fresh), (before, target)):
            if step is not None:
                step(path)
        fresh.replace(target)
    except BaseException:
        # The first error matters, not that the temporary file cannot be removed either.
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
    finally:
        _being_written.discard(fresh)
    if synced:
        _sync_folder_of(target)


def _write(handle: int, data: bytes, *, synced: bool) -> None:
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        if synced:
            file.flush()
            os.fsync(file.fileno())


def _sync_folder_of(target: Path) -> None:
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
        # A device or a pipe must not be replaced by a file.
        raise OSError(errno.ENODEV, "")
    if not os.access(target, os.W_OK):
        # Renaming would bypass the write protection of the file.
        raise PermissionError(errno.EACCES, "")


def _prefix(target: Path) -> str:
    """Return the prefix of temporary files for ``target``."""
    name = os.fsencode(target.name)
    return f".{target.name if len(name) <= _MAX_NAME_BYTES else hashlib.sha256(name).hexdigest()}."


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
    """Suppress the errors of systems on which files cannot have the requested mode or owner."""
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
"""Read once, before there are threads: reading it means setting it for all of them."""
