"""Facts about the project that packages state, from ``pyproject.toml`` and ``editor``."""

import os
import subprocess
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from editor import __version__

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Project:
    """Name, version, people and addresses of Rezensent."""

    name: str
    """Name of the package and of the command: "rezensent"."""
    version: str
    summary: str
    """One German sentence about the program."""
    author: str
    email: str
    urls: Mapping[str, str]
    """Label → address: "Homepage", "Source", "Issues" …"""
    application_id: str
    """Name in catalogues of software and on macOS, a reversed domain: "org.example.rezensent"."""
    screenshots: str
    """Address of the folder of pictures that catalogues of software show, without a final slash."""

    @property
    def maintainer(self) -> str:
        """Author and address as Debian writes them: ``Name <name@example.org>``."""
        return f"{self.author} <{self.email}>"

    @classmethod
    def load(cls, file: Path = ROOT / "pyproject.toml") -> "Project":
        """Return the project that ``file`` describes.

        Raises KeyError where it lacks one of these facts.
        """
        data = tomllib.loads(file.read_text("utf-8"))
        project = data["project"]
        author, packaged = project["authors"][0], data["tool"]["rezensent"]
        return cls(
            name=project["name"],
            version=project.get("version", __version__),
            summary=project["description"],
            author=author["name"],
            email=author["email"],
            urls=project["urls"],
            application_id=packaged["application_id"],
            screenshots=packaged["screenshots"].rstrip("/"),
        )


def source_date() -> int:
    """Return the time of what is built, in seconds since 1970.

    It is ``SOURCE_DATE_EPOCH`` (reproducible-builds.org) or else the time of the last commit, so
    that the same source makes the same package. A source archive has one time for all its files.
    Raises CalledProcessError when git cannot read the repository.
    """
    stated = os.environ.get("SOURCE_DATE_EPOCH")
    if stated:
        return int(stated)
    if not (ROOT / ".git").exists():
        return int((ROOT / "pyproject.toml").stat().st_mtime)
    log = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return int(log.stdout)


def source_day() -> str:
    """Return the day of ``source_date`` in UTC, as ``2026-11-29``."""
    return datetime.fromtimestamp(source_date(), UTC).date().isoformat()
