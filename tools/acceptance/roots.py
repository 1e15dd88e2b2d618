"""Bare Debian systems, made by debootstrap once and kept."""

import subprocess
from pathlib import Path

SUITES = ("bookworm", "trixie")
"""Debian 12 and Debian 13."""


def bare_root(suite: str, kept: Path) -> Path:
    """Return the folder of a bare system of ``suite`` below ``kept``, made if it is not there.

    Raises CalledProcessError.
    """
    root = kept / suite
    if not (root / "usr" / "bin" / "apt-get").exists():
        kept.mkdir(parents=True, exist_ok=True)
        print(f"{suite}: a bare system is fetched …", flush=True)
        command = ["debootstrap", "--variant=minbase", suite, str(root), _mirror()]
        log = kept / f"{suite}.log"
        with log.open("wb") as file:
            subprocess.run(command, stdout=file, stderr=subprocess.STDOUT, check=True)
    return root


def _mirror() -> str:
    """Return the address from which this machine has its own packages of Debian."""
    command = ["apt-get", "indextargets", "--format", "$(ORIGIN)|$(REPO_URI)"]
    targets = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    addresses = [line.partition("|")[2] for line in targets.splitlines() if "Debian|" in line]
    if not addresses:
        raise OSError("apt of this machine knows no mirror of Debian")
    return next((address for address in addresses if "security" not in address), addresses[0])
