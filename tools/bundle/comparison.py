"""``python -m tools.bundle.comparison FOLDER FOLDER``: what differs between two builds.

Two builds of the same commit have the same files with the same content, except for what Java
writes: it records classes in the order in which its threads came to them, so a start cache is never
the same twice. The exit status is 1 when anything else differs.
"""

import hashlib
import sys
from fnmatch import fnmatchcase
from pathlib import Path

VARIABLE = ("_internal/languagetool/*/start-*.aot",)
"""Files that two builds never have in common."""


def take_inventory(folder: Path) -> dict[str, str]:
    """Return the permissions and the SHA-256 of every file, or the target of a link, by path."""
    return {
        path.relative_to(folder).as_posix(): _state(path)
        for path in sorted(folder.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def differences(first: Path, second: Path) -> list[str]:
    """Return the paths of the files that only one folder has, or that differ."""
    one, other = take_inventory(first), take_inventory(second)
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def main(arguments: list[str]) -> int:
    """Print what differs and return the exit status."""
    found = differences(*map(Path, arguments))
    unexpected = [
        path for path in found if not any(fnmatchcase(path, pattern) for pattern in VARIABLE)
    ]
    for path in found:
        print(f"{'differs' if path in unexpected else 'differs, as always'}: {path}")
    return 1 if unexpected else 0


def _state(path: Path) -> str:
    if path.is_symlink():
        return str(path.readlink())
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return f"{path.stat().st_mode:o} {digest}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
