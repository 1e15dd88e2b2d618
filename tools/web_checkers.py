"""Downloads the checkers of exported pages that tests use: the Nu HTML checker and axe-core.

Both are npm packages. Without npm the tests that need them are skipped. Downloads are compared with
the hashes below.
"""

import base64
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(sys.prefix) / "share" / "rezensent-tests"
"""Folder of the checkers, in the virtual environment."""


@dataclass(frozen=True, slots=True)
class Checker:
    """A file in an npm package."""

    package: str
    """Name and version: “name@1.2.3”."""
    integrity: str
    """SHA-512 of the package, in base64, as npm prints it."""
    member: str
    """Path of the file in the package."""

    @property
    def path(self) -> Path:
        """Path of the extracted file, different for each version."""
        return FOLDER / self.package / Path(self.member).name


NU = Checker(
    "vnu-jar@26.9.27",
    "TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxBexLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA==",
    "package/build/dist/vnu.jar",
)
AXE = Checker(
    "axe-core@4.14.1",
    "FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ==",
    "package/axe.min.js",
)
CHECKERS = (NU, AXE)


def main() -> int:
    """Download what is missing and return the exit status, 0 also without npm or network."""
    missing = [checker for checker in CHECKERS if not checker.path.is_file()]
    npm = shutil.which("npm")
    if missing and npm is None:
        return skipped(missing, "npm ist nicht da")
    return next((status for checker in missing if (status := fetch(checker, str(npm)))), 0)


def fetch(checker: Checker, npm: str) -> int:
    """Download ``checker`` with ``npm``; a package with another hash is refused."""
    say(f"{checker.package} wird für die Tests geholt …")
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", "--silent", checker.package]
        if subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=False).returncode:
            return skipped([checker], "npm konnte es nicht holen")
        [archive] = Path(folder).glob("*.tgz")
        if not is_genuine(archive, checker):
            print(f"{checker.package} ist nicht das erwartete Paket.", file=sys.stderr, flush=True)
            return 1
        unpack(archive, checker)
    return 0


def is_genuine(archive: Path, checker: Checker) -> bool:
    """Return whether ``archive`` has the hash of ``checker``."""
    digest = hashlib.sha512(archive.read_bytes()).digest()
    return base64.b64encode(digest).decode("ascii") == checker.integrity


def unpack(archive: Path, checker: Checker) -> None:
    """Extract the file of ``checker`` to its path, as one atomic replacement."""
    checker.path.parent.mkdir(parents=True, exist_ok=True)
    part = checker.path.with_name(f"{checker.path.name}.part")
    with tarfile.open(archive) as tar, part.open("wb") as target:
        source = tar.extractfile(checker.member)
        if source is None:
            raise FileNotFoundError(checker.member)
        shutil.copyfileobj(source, target)
    part.replace(checker.path)


def skipped(checkers: list[Checker], why: str) -> int:
    """Say which tests will be skipped, and return 0."""
    names = " und ".join(checker.package for checker in checkers)
    say(f"Ohne {names} ({why}) werden die Tests übersprungen, die Seiten damit prüfen.")
    return 0


def say(text: str) -> None:
    """Print a message about the progress."""
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
