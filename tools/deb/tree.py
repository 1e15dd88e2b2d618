"""The files of the package, laid out as they are installed."""

import hashlib
import os
import re
import shutil
from pathlib import Path

from editor.installation import RECORD, Kind
from tools.changelog import packaged
from tools.deb.changelog import debian_changelog
from tools.deb.control import control
from tools.deb.copyright import debian_copyright
from tools.linux.share import write_file, write_share
from tools.package_files import installation_record, require_bundle
from tools.project import ROOT, Project, source_day

PROGRAM = "usr/lib/rezensent"
"""Folder of the bundle."""
_PACKAGING = ROOT / "packaging"
_LIBRARY = re.compile(r"\.so(\.\d+)*$")
_SCRIPTS = ("postinst", "prerm")


def lay_out(bundle: Path, tree: Path) -> None:
    """Write the tree of the package that installs ``bundle`` into the folder ``tree``, anew.

    Files of the bundle keep their times. Raises FileNotFoundError when ``bundle`` has no program or
    no list of licences.
    """
    shutil.rmtree(tree, ignore_errors=True)
    program = tree / PROGRAM
    _copy_bundle(bundle, program)
    write_file(program / "_internal" / RECORD, installation_record(Kind.DEB))
    command = tree / "usr" / "bin" / "rezensent"
    command.parent.mkdir(parents=True)
    command.symlink_to(Path("..", "lib", "rezensent", "rezensent"))
    _share(tree, program)
    _control(tree, program)
    for folder in (tree, *(path for path in tree.rglob("*") if path.is_dir())):
        folder.chmod(0o755)


def _copy_bundle(bundle: Path, target: Path) -> None:
    require_bundle(bundle)
    shutil.copytree(bundle, target, symlinks=True, copy_function=_copy)


def _copy(source: str, target: str) -> str:
    """Copy a file with its time, and give it the mode of an installed file.

    A library is not executable (Debian Policy 8.1).
    """
    shutil.copy2(source, target)
    program = os.access(source, os.X_OK) and not _LIBRARY.search(target)
    Path(target).chmod(0o755 if program else 0o644)
    return target


def _share(tree: Path, program: Path) -> None:
    project, share = Project.load(), tree / "usr" / "share"
    write_share(share)
    write_file(share / "rezensent" / "apparmor", (_PACKAGING / "linux" / "apparmor").read_bytes())
    doc = share / "doc" / "rezensent"
    told = packaged(project.version, source_day())
    write_file(doc / "changelog.gz", debian_changelog(project, told))
    write_file(doc / "copyright", debian_copyright(project, program, PROGRAM).encode())
    overrides = (_PACKAGING / "debian" / "lintian-overrides").read_bytes()
    write_file(share / "lintian" / "overrides" / "rezensent", overrides)


def _control(tree: Path, program: Path) -> None:
    """Write the folder ``DEBIAN``: control file, checksums and the scripts of the package."""
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    sums = (f"{_md5(path)}  {path.relative_to(tree).as_posix()}\n" for path in files)
    text = control(Project.load(), tree, program)
    write_file(tree / "DEBIAN" / "md5sums", "".join(sums).encode())
    write_file(tree / "DEBIAN" / "control", text.encode())
    for name in _SCRIPTS:
        write_file(tree / "DEBIAN" / name, (_PACKAGING / "debian" / name).read_bytes())
        (tree / "DEBIAN" / name).chmod(0o755)


def _md5(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
