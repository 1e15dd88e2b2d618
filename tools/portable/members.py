"""Members of the portable archive: the bundle, the files for the desktop, and the script."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from editor.installation import RECORD, Kind
from tools.package_files import installation_record
from tools.project import ROOT, Project

_FILES = ROOT / "packaging" / "portable"
_SHARED = frozenset({"applications", "icons", "metainfo", "man"})


@dataclass(frozen=True, slots=True)
class Member:
    """A file, link or folder of the archive; ``name`` is relative to the archive's one folder."""

    name: str
    source: Path | bytes
    """The path of a file, link or folder whose time and execute bit are kept, or contents."""
    executable: bool = False
    """Whether contents can be executed."""


def portable_members(bundle: Path, share: Path, project: Project) -> Iterator[Member]:
    """Yield the members in the order of their names, a folder before what is in it.

    ``bundle`` is the folder that ``make bundle`` made, ``share`` one laid out like /usr/share.
    """
    members = {member.name: member for member in _tree(bundle, "")}
    kept = [folder for folder in share.iterdir() if folder.name in _SHARED]
    members["share"] = Member("share", share)
    for folder in kept:
        prefix = f"share/{folder.name}"
        members[prefix] = Member(prefix, folder)
        members |= {member.name: member for member in _tree(folder, f"{prefix}/")}
    for member in _own(project):
        members[member.name] = member
    return iter(sorted(members.values(), key=lambda member: member.name))


def _tree(folder: Path, prefix: str) -> Iterator[Member]:
    """Yield all that is below ``folder``, a link as a link, with ``prefix`` before its name."""
    for path, folders, files in os.walk(folder):
        for name in (*folders, *files):
            source = Path(path, name)
            yield Member(f"{prefix}{source.relative_to(folder).as_posix()}", source)


def _own(project: Project) -> Iterator[Member]:
    yield Member(f"_internal/{RECORD}", installation_record(Kind.PORTABLE))
    filled = {"@VERSION@": project.version, "@SOURCE@": project.urls["Source"]}
    for name in ("LIESMICH.txt", "README.txt"):
        text = (_FILES / name).read_text(encoding="utf-8")
        for placeholder, value in filled.items():
            text = text.replace(placeholder, value)
        yield Member(name, text.encode())
    yield Member("installieren.sh", (_FILES / "installieren.sh").read_bytes(), executable=True)


def mode(member: Member) -> int:
    """Return the permissions of ``member``: readable by all, writable by its owner."""
    if isinstance(member.source, bytes):
        return 0o755 if member.executable else 0o644
    status = member.source.lstat()
    executable = stat.S_ISDIR(status.st_mode) or status.st_mode & stat.S_IXUSR
    return 0o755 if executable else 0o644
