"""A part of a bundle that has a licence of its own."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LicensedComponent:
    """An entry of the index of licences."""

    name: str
    version: str
    license: str
    """SPDX expression."""
    copyright: tuple[str, ...]
    homepage: str
    """Empty for a jar: its name is its place in any registry of Maven."""
    paths: tuple[str, ...]
    sources: tuple[Path, ...]
    """Files with the texts."""
    texts: tuple[str, ...] = field(default=())
    """Where the texts are, relative to the index."""
