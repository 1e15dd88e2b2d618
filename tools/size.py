"""Size of a folder, and the limit of a bundle."""

import sys
from pathlib import Path

from tools.limits import UNPACKED


def measure_size(folder: Path) -> int:
    """Return the size of ``folder`` with all that is below it, in bytes, as ``du -sb`` counts."""
    return folder.stat().st_size + sum(path.lstat().st_size for path in folder.rglob("*"))


def check_size(folder: Path, system: str = sys.platform) -> str:
    """Return the size of the bundle ``folder`` in words. Raises ValueError above the limit.

    The limit is for Linux: a bundle of another system has never been measured.
    """
    size = measure_size(folder)
    words = f"{size / 1e6:.1f} MB ({size / (1 << 20):.0f} MiB)"
    if size > UNPACKED and system == "linux":
        raise ValueError(f"{folder} has {words}, the limit is {UNPACKED / 1e6:.0f} MB")
    return words
