"""The file of an AppImage: a runtime, and behind it a file system that it mounts and starts.

https://github.com/AppImage/AppImageSpec/blob/master/draft.md#type-2-image-format
"""

import shutil
import subprocess
from pathlib import Path

from tools.project import source_date

_MAGIC = b"AI\x02"
"""Bytes 8 to 10 of a runtime."""
_BLOCK = "256K"
"""Large blocks pack better, small ones are read faster at random; this is twice the default."""


def make_image(folder: Path, runtime: Path, output: Path) -> None:
    """Write an AppImage of ``folder`` with the program ``runtime`` to ``output``.

    Raises ValueError if ``runtime`` is another file, and CalledProcessError when mksquashfs fails.
    """
    if runtime.read_bytes()[8:11] != _MAGIC:
        raise ValueError(f"{runtime} is not a runtime of AppImages")
    packed = output.with_suffix(".squashfs")
    packed.unlink(missing_ok=True)
    same = ("-root-owned", "-no-xattrs", "-mkfs-time", str(source_date()))
    packing = ("-comp", "zstd", "-Xcompression-level", "19", "-b", _BLOCK)
    subprocess.run(
        ["mksquashfs", folder, packed, "-noappend", "-quiet", "-no-progress", *same, *packing],
        check=True,
    )
    with output.open("wb") as image:
        for part in (runtime, packed):
            with part.open("rb") as file:
                shutil.copyfileobj(file, image)
    packed.unlink()
    output.chmod(0o755)
