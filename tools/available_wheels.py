"""``python -m tools.available_wheels``: whether every system has a wheel of everything pinned.

uv asks the index for the pinned versions and their hashes, for systems other than this one as well,
and downloads nothing. A package without a wheel would have to be compiled on a writer's computer,
and could not be bundled.
"""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tools.pin import environment, install_uv
from tools.project import ROOT

PLATFORMS = {
    "Linux x86-64": "x86_64-manylinux_2_35",
    "Windows x86-64": "x86_64-pc-windows-msvc",
    "macOS arm64": "aarch64-apple-darwin",
    "macOS x86-64": "x86_64-apple-darwin",
}
"""Names of the platforms in uv; the number is the oldest glibc."""
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def main(names: Sequence[str]) -> int:
    """Print a line for each file of requirements/, system and Python, and return the exit status.

    ``names`` are files without their suffix; without any, those of the program and of the bundle.
    """
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        uv = install_uv(Path(folder)) / "uv"
        for name in names or ("runtime", "bundle"):
            for platform, triple in PLATFORMS.items():
                for python in PYTHONS:
                    number, problem = available(uv, name, triple, python)
                    mark = "✗" if problem else "✓"
                    print(f"{mark} {name}, {platform}, Python {python}: {problem or number}")
                    failed += bool(problem)
    return 1 if failed else 0


def available(uv: Path, name: str, triple: str, python: str) -> tuple[int, str]:
    """Return the number of wheels that a platform would install, and what uv says if it cannot."""
    command = (str(uv), "pip", "install", "--dry-run", "--system-certs")
    wheels = ("--no-deps", "--only-binary", ":all:", "--require-hashes")
    nothing = str(uv.parent / "nothing")
    target = ("--python-platform", triple, "--python-version", python, "--target", nothing)
    answer = subprocess.run(
        [*command, *wheels, *target, "-r", f"requirements/{name}.txt"],
        cwd=ROOT,
        env=environment(),
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    lines = answer.stderr.splitlines()
    problem = " ".join(line.strip() for line in lines[-6:]) if answer.returncode else ""
    return sum(line.startswith(" + ") for line in lines), problem


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
