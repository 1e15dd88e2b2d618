"""Titles and dates of recently opened reviews, read without their texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from editor.errors import ReviewFileError
from editor.review.facts import format_for_page, season_name
from editor.review.model import Review
from editor.storage import review_file

_HEAD = 64_000
"""Bytes at the beginning of a file in which its front matter is looked for."""


@dataclass(frozen=True, slots=True)
class RecentReview:
    """Review that was open before."""

    path: Path
    title: str
    """Title with the season; the name of the file where there is none."""
    form_id: str = ""
    """Id of the form, empty when the file names none."""
    changed: datetime | None = None
    """When the file was written last, in local time; None before it has been read."""
    missing: bool = False
    """Whether the file cannot be read."""


def read_recent(paths: Sequence[Path]) -> tuple[RecentReview, ...]:
    """Return the reviews in ``paths``, in the same order, also those that cannot be read."""
    return tuple(_read(path) for path in paths)


def _read(path: Path) -> RecentReview:
    try:
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone()
        with path.open("rb") as file:
            head = file.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        return RecentReview(path, path.name, missing=True)
    try:
        review = Review(review_file.parse_front_matter(head))
    except ReviewFileError:
        return RecentReview(path, path.name, changed=changed)
    title = " ".join(format_for_page(review.fact("title")).split())
    season = season_name(review.fact("season")) if title else ""
    named = " – ".join(filter(None, (title, season)))
    return RecentReview(path, named or path.name, review.form_id, changed)
