"""The changelog of the package, as deb-changelog(5) asks."""

import gzip
import textwrap
from collections.abc import Iterable
from datetime import UTC, datetime
from email.utils import format_datetime

from tools.changelog import Release
from tools.project import Project

_WIDTH = 78


def debian_changelog(project: Project, releases: Iterable[Release]) -> bytes:
    """Return the compressed changelog of ``releases``, newest first."""
    text = "\n".join(_entry(project, release) for release in releases)
    return gzip.compress(text.encode(), mtime=0)


def _entry(project: Project, release: Release) -> str:
    day = datetime.fromisoformat(release.day).replace(hour=12, tzinfo=UTC)
    changes = (
        textwrap.fill(
            change,
            _WIDTH,
            initial_indent="  * ",
            subsequent_indent="    ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        for change in release.changes
    )
    head = f"{project.name} ({release.version}) unstable; urgency=medium"
    foot = f" -- {project.maintainer}  {format_datetime(day)}"
    return "\n".join([head, "", *changes, "", foot, ""])
