"""Changes that another program makes to the file of a review that is open."""

from pathlib import Path

from editor.review.model import Review
from editor.storage import review_file


def save_elsewhere(review: Review, path: Path) -> None:
    """Replace the file as other programs do.

    Not by ``load_save``: a program that has just taken the lock removes the temporary files that
    a killed Rezensent would have left beside it, and these look the same.
    """
    fresh = path.with_name(f"{path.name}.elsewhere")
    fresh.write_bytes(review_file.dumps(review).encode())
    fresh.replace(path)
