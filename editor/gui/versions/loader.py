"""What the window of versions shows, made off the GUI thread."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from editor.errors import RezensentError
from editor.localized import Localized
from editor.review import version_diff
from editor.review.form_registry import FormRegistry
from editor.review.model import Review
from editor.review.version_diff import ReviewPart
from editor.storage import encodings, review_file
from editor.storage.backups import Backups, BackupVersion
from editor.storage.load_save import digest


@dataclass(frozen=True, slots=True)
class VersionListing:
    """The reviews that have versions, the one that is chosen, and its versions."""

    reviews: tuple[BackupVersion, ...]
    """The newest version of each."""
    chosen: Path | None
    versions: tuple[BackupVersion, ...]


@dataclass(frozen=True, slots=True)
class VersionSummary:
    """What a row says of a version."""

    words: int
    changed: tuple[Localized, ...] | None
    """The parts that differ from the version before; None for the first one."""


@dataclass(frozen=True, slots=True)
class VersionComparison:
    """A version beside what is there now."""

    version: BackupVersion
    text: str
    digest: str
    """Digest of what the version holds."""
    review: Review | None
    """None when the version is no review that can be read."""
    now: str | None
    """The whole text of now; None when there is none."""
    now_digest: str
    """Digest of the file of now, empty for the review that is open."""
    parts: tuple[ReviewPart, ...]
    """Empty when there is nothing to compare it with."""
    open: bool
    """Whether it is the version of the review that is open."""
    fits: bool
    """Whether it can take the place of the review that is open: it is on the same form."""

    def part(self, key: str) -> ReviewPart | None:
        """Return the part ``key``, None for everything and for one that is not there."""
        return next((part for part in self.parts if part.id == key), None)

    def restorable(self, key: str = "") -> bool:
        """Return whether the part ``key``, or everything, may come back and would change what is.

        A part by itself comes back into the review that is open only.
        """
        if not key:
            return self.review is not None and self.text != self.now
        part = self.part(key)
        return part is not None and part.changed and self.open and self.fits


def listed(backups: Backups, path: Path | None, known: str, wanted: Path | None) -> VersionListing:
    """Return what there is to choose from.

    ``path`` is the open review's, ``known`` the digest of its file: where it has no versions,
    those of a review are taken whose file is gone and held the same. ``wanted`` was chosen.
    """
    reviews = backups.reviews()
    chosen = wanted or path
    if wanted is None and not (path and backups.versions(path)):
        gone = (r.path for r in reviews if r.has_digest(known) and not r.path.exists())
        chosen = next(gone, path)
    if chosen is None and reviews:
        chosen = reviews[0].path
    return VersionListing(reviews, chosen, backups.versions(chosen) if chosen else ())


def described(
    backups: Backups, version: BackupVersion, older: BackupVersion | None, forms: FormRegistry
) -> VersionSummary | None:
    """Return what ``version`` is beside the one before it; None when it cannot be read."""
    try:
        data = backups.read(version)
    except RezensentError:
        return None
    text = _text(data)
    review = _parsed(text, forms)
    if review is None:
        return VersionSummary(len(text.split()), ())
    before = _read(backups, older, forms)
    return VersionSummary(
        version_diff.word_count(review),
        None if older is None or before is None else version_diff.changed_labels(before, review),
    )


def examined(
    backups: Backups, version: BackupVersion, open_review: Review | None, forms: FormRegistry
) -> VersionComparison:
    """Return ``version`` beside ``open_review``, or beside its file where None is open.

    Raises BackupError.
    """
    data = backups.read(version)
    text = _text(data)
    review = _parsed(text, forms)
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
    return _text(data), digest(data), _parsed(_text(data), forms)


def _read(backups: Backups, version: BackupVersion | None, forms: FormRegistry) -> Review | None:
    return _or_none(lambda: _parsed(_text(backups.read(version)), forms)) if version else None


def _parsed(text: str, forms: FormRegistry) -> Review | None:
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
