"""Requirements that are looked at before a download: libraries, a font, venv, disk space."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from editor.system_libraries import font_packages, has_font, missing_libraries
from tools.setup.layout import PYTHON, SetupError, say

_NAMED = 3
"""Missing things that are named one by one; of more their number is told."""


def require_system(*, dev: bool) -> None:
    """Raise SetupError if the system lacks something; install it if this runs as root."""
    lacks = missing_parts(dev=dev)
    if not lacks:
        return
    install(lacks)
    if lacks := missing_parts(dev=dev):
        raise SetupError(f"Auch jetzt {_fehlt(lacks)}.")


def missing_parts(*, dev: bool) -> dict[str, str]:
    """Return what the system lacks, and the Debian package with each.

    Reading aloud is off where its library is missing; only the tests cannot do without it.
    """
    groups = ("base", "window", "speech") if dev else ("base", "window")
    lacks = {library.soname: library.package for library in missing_libraries(*groups)}
    if not has_font():
        lacks["eine Schrift"] = font_packages()[0]
    if not PYTHON.exists() and find_spec("ensurepip") is None:
        lacks["das Modul venv von Python"] = f"python3.{sys.version_info.minor}-venv"
    return lacks


def install(lacks: Mapping[str, str]) -> None:
    """Install the packages of ``lacks`` as root, or raise SetupError with the command for it."""
    packages = " ".join(sorted(set(lacks.values())))
    command = f"apt-get install -y --no-install-recommends {packages}"
    what = f"Auf diesem System {_fehlt(lacks)}"
    if shutil.which("apt-get") is None:
        raise SetupError(
            f"{what}; bitte installieren Sie mit der Paketverwaltung, was diesen Debian-Paketen "
            f"entspricht, und rufen Sie danach denselben Befehl noch einmal auf:\n  {packages}"
        )
    if os.geteuid() != 0:
        how = f"sudo {command}" if shutil.which("sudo") else f"su -c '{command}'"
        raise SetupError(
            f"{what}; bitte führen Sie dies aus und danach denselben Befehl noch einmal:\n  {how}"
        )
    say(f"{what}; die Systempakete werden installiert …")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    line = f"(apt-get update && {command}) > /dev/null"
    if subprocess.run(["sh", "-c", line], env=quiet, check=False).returncode:
        raise SetupError(f"Das hat nicht geklappt; bitte versuchen Sie es selbst:\n  {command}")


def require_space(needs: Mapping[Path, int]) -> None:
    """Raise SetupError if a disk has not the bytes that are needed below some folders."""
    disks: dict[int, tuple[Path, int]] = {}
    for folder, size in needs.items():
        there = next(path for path in (folder, *folder.parents) if path.exists())
        device = there.stat().st_dev
        first, sum_so_far = disks.get(device, (there, 0))
        disks[device] = (first, sum_so_far + size)
    for there, size in disks.values():
        free = shutil.disk_usage(there).free
        if free < size:
            raise SetupError(
                f"Zum Einrichten braucht Rezensent {_gigabytes(size)} Platz auf dem Datenträger "
                f"von {there}, frei sind {_gigabytes(free)}; bitte schaffen Sie Platz und rufen "
                "Sie denselben Befehl noch einmal auf."
            )


def _fehlt(lacks: Mapping[str, str]) -> str:
    """Return “fehlt …” or “fehlen …” with the names, or with the number of many libraries."""
    names = list(lacks)
    if len(names) > _NAMED:
        return f"fehlen {len(names)} Bibliotheken und Pakete, darunter {', '.join(names[:_NAMED])}"
    return f"{'fehlt' if len(names) == 1 else 'fehlen'} {', '.join(names)}"


def _gigabytes(size: int) -> str:
    return f"{size / 1e9:.1f} GB".replace(".", ",")
