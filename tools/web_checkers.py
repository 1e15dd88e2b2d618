"""Fetches what judges the exported pages in the tests: the Nu HTML checker and axe-core.

Both are packages of npm, and nothing but the tests needs them, so a machine without npm goes
without them. What arrives is compared with the hashes below.
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
"""Where the checkers lie: in the virtual environment, which nobody commits."""


@dataclass(frozen=True, slots=True)
class Checker:
    """A file out of a package of npm."""

    package: str
    """Name and version, „name@1.2.3“."""
    integrity: str
    """SHA-512 of the package, in base64, as npm prints it."""
    member: str
    """Place of the file in the package."""

    @property
    def path(self) -> Path:
        """Where the file lies; a new version lies elsewhere."""
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
    """Fetch what is missing and return the exit status; without npm or a net that is 0 too."""
    missing = [checker for checker in CHECKERS if not checker.path.is_file()]
    npm = shutil.which("npm")
    if missing and npm is None:
        return skipped(missing, "npm ist nicht da")
    return next((status for checker in missing if (status := fetch(checker, str(npm)))), 0)


def fetch(checker: Checker, npm: str) -> int:
    """Fetch ``checker`` with the program ``npm``, and refuse what is not the package we know."""
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
    """Tell whether ``archive`` is the package of ``checker``, bit by bit."""
    digest = hashlib.sha512(archive.read_bytes()).digest()
    return base64.b64encode(digest).decode("ascii") == checker.integrity


def unpack(archive: Path, checker: Checker) -> None:
    """Put the file of ``checker`` into its place, in one piece or not at all."""
    checker.path.parent.mkdir(parents=True, exist_ok=True)
    part = checker.path.with_name(f"{checker.path.name}.part")
    with tarfile.open(archive) as tar, part.open("wb") as target:
        source = tar.extractfile(checker.member)
        if source is None:
            raise FileNotFoundError(checker.member)
        shutil.copyfileobj(source, target)
    part.replace(checker.path)


def skipped(checkers: list[Checker], why: str) -> int:
    """Tell which tests will be skipped."""
    names = " und ".join(checker.package for checker in checkers)
    say(f"Ohne {names} ({why}) werden die Tests übersprungen, die Seiten damit prüfen.")
    return 0


def say(text: str) -> None:
    """Tell what happens now."""
    print(text, flush=True)


if __name__ == "__main__":
    sys.exit(main())
