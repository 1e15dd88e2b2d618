"""Size of a folder, and the limit of a bundle."""

from pathlib import Path

from tools.limits import UNPACKED


def measure_size(folder: Path) -> int:
    """Return the size of ``folder`` with all that is below it, in bytes, as ``du -sb`` counts."""
    return folder.stat().st_size + sum(path.lstat().st_size for path in folder.rglob("*"))


def check_size(folder: Path) -> str:
    """Return the size of ``folder`` in words. Raises ValueError above the limit."""
    size = measure_size(folder)
    words = f"{size / 1e6:.1f} MB ({size / (1 << 20):.0f} MiB)"
    if size > UNPACKED:
        raise ValueError(f"{folder} has {words}, the limit is {UNPACKED / 1e6:.0f} MB")
    return words
