"""Paths of resources in a checkout, an installation and a bundle."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Return the path of a file or folder below ``resources/``.

    A bundle unpacks beside its executable and names that folder in ``sys._MEIPASS``; an
    installation carries ``resources/`` inside the package; a checkout has it beside the package.
    """
    bundle = getattr(sys, "_MEIPASS", None)
    package = Path(__file__).resolve().parent
    roots = [Path(bundle)] if bundle else [package, package.parent]
    for root in roots:
        candidate = root.joinpath("resources", *parts)
        if candidate.exists():
            return candidate
    return roots[-1].joinpath("resources", *parts)


def sample_path() -> Path:
    """Return the path of the sample review that ships with the program."""
    return resource("samples", "das-salzarchiv-staffel-2.md")
