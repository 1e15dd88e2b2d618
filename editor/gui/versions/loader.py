"""Lists, summaries and comparisons of versions, made on a worker's thread."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from editor.errors import RezensentError
from editor.localized import Localized
from editor.review.form_registry import FormRegistry
from editor.review.model import Review
from editor.review.versions import version_diff
from editor.review.versions.review_diff import (
    PartDiff,
    diff_part,
    diff_parts,
    diff_reviews,
    diff_sources,
    readable_text,
)
from editor.review.versions.version_diff import ReviewPart
from editor.storage import encodings, review_file
from editor.storage.backups import Backups, BackupVersion
from editor.storage.load_save import digest


@dataclass(frozen=True, slots=True)
class VersionListing:
    """Reviews that have versions, the chosen one, and its versions."""

    reviews: tuple[BackupVersion, ...]
    """The newest version of each review."""
    chosen: Path | None
    versions: tuple[BackupVersion, ...]


@dataclass(frozen=True, slots=True)
class VersionSummary:
    """Summary of a version for its row in the list."""

    words: int
    changed: tuple[Localized, ...] | None
    """Names of the parts that differ from the version before; None for the first version."""


@dataclass(frozen=True, slots=True)
class VersionComparison:
    """A version beside the present review."""

    version: BackupVersion
    text: str
    digest: str
    """Digest of the version."""
    review: Review | None
    """None if the version cannot be read as a review."""
    now: str | None
    """Present content of the file or of the open review; None if there is none."""
    now_digest: str
    """Digest of the present file; empty for the open review."""
    parts: tuple[ReviewPart, ...]
    """Empty if there is nothing to compare with."""
    open: bool
    """Whether it is a version of the open review."""
    fits: bool
    """Whether it can replace the open review: both use the same form."""

    def part(self, key: str) -> ReviewPart | None:
        """Return the part ``key``; None for the whole review and for a part that does not exist."""
        return next((part for part in self.parts if part.id == key), None)

    @property
    def changed(self) -> bool:
        """Whether any part differs."""
        return any(part.changed for part in self.parts)

    def diff(self, key: str) -> tuple[PartDiff, ...]:
        """Return the differences in the part ``key``, or in all parts for the whole review.

        Without a present review, the version is compared with itself. Where one of both cannot be
        read as a review, the contents of the files are compared.
        """
        part = self.part(key)
        if part is not None:
            return (diff_part(part),)
        if self.parts:
            return diff_parts(self.parts)
        if self.now is None and self.review is not None:
            return diff_reviews(self.review, self.review)
        return diff_sources(self.text, self.text if self.now is None else self.now)

    def readable(self, key: str) -> str:
        """Return the part ``key`` of the version, or all of it, as text for people to read."""
        part = self.part(key)
        if part is not None:
            return part.then
        if self.review is None:
            return self.text
        return readable_text(self.review)

    def restorable(self, key: str = "") -> bool:
        """Return whether the part ``key``, or everything, can be restored and differs.

        A single part can be restored into the open review only.
        """
        if not key:
            return self.review is not None and self.text != self.now
        part = self.part(key)
        return part is not None and part.changed and self.open and self.fits


def list_versions(
    backups: Backups, path: Path | None, known: str, wanted: Path | None
) -> VersionListing:
    """Return the reviews and versions to choose from.

    ``path`` is the open review's and ``known`` the digest of its file. Where it has no versions,
    those of a review are shown whose file is gone and had this digest: it has been moved.
    ``wanted`` is the path that the writer has chosen.
    """
    reviews = backups.reviews()
    chosen = wanted or path
    if wanted is None and not (path and backups.versions(path)):
        gone = (r.path for r in reviews if r.has_digest(known) and not r.path.exists())
        chosen = next(gone, path)
    if chosen is None and reviews:
        chosen = reviews[0].path
    return VersionListing(reviews, chosen, backups.versions(chosen) if chosen else ())


def summarize(
    backups: Backups, version: BackupVersion, older: BackupVersion | None, forms: FormRegistry
) -> VersionSummary | None:
    """Return the summary of ``version`` beside the older one; None if it cannot be read."""
    try:
        data = backups.read(version)
    except RezensentError:
        return None
    text = _text(data)
    review = _parse(text, forms)
    if review is None:
        return VersionSummary(len(text.split()), ())
    before = _read(backups, older, forms)
    return VersionSummary(
        version_diff.word_count(review),
        None if older is None or before is None else version_diff.changed_labels(before, review),
    )


def compare_version(
    backups: Backups, version: BackupVersion, open_review: Review | None, forms: FormRegistry
) -> VersionComparison:
    """Return ``version`` beside ``open_review``, or beside its file if that is None.

    Raises BackupError.
    """
    data = backups.read(version)
    text = _text(data)
    review = _parse(text, forms)
    now, known, present = _present(version.path, open_review, forms)
    parts = version_diff.review_parts(review, present) if review and present else ()
    return VersionComparison(
        version,
        text,
        digest(data),
        review,
        now,
        known,
        parts,
        open=open_review is not None,
        fits=review is not None
        and present is not None
        and version_diff.have_same_form(review, present),
    )


def _present(
    path: Path, open_review: Review | None, forms: FormRegistry
) -> tuple[str | None, str, Review | None]:
    if open_review is not None:
        return review_file.dumps(open_review), "", open_review
    try:
        data = path.read_bytes()
    except OSError:
        return None, "", None
    return _text(data), digest(data), _parse(_text(data), forms)


def _read(backups: Backups, version: BackupVersion | None, forms: FormRegistry) -> Review | None:
    return _or_none(lambda: _parse(_text(backups.read(version)), forms)) if version else None


def _parse(text: str, forms: FormRegistry) -> Review | None:
    return _or_none(lambda: review_file.parse(text, forms))


def _or_none(get: Callable[[], Review | None]) -> Review | None:
    try:
        return get()
    except RezensentError:
        return None


def _text(data: bytes) -> str:
    """Return ``data`` as text, also where another program wrote it in another encoding."""
    reading = encodings.decode(data)
    return data.decode("utf-8", "replace") if reading is None else reading.text
