"""Size of a bundle, and its limit."""

from pathlib import Path

LIMIT = 760
"""Largest size of all files, in MiB, as ``du -m`` counts."""
_BLOCK = 4096


def measure_size(folder: Path) -> int:
    """Return the size of all files below ``folder`` on a disk with blocks of 4 KiB, in bytes."""
    sizes = (path.lstat().st_size for path in folder.rglob("*") if not path.is_dir())
    return sum(-(-size // _BLOCK) * _BLOCK for size in sizes)


def check_size(folder: Path) -> str:
    """Return the size of ``folder`` in words. Raises ValueError above the limit."""
    size = measure_size(folder) / (1 << 20)
    if size > LIMIT:
        raise ValueError(f"{folder} has {size:.0f} MiB, the limit is {LIMIT}")
    return f"{size:.0f} MiB of at most {LIMIT}"
