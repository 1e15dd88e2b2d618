"""The versions in ``CHANGELOG.md``, which is written as keepachangelog.com asks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.project import ROOT

_VERSION = re.compile(r"^## \[([^\]]+)\](?: [-–] (\d{4}-\d{2}-\d{2}))?", re.MULTILINE)
_ENTRY = re.compile(r"^- (.*(?:\n  .*)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Release:
    """One version with what has changed in it."""

    version: str
    """Number of the version, or "Unreleased"."""
    day: str
    """Day of the release as ``2026-11-29``; empty for "Unreleased"."""
    changes: tuple[str, ...]
    """One paragraph each, in Markdown."""


def releases(file: Path = ROOT / "CHANGELOG.md") -> Iterator[Release]:
    """Yield the versions in ``file``, newest first."""
    text = file.read_text("utf-8")
    headings = list(_VERSION.finditer(text))
    ends = [heading.start() for heading in headings[1:]] + [len(text)]
    for heading, end in zip(headings, ends, strict=True):
        body = text[heading.end() : end]
        changes = tuple(" ".join(entry.split()) for entry in _ENTRY.findall(body))
        yield Release(heading[1], heading[2] or "", changes)


def packaged(version: str, day: str, file: Path = ROOT / "CHANGELOG.md") -> list[Release]:
    """Return the versions that a package of ``version`` tells about, newest first.

    What is unreleased is told as ``version`` of ``day`` unless the file has that version.
    """
    found = list(releases(file))
    named = any(release.version == version for release in found)
    told: list[Release] = []
    for release in found:
        if release.version != "Unreleased":
            told.append(release)
        elif not named:
            told.append(Release(version, day, release.changes))
    return told
