"""Longest reviews: what the window opens, and how far a review may grow there.

A review that the window saves can be opened again. Both limits count the same, code points of the
sections and of the front matter; that for opening is larger, since a file may be read with another
form, whose headings then belong to the text.
"""

from collections.abc import Sequence
from pathlib import Path

from editor.errors import ReviewFileError, RezensentError
from editor.review.model import FrontMatterEntry, Review
from editor.storage import front_matter
from editor.storage.front_matter_base import MAX_LENGTH

LONGEST = 2_000_000
"""Code points of all sections to which a review may grow: a thousand pages."""
LONGEST_OPENED = 3_000_000
"""Code points of all sections that the window opens. Laying them out takes a second or two, in
which nothing can be typed; 50 million would take most of a minute."""
LONGEST_INSERTED = 200_000
"""Code points that may be pasted or dropped at once: a hundred pages. More takes so long that it
would not be in the journal in time."""
_ESCAPED = 6
"""Most code points that one code point of a value takes in a front matter, as in ``\\u0001``."""


def check_opened(review: Review, path: Path) -> None:
    """Raise ReviewFileError when ``review``, read from ``path``, is too long for the window."""
    if text_length(review) > LONGEST_OPENED:
        raise too_long(path, LONGEST_OPENED)


def too_long(path: Path, limit: int) -> ReviewFileError:
    """Return the error for a file with more code points than ``limit``, some millions."""
    millions = limit // 1_000_000
    return ReviewFileError(
        f"{path} ist zu lang für das Fenster (mehr als {millions} Millionen Zeichen) und bleibt, "
        "wie es ist; bitte teilen Sie die Datei. Die Kommandozeile kann sie prüfen und "
        "exportieren.",
        f"{path} is too long for the window (more than {millions} million characters) and stays "
        "as it is; please split the file. The command line can check and export it.",
    )


def growth_problem(before: Review, after: Review) -> RezensentError | None:
    """Return why an edit of ``before`` to ``after`` is refused, None when it is not.

    A review that is too long already may be edited as long as it does not grow.
    """
    length = text_length(after)
    if length > LONGEST and length > text_length(before):
        return RezensentError(
            "Damit würde die Rezension zu lang (mehr als 2 Millionen Zeichen); bitte teilen Sie "
            "sie in mehrere Dateien.",
            "That would make the review too long (more than 2 million characters); please split it "
            "into several files.",
        )
    if after.entries is not before.entries and _outgrows(before, after):
        return RezensentError(
            f"Damit wären die Angaben länger als {MAX_LENGTH // 1_000}.000 Zeichen, und die "
            "Rezension ließe sich nicht mehr öffnen; bitte kürzen Sie sie.",
            f"That would make the facts longer than {MAX_LENGTH:,} characters, and the review "
            "could no longer be opened; please shorten them.",
        )
    return None


def text_length(review: Review) -> int:
    """Return the number of code points of all sections of ``review``."""
    return sum(len(section.text) for section in review.sections)


def _outgrows(before: Review, after: Review) -> bool:
    """Return whether the front matter of ``after`` is too long, and longer than before."""
    # Written out only where that is possible: this is asked with every letter of a fact.
    if _ESCAPED * _rough_length(after.entries) <= MAX_LENGTH:
        return False
    length = _front_matter_length(after)
    return length > MAX_LENGTH and length > _front_matter_length(before)


def _rough_length(entries: Sequence[FrontMatterEntry]) -> int:
    return sum(
        len(entry.lead) + len(entry.trail) + len(entry.name) + len(entry.source or str(entry.value))
        for entry in entries
    )


def _front_matter_length(review: Review) -> int:
    return len(front_matter.dumps(review.entries, review.source_format.syntax))
