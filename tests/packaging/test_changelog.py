"""Versions are read from the changelog."""

from pathlib import Path

from editor import __version__
from tools.changelog import packaged, releases

TEXT = """# Changelog

## [Unreleased]

### Added

- One change,
  told in two lines.
- Another.

## [0.1.0] - 2026-01-02

### Fixed

- An error.
"""


def _file(folder: Path) -> Path:
    file = folder / "CHANGELOG.md"
    file.write_text(TEXT)
    return file


def test_each_version_has_its_changes(tmp_path: Path) -> None:
    newest, oldest = releases(_file(tmp_path))
    assert (newest.version, newest.day) == ("Unreleased", "")
    assert newest.changes == ("One change, told in two lines.", "Another.")
    assert (oldest.version, oldest.day, oldest.changes) == ("0.1.0", "2026-01-02", ("An error.",))


def test_what_is_unreleased_is_told_as_the_version_that_is_packaged(tmp_path: Path) -> None:
    told = packaged("0.2.0", "2026-03-04", _file(tmp_path))
    assert [(item.version, item.day) for item in told] == [
        ("0.2.0", "2026-03-04"),
        ("0.1.0", "2026-01-02"),
    ]


def test_a_version_that_is_released_tells_nothing_of_later_changes(tmp_path: Path) -> None:
    told = packaged("0.1.0", "2026-03-04", _file(tmp_path))
    assert [item.version for item in told] == ["0.1.0"]


def test_our_own_changelog_can_be_read() -> None:
    told = packaged(__version__, "2026-03-04")
    assert told[0].version == __version__
    assert all(release.changes and release.day for release in told)
