"""An archive .tar.xz with the same bytes for the same members."""

import io
import os
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from tools.portable.members import Member, mode

_XZ = ("--x86", "--lzma2=preset={preset},dict=64MiB")
"""A third of the bytes is machine code of x86-64, whose addresses the first filter evens out."""
_BLOCK = "--block-size=128MiB"
"""Without a size of its own, that of blocks would follow from the number of threads."""


def write_archive(
    target: Path, folder: str, members: Iterable[Member], *, time: int, preset: int = 9
) -> None:
    """Write ``target`` with the members in one ``folder``.

    Owner is root, times are whole seconds; contents that are no file have the time ``time``, in
    seconds since 1970; ``preset`` is that of xz, 0 (fast) to 9 (small). ``target`` appears when
    it is whole. Raises OSError, and CalledProcessError of ``xz``.
    """
    filters = (item.format(preset=preset) for item in _XZ)
    command = ("xz", "--compress", "--stdout", "--threads=2", _BLOCK, *filters)
    # A name of its own: an xz of a run that was interrupted may still be writing.
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f"{target.name}.")
    unfinished = Path(name)
    try:
        with (
            os.fdopen(handle, "wb") as file,
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=file) as process,
        ):
            if process.stdin is not None:
                _write_tar(process.stdin, folder, members, time)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        unfinished.chmod(0o644)
        unfinished.rename(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _write_tar(stream: IO[bytes], folder: str, members: Iterable[Member], time: int) -> None:
    # The GNU format has whole seconds, so the same input gives the same bytes.
    with tarfile.open(fileobj=stream, mode="w|", format=tarfile.GNU_FORMAT) as archive:
        top = tarfile.TarInfo(folder)
        top.type, top.mode, top.mtime = tarfile.DIRTYPE, 0o755, time
        archive.addfile(top)
        for member in members:
            _add(archive, f"{folder}/{member.name}", member, time)


def _add(archive: tarfile.TarFile, name: str, member: Member, time: int) -> None:
    if isinstance(member.source, bytes):
        info = tarfile.TarInfo(name)
        info.size, info.mode, info.mtime = len(member.source), mode(member), time
        archive.addfile(info, io.BytesIO(member.source))
        return
    info = archive.gettarinfo(member.source, name)
    info.uid = info.gid = 0
    info.uname = info.gname = "root"
    info.mode, info.mtime = mode(member), int(info.mtime)
    if info.isreg():
        with member.source.open("rb") as file:
            archive.addfile(info, file)
    else:
        archive.addfile(info)
