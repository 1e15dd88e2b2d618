"""The packages under acceptance: how each is installed, updated, downgraded and removed."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from editor.installation import Kind
from editor.system_libraries import font_packages, library_groups
from tools.acceptance.machine import WRITER, Machine
from tools.package_files import package_name

_GROUPS = ("base", "window", "speech")
_NEWER = ".made.up"
"""Ends the number of a version that is made up of the same program, to try an update."""
MIB = 1 << 20
MARK = "made-up-file"
"""File that only the made-up version has in the folder of the program."""
_UNPACKED = f"/home/{WRITER}/Meine Programme/Größe & „Ähnliches“"
_APT = ("apt-get", "-q", "-y", "-o", "APT::Sandbox::User=root")


class Package(Protocol):
    """A package of Rezensent."""

    @property
    def name(self) -> str:
        """“deb” or “portable”."""

    def install(self, machine: Machine) -> str:
        """Install it, set ``program`` and ``folder`` of ``machine``, and say what was done."""

    def update(self, machine: Machine) -> None:
        """Install a version that is newer."""

    def downgrade(self, machine: Machine) -> None:
        """Install the first version again, over the newer one."""

    def remove(self, machine: Machine) -> None:
        """Remove it with everything that came along."""


@dataclass(frozen=True, slots=True)
class DebPackage:
    """The Debian package ``file``."""

    file: Path
    work: Path
    """Folder for the made-up version, which is kept for the next machine."""
    name: str = "deb"

    def install(self, machine: Machine) -> str:
        """Install it with apt, and its dependencies alone."""
        before = disk_usage(machine.path("/usr"))
        machine.administer(*_APT, "update", network=True)
        self._install(machine, self.file)
        machine.folder, machine.package = "/usr/lib/rezensent", self.file
        grown = (disk_usage(machine.path("/usr")) - before) / MIB
        return f"{self.file.name}, with its dependencies {grown:.0f} MiB"

    def update(self, machine: Machine) -> None:
        """Install the made-up version."""
        self._install(machine, self._newer())

    def downgrade(self, machine: Machine) -> None:
        """Install the first version again."""
        self._install(machine, self.file, "--allow-downgrades")

    def remove(self, machine: Machine) -> None:
        """Purge it, and what came along."""
        machine.administer(*_APT, "purge", "--autoremove", "rezensent")
        machine.administer(*_APT, "clean")

    def _install(self, machine: Machine, file: Path, *options: str) -> None:
        inside = machine.path(f"/tmp/{file.name}")  # noqa: S108  (of the machine)
        shutil.copy(file, inside)
        command = ("install", "--no-install-recommends", *options, f"/tmp/{file.name}")  # noqa: S108
        machine.administer(*_APT, *command, network=True)
        inside.unlink()

    def _newer(self) -> Path:
        """Return a package with the same program, one file more and a higher version."""
        target = self.work / f"{self.file.stem}{_NEWER}.deb"
        if target.exists():
            return target
        tree = self.work / "newer"
        subprocess.run(["dpkg-deb", "--raw-extract", str(self.file), str(tree)], check=True)
        control = tree / "DEBIAN" / "control"
        lines = control.read_text("utf-8").splitlines()
        changed = [f"{line}{_NEWER}" if line.startswith("Version:") else line for line in lines]
        control.write_text("\n".join(changed) + "\n", "utf-8")
        (tree / "usr" / "lib" / "rezensent" / MARK).touch()
        build = ["dpkg-deb", "--root-owner-group", "-Znone", "--build", str(tree), str(target)]
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        shutil.rmtree(tree)
        return target


@dataclass(frozen=True, slots=True)
class PortablePackage:
    """The portable archive ``file``: used from where it is unpacked, later installed."""

    file: Path
    name: str = "portable"

    def install(self, machine: Machine) -> str:
        """Unpack it, with the libraries that the system must have."""
        machine.administer(*_APT, "update", network=True)
        relations = {library.relation for group in _GROUPS for library in library_groups()[group]}
        wanted = ", ".join((*sorted(relations), font_packages()[0], "xz-utils"))
        machine.administer(*_APT, "satisfy", "--no-install-recommends", wanted, network=True)
        machine.administer(*_APT, "clean")
        archive = machine.put("archive.tar.xz", "")
        shutil.copy(self.file, machine.path(archive))
        machine.write("mkdir", "-p", _UNPACKED)
        machine.write("tar", "--extract", "--file", archive, "--directory", _UNPACKED)
        machine.path(archive).unlink()
        [folder] = machine.path(_UNPACKED).iterdir()
        machine.folder = f"{_UNPACKED}/{folder.name}"
        machine.program, machine.package = f"{machine.folder}/rezensent", self.file
        return f"{self.file.name}, unpacked in {_UNPACKED}"

    def update(self, machine: Machine) -> None:
        """Install a changed copy for the account."""
        mark = machine.path(machine.folder) / MARK
        mark.touch()
        self._install_for_account(machine)
        mark.unlink()

    def downgrade(self, machine: Machine) -> None:
        """Install the unpacked one over the changed copy."""
        self._install_for_account(machine)

    def remove(self, machine: Machine) -> None:
        """Remove what is installed for the account."""
        script = f"/home/{WRITER}/.local/lib/rezensent/installieren.sh"
        machine.write("sh", script, "--entfernen")

    def _install_for_account(self, machine: Machine) -> None:
        machine.write("sh", f"{machine.folder}/installieren.sh")


def disk_usage(folder: Path) -> int:
    """Return the bytes that the files below ``folder`` take on the disk, a hard link once."""
    seen: dict[tuple[int, int], int] = {}
    for path, folders, files in os.walk(folder):
        for name in (*folders, *files):
            status = os.lstat(os.path.join(path, name))  # noqa: PTH118  (of 100,000 files)
            seen[status.st_dev, status.st_ino] = status.st_blocks * 512
    return sum(seen.values())


def known_packages(build: Path, version: str, work: Path) -> dict[str, Package]:
    """Return the package of each kind from the files in ``build``."""
    return {
        "deb": DebPackage(build / package_name(Kind.DEB, version), work),
        "portable": PortablePackage(build / package_name(Kind.PORTABLE, version)),
    }
