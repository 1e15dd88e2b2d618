"""Checks of an update, a downgrade and the removal: the program goes, the writer's files stay."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

from tools.acceptance.check import Check, require
from tools.acceptance.machine import Machine
from tools.acceptance.packages import MARK, Package

_SYSTEM = ("proc", "dev", "sys", "tmp", "run", "home")
"""Folders of the machine in which no package has files."""
_OF_APT = ("var/lib/dpkg", "var/lib/apt", "var/cache", "var/log", "etc/ld.so.cache")
"""Notes of the package manager itself, of fontconfig and of the loader."""
_OWN = (".config/rezensent", ".local/share/rezensent", ".local/state/rezensent", ".cache")
"""Folders of the home folder that hold what the program keeps for the writer."""


REMOVALS = ("update", "downgrade", "removal")
"""Names of the checks, in order."""


def removal_checks(package: Package, bare: frozenset[str]) -> tuple[Check, ...]:
    """Return the checks of ``package``, in order; ``bare`` are the paths from before it came."""
    update, downgrade, removal = REMOVALS
    return (
        Check(update, _change(package.update, has_mark=True)),
        Check(downgrade, _change(package.downgrade, has_mark=False)),
        Check(removal, lambda machine: _removal(machine, package, bare)),
    )


def system_paths(machine: Machine) -> frozenset[str]:
    """Return the paths of all files and folders of the system, without those of accounts."""
    found = set()
    for path, folders, files in os.walk(machine.root):
        relative = Path(path).relative_to(machine.root)
        if not relative.parts:
            folders[:] = [name for name in folders if name not in _SYSTEM]
        found |= {(relative / name).as_posix() for name in (*folders, *files)}
    return frozenset(path for path in found if not path.startswith(_OF_APT))


def _change(change: Callable[[Machine], None], *, has_mark: bool) -> Callable[[Machine], str]:
    def run(machine: Machine) -> str:
        before = _writers_files(machine)
        change(machine)
        _require_kept(machine, before)
        local = machine.home / ".local" / "lib" / "rezensent"
        folder = local if local.is_dir() else machine.path(machine.folder)
        require((folder / MARK).exists() == has_mark, f"{folder} is of the other version")
        answer = machine.write(
            str(Path("/", (folder / "rezensent").relative_to(machine.root))), "--version"
        )
        return f"{answer.strip()}, {len(before)} files of the writer as before"

    return run


def _removal(machine: Machine, package: Package, bare: frozenset[str]) -> str:
    before = _writers_files(machine)
    package.remove(machine)
    _require_kept(machine, before)
    require(not machine.processes(), f"still running: {machine.processes()}")
    left = sorted(system_paths(machine) - bare) if package.name == "deb" else _left_at_home(machine)
    require(not left, f"left: {', '.join(left[:20])}")
    return f"nothing left, {len(before)} files of the writer as before"


def _left_at_home(machine: Machine) -> list[str]:
    places = (machine.home / ".local", machine.home / "bin")
    paths = (path for place in places for path in place.rglob("*"))
    names = [path.relative_to(machine.home).as_posix() for path in paths]
    kept = (*_OWN, *(parent.as_posix() for own in _OWN for parent in Path(own).parents))
    return [name for name in names if name not in kept and not name.startswith(_OWN)]


def _writers_files(machine: Machine) -> dict[str, str]:
    """Return the digests of the writer's files and of what the program keeps, by path."""
    unpacked = machine.path(machine.folder)
    installed = machine.home / ".local"
    own = [machine.home / place for place in _OWN]
    return {
        path.relative_to(machine.home).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in machine.home.rglob("*")
        if path.is_file()
        and not path.is_relative_to(unpacked)
        and (not path.is_relative_to(installed) or any(map(path.is_relative_to, own)))
    }


def _require_kept(machine: Machine, before: dict[str, str]) -> None:
    after = _writers_files(machine)
    changed = [name for name, digest in before.items() if after.get(name) != digest]
    require(not changed, f"changed: {', '.join(changed)}")
