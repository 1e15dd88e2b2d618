"""A new version in the program and in the changelog."""

from datetime import date
from pathlib import Path

from editor.updates.update import parse_version
from tools.changelog import releases
from tools.release.readiness import stated_version

_UNRELEASED = "## [Unreleased]\n"


def prepare(root: Path, version: str, day: date) -> None:
    """State ``version`` in the repository ``root``, and date what is unreleased.

    Raises ValueError for a version that is not one, that is older than the present one, or that
    has been released already, and where nothing is unreleased.
    """
    present = stated_version(root)
    if parse_version(version) < parse_version(present):
        raise ValueError(f"{version} is older than {present}")
    changelog = root / "CHANGELOG.md"
    unreleased, *told = releases(changelog)
    if any(release.version == version for release in told):
        raise ValueError(f"{version} has been released already")
    text = changelog.read_text("utf-8")
    if not unreleased.changes or text.count(_UNRELEASED) != 1:
        raise ValueError("CHANGELOG.md has no unreleased changes")
    dated = f"{_UNRELEASED}\n## [{version}] - {day.isoformat()}\n"
    changelog.write_text(text.replace(_UNRELEASED, dated), "utf-8")
    program = root / "editor" / "__init__.py"
    stated = program.read_text("utf-8").replace(f'"{present}"', f'"{version}"')
    program.write_text(stated, "utf-8")
