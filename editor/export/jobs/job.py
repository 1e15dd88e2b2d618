"""Export jobs: a review, the files to write, and the outcome.

The window and the command line both plan ExportJob values, have them run by an executor, and show
the ExportOutcome of each. All of them can be passed to another process.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from editor.export.jobs.preset import ExportedFile
from editor.export.options import ExportOptions
from editor.export.themes.theme_registry import SHIPPED_THEMES, ThemeRegistry
from editor.localized import Localized
from editor.review.form_registry import SHIPPED_FORMS, FormRegistry
from editor.review.model import Review
from editor.storage import load_save, review_file
from editor.storage.file_location import FileLocation
from editor.storage.locks import Locks


@dataclass(frozen=True, slots=True)
class ExportSource:
    """A review to export, and what applies to all of its formats."""

    review: Review
    path: Path | None = None
    """File of the review, None when it has none yet."""
    variant: str = "de-DE"
    """German of the export: "de-DE", "de-AT" or "de-CH"."""
    themes: ThemeRegistry = SHIPPED_THEMES
    waiting_images: Path | None = None
    """Folder of the images while the review has no file."""
    location: FileLocation | None = None
    """Where the file of the review was when it was loaded or saved."""
    locks: Locks | None = None
    """Tells which files are open in a window."""

    @property
    def image_folder(self) -> Path | None:
        """Folder of the images of the review, None when it can have none."""
        return self.path.parent if self.path else self.waiting_images

    def read(self) -> "ExportSource":
        """Return the source itself: its review is known already."""
        return self


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """The file of a review to export, which is read when the job runs."""

    path: Path
    variant: str = "de-DE"
    themes: ThemeRegistry = SHIPPED_THEMES
    forms: FormRegistry = SHIPPED_FORMS

    def read(self) -> ExportSource:
        """Read the file. Raises ReviewFileError, or FormError for a form that is not known."""
        text = load_save.read_text(self.path)
        review = review_file.parse(text, self.forms, name=str(self.path))
        return ExportSource(review, self.path, self.variant, self.themes)


@dataclass(frozen=True, slots=True)
class ExportTarget:
    """One file to write."""

    format_id: str
    options: ExportOptions
    path: Path
    replaces: str | None = ""
    """Digest of the file that may be replaced, empty when there must be none; None allows to
    replace any file that is there when the job runs."""


@dataclass(frozen=True, slots=True)
class ExportJob:
    """One review and the files to make of it."""

    source: ExportSource | ReviewFile
    targets: tuple[ExportTarget, ...]
    keep_existing: bool = False
    """Whether to leave out targets that exist already."""
    create_folders: bool = False
    """Whether to create missing folders of the targets."""
    synced: bool = True
    """Whether files must survive a power cut once written. One of thousands is exported again
    instead."""


READING = ""
"""Key of the problem that a review could not be read, in place of a format id."""


@dataclass(frozen=True, slots=True)
class ExportOutcome:
    """The result of one job. A format that fails does not stop the others."""

    job: ExportJob
    written: Mapping[str, ExportedFile] = field(default_factory=dict)
    """By format id: the files that were written."""
    problems: Mapping[str, Localized] = field(default_factory=dict)
    """By format id, or ``READING``: why something was not written."""
    kept: int = 0
    """Number of files that existed already and were left as they were."""
    doubts: tuple[Localized, ...] = ()
    """Sentences about what may be missing, and about dates that are exported as typed since they
    cannot be read."""
